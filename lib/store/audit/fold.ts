import type { AuditEntry, AuditFields, AuditValue } from "../../domain/audit.ts";

/** A change of one row, as the triggers of watch.ts note it. */
export interface Note {
  readonly kind: string;
  readonly record: string | null;
  readonly row: string | null;
  readonly label: string | null;
  /** Null for created, changed or removed. */
  readonly act: string | null;
  /** Empty: `before` and `after` are the whole row as a JSON object. Else the one field that they are the value of. */
  readonly field: string;
  /** Which of several values of the field; null where it has one. */
  readonly item: string | null;
  /** Null: not there. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Longer texts are cut: the record itself and its own history have the rest. */
const MOST_LETTERS = 1000;
const MOST_ITEMS = 50;
/** What is told of a secret: that it became another one. */
const SECRET = /pass|secret|token|private|_hash$|_key$/;
const MASK = "•••";

/**
 * What was done, an entry a record, from the notes of one transaction in their order. A row that was written
 * several times counts with what it was at first and what it is at last; what is the same again is no change.
 */
export function foldNotes(notes: readonly Note[]): AuditEntry[] {
  const groups = new Map<string, Note[]>();
  for (const note of notes) {
    const key = `${note.kind}\n${note.row}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [note]);
    else group.push(note);
  }
  return [...groups.values()].map(entryOf).filter((entry) => entry !== null);
}

function entryOf(notes: readonly Note[]): AuditEntry | null {
  const [first] = notes as [Note, ...Note[]];
  const whole = endsOf(notes.filter(({ field, act }) => field === "" && act === null));
  const acted = notes.find(({ act }) => act !== null);
  const told = acted === undefined ? whole : endsOf([acted]);
  const before: Record<string, AuditValue> = {};
  const after: Record<string, AuditValue> = {};
  for (const ends of [told, whole]) {
    if (ends !== null) tellRow(first, ends, before, after);
  }
  for (const part of partsOf(notes)) tellPart(part, before, after);
  const act = acted?.act ?? actOf(whole);
  if (act === "changed" && Object.keys({ ...before, ...after }).length === 0) return null;
  const label = notes.findLast((note) => note.label !== null)?.label ?? "";
  const { kind, record } = first;
  return { act, kind, record: record ?? "", label: cut(label), before, after };
}

interface Ends {
  readonly before: string | null;
  readonly after: string | null;
}

/** What it was before all of them and is after all of them; null without any. */
function endsOf(notes: readonly Note[]): Ends | null {
  const [first, last] = [notes[0], notes.at(-1)];
  return first === undefined || last === undefined
    ? null
    : { before: first.before, after: last.after };
}

function actOf(whole: Ends | null): string {
  if (whole === null || (whole.before === null) === (whole.after === null)) return "changed";
  return whole.before === null ? "created" : "removed";
}

type Row = Record<string, string | number | null>;

function tellRow(
  { record }: Note,
  ends: Ends,
  before: Record<string, AuditValue>,
  after: Record<string, AuditValue>,
): void {
  const old = rowOf(ends.before);
  const now = rowOf(ends.after);
  for (const field of Object.keys({ ...old, ...now })) {
    const [was, is] = [old?.[field] ?? null, now?.[field] ?? null];
    if (was === is) continue;
    const secret = SECRET.test(field) || SECRET.test(record ?? "");
    const told = (value: string | number | null) => secret ? MASK : kept(value);
    // A new record's empty fields say nothing, and neither do a removed one's.
    if (old !== null && (now !== null || !isBlank(was))) before[field] = told(was);
    if (now !== null && (old !== null || !isBlank(is))) after[field] = told(is);
  }
}

function rowOf(json: string | null): Row | null {
  return json === null ? null : JSON.parse(json);
}

function isBlank(value: AuditValue): boolean {
  return value === null || value === "" || value === "[]";
}

/** The notes of each field that is a part, and of each of its items. */
function partsOf(notes: readonly Note[]): { field: string; items: Ends[]; single: boolean }[] {
  const parts = notes.filter(({ field }) => field !== "");
  return [...new Set(parts.map(({ field }) => field))].map((field) => {
    const own = parts.filter((note) => note.field === field);
    const items = [...new Set(own.map(({ item }) => item))]
      .map((item) => endsOf(own.filter((note) => note.item === item))!);
    return { field, items, single: own[0]?.item === null };
  });
}

function tellPart(
  { field, items, single }: ReturnType<typeof partsOf>[number],
  before: Record<string, AuditValue>,
  after: Record<string, AuditValue>,
): void {
  const changed = items.filter((item) => item.before !== item.after);
  const [was, is] = [changed.map((item) => item.before), changed.map((item) => item.after)]
    .map((values) => values.filter((value) => value !== null).map(cut).slice(0, MOST_ITEMS));
  if (was!.length > 0) before[field] = single ? was![0]! : was!;
  if (is!.length > 0) after[field] = single ? is![0]! : is!;
}

function kept(value: string | number | null): AuditValue {
  return typeof value === "string" ? cut(value) : value;
}

function cut(text: string): string {
  return text.length <= MOST_LETTERS ? text : `${text.slice(0, MOST_LETTERS).toWellFormed()}…`;
}

/** The same with every text cut that somebody sent. */
export function boundFields(fields: AuditFields): AuditFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      SECRET.test(name) ? MASK : typeof value === "string" ? cut(value) : value,
    ]),
  );
}
