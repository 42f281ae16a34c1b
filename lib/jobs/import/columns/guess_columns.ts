import type { CustomField } from "../../../domain/custom_field.ts";
import {
  type ImportColumn,
  type ImportField,
  isOfNote,
  JOINED_FIELDS,
  type LeftOut,
  type LeftOutReason,
} from "../../../domain/customer_import.ts";
import { headingWord } from "../../../text/import_headings.ts";
import { type HeadingMeaning, headingMeaning, STAFF } from "./heading_meaning.ts";
import { isRunning, kindOfValues, shareOf, type ValueKind } from "./value_kind.ts";

/** What this office has: its own fields, and who is on its staff. */
export interface KnownHere {
  readonly fields: readonly Pick<CustomField, "id" | "label">[];
  isStaff(name: string): boolean;
}

/** A column while it is not yet known what the others are. */
interface Draft {
  readonly heading: string;
  /** Those that are not blank. */
  readonly values: readonly string[];
  readonly kind: ValueKind;
  field: HeadingMeaning["field"];
  label: string;
  group: string;
  left: LeftOut | null;
}

/**
 * What the columns of a file are, by their headings and by their first rows together. What neither says for sure is left
 * out, with the reason, and asked where it may be the customer's.
 */
export function guessColumns(
  { headings, rows }: {
    readonly headings: readonly string[];
    readonly rows: readonly (readonly string[])[];
  },
  here: KnownHere,
): ImportColumn[] {
  const drafts = headings.map((heading, index) => {
    const values = rows.map((cells) => (cells[index] ?? "").trim()).filter((text) => text !== "");
    return drafted(heading, values);
  });
  pairLabels(drafts);
  settleOwnFields(drafts, here);
  settleNames(drafts, rows);
  settleNotes(drafts);
  settleStaff(drafts, here);
  settleAddresses(drafts);
  settleSame(drafts);
  settleNumbersBeside(drafts);
  settleOthers(drafts);
  return drafts.map(({ field, label, left }) =>
    left === null ? { field: field as ImportField, label } : { field: "", label: "", left }
  );
}

const ASKED: readonly LeftOutReason[] = [
  "others_number",
  "contact_or_agent",
  "own_key",
  "unclear",
  "undated",
];

function leave(draft: Draft, why: LeftOutReason, instead = ""): void {
  const field = draft.field as ImportField;
  const asks = !ASKED.includes(why) || field === "" ? null : why === "own_key" ? "new" : field;
  draft.left = { why, asks, instead };
  draft.field = "";
}

/** The column by itself: what its heading says, where its values do not say otherwise. */
function drafted(heading: string, values: readonly string[]): Draft {
  const { field, label, leftOut, group } = headingMeaning(heading);
  const kind = kindOfValues(values);
  const draft: Draft = { heading, values, kind, field, label, group, left: null };
  const asksOfPhones = leftOut === "unclear" && field !== "do_not_call" && values.length > 0;
  if (asksOfPhones && shareOf("phone", values) === 0) byValues(draft);
  else if (leftOut !== null && (leftOut !== "unknown" || field !== "")) leave(draft, leftOut);
  else if (field === "" || field === "id") byValues(draft);
  else if (field === "number") checkNumbers(draft);
  else if (field === "code") checkKey(draft);
  return draft;
}

/** Headings that say nothing, or less: `3열`, `Column 3`, `F3`. */
const SILENT =
  /^(?:(?:column|col|field|unnamed|열|필드|항목|f|no name)[\s:_]*\d*|\d+\s*(?:열|번째 열)?|[a-z])?$/i;

const KIND_REASONS: Readonly<Partial<Record<ValueKind, LeftOutReason>>> = {
  resident: "resident",
  business: "business",
  bank: "bank",
  date: "date",
  amount: "amount",
  postal: "postal",
};

/** The heading is silent, or a word that nobody here knows. */
function byValues(draft: Draft): void {
  const { heading, values, kind, field } = draft;
  const silent = field === "id" || SILENT.test(heading.trim());
  if (values.length > 0 && (kind === "phone" || kind === "email")) {
    draft.field = kind === "phone" ? "number" : "email";
    if (!silent) leave(draft, "unclear");
    return;
  }
  const running = values.length > 0 && isRunning(values);
  leave(draft, running && silent ? "running" : KIND_REASONS[kind] ?? "unknown");
}

/** A column of numbers by its heading, whose values may be something else. */
function checkNumbers(draft: Draft): void {
  const { values, kind, group } = draft;
  if (values.length === 0) return;
  const named = group === "contact" || group === "place";
  if (kind === "email") draft.field = "email";
  else if (kind === "resident" || kind === "business" || kind === "amount") {
    leave(draft, KIND_REASONS[kind]!);
  } else if (named && shareOf("phone", values) === 0) {
    // `Contact` is a person, `Office` a room.
    if (group === "contact" && kind === "text") draft.field = "name";
    else leave(draft, "unknown");
  }
}

/** The IDs of this program look like none of another one. */
function checkKey(draft: Draft): void {
  const { values } = draft;
  if (values.length > 0 && !values.some((value) => /^C-\d{6,15}$/i.test(value))) {
    leave(draft, "own_key");
  }
}

/** `Phone 1 - Type` is of the number beside it, and says there what the number is. */
function pairLabels(drafts: readonly Draft[]): void {
  drafts.forEach((draft, index) => {
    if (draft.field !== "number_label") return;
    const next = drafts[index + 1];
    if (next?.field === "number") next.label = "";
    else leave(draft, "unknown");
  });
}

/** A field of the office's own is known by its label, where the heading is no field of every customer, or that one is taken. */
function settleOwnFields(drafts: readonly Draft[], { fields }: KnownHere): void {
  const byLabel = new Map(fields.map(({ id, label }) => [headingWord(label), id]));
  const taken = new Set<string>();
  for (const draft of drafts) {
    const id = byLabel.get(headingWord(draft.heading));
    // Our own exports have every customer's fields first, and behind them the office's own.
    const free = draft.field !== "" && draft.field !== "number" && !taken.has(draft.field);
    if (id !== undefined && !free && !taken.has(`custom:${id}`)) {
      Object.assign(draft, { field: `custom:${id}`, label: "", left: null });
    }
    taken.add(draft.field);
  }
}

/** A given name is called `이름` in one list, and the whole name in the next; a title is "Mr." or a position. */
function settleNames(drafts: readonly Draft[], rows: readonly (readonly string[])[]): void {
  const at = (field: Draft["field"]) => drafts.findIndex((one) => one.field === field);
  const [family, given, name] = [at("family_name"), at("given_name"), at("name")];
  if (family >= 0 && given < 0 && name >= 0) {
    const pairs = rows.map((cells) => [cells[family]?.trim() ?? "", cells[name]?.trim() ?? ""])
      .filter(([a, b]) => a !== "" && b !== "");
    const whole = pairs.filter(([a, b]) => b!.includes(a!)).length;
    if (pairs.length > 0 && whole < pairs.length / 2) drafts[name]!.field = "given_name";
  }
  const parts = drafts.some(({ field }) => field === "family_name" || field === "given_name");
  for (const draft of drafts) {
    if (draft.field === "title") {
      draft.field = parts && at("job_title") >= 0 ? "name_prefix" : "job_title";
    }
  }
}

/** What was said with customers needs a time; without one it may be a memo. Whose column `상담원` is depends on it, too. */
function settleNotes(drafts: readonly Draft[]): void {
  const of = (field: Draft["field"]) => drafts.filter((one) => one.field === field);
  const isDated = of("note_at").length > 0 && of("note_text").length > 0;
  if (isDated && of("note_by").length === 0) {
    const owner = of("owner").find(({ heading }) => /상담|agent/i.test(heading));
    if (owner !== undefined) owner.field = "note_by";
  }
  if (isDated) return;
  for (const draft of drafts) {
    if (!isOfNote(draft.field as ImportField)) continue;
    const isText = draft.field === "note_text" && draft.values.length > 0;
    draft.field = isText ? "memo" : "";
    leave(draft, isText ? "undated" : "unknown");
  }
}

/** `담당자` is the customer's in a list of companies, and ours in a list of people: by who is on the staff here. */
function settleStaff(drafts: readonly Draft[], { isStaff }: KnownHere): void {
  const has = (field: Draft["field"]) => drafts.some((one) => one.field === field);
  const named = has("name") || has("family_name") || has("given_name");
  let contact = false;
  for (const draft of drafts) {
    if (draft.field !== "staff" && draft.field !== "owner") continue;
    const { values } = draft;
    const ours = values.filter((value) => isStaff(value)).length;
    const company = has("company") && !named;
    if (draft.field === "owner") {
      if (ours === 0 && values.length > 0 && company) {
        draft.field = "name";
        leave(draft, "contact_or_agent");
      }
    } else if (values.length > 0 && ours === values.length) draft.field = "owner";
    else {
      draft.field = "name";
      contact = ours === 0 && !named;
      if (!contact) leave(draft, "contact_or_agent");
    }
  }
  // Of whom nobody knows whose they are, nobody knows whose number it is.
  for (const draft of drafts) {
    const theirs = contact ||
      !drafts.some(({ left, field }) => left?.why === "contact_or_agent" || field === "owner");
    if (draft.group !== STAFF || draft.left !== null || theirs) continue;
    leave(draft, draft.field === "number" ? "others_number" : "others");
  }
}

const ADDRESS_FIELDS: readonly Draft["field"][] = [
  ...["address", "formatted", "postal_code", "region", "city", "street"] as const,
];

/** A customer has one address: that of which the first rows say most, as a whole where it stands there as a whole. */
function settleAddresses(drafts: readonly Draft[]): void {
  const parts = drafts.filter(({ field }) => ADDRESS_FIELDS.includes(field));
  // `주소1`, `주소2` and `상세주소` are one.
  const korean = (one: Draft) => /^\d*$/.test(one.group) && !/-/.test(one.heading);
  for (const one of parts) if (korean(one)) one.group = "";
  const filled = (group: string) =>
    parts.filter((one) => one.group === group).reduce((sum, { values }) => sum + values.length, 0);
  const groups = [...new Set(parts.map(({ group }) => group))];
  const chosen = groups.toSorted((a, b) => filled(b) - filled(a))[0];
  const own = parts.filter(({ group }) => group === chosen);
  const whole = own.find(({ field, values }) => field === "formatted" && values.length > 0);
  let first: Draft | undefined;
  for (const one of parts) {
    const instead = whole ?? own[0]!;
    if (one.group !== chosen || whole !== undefined && one !== whole) {
      leave(one, "second", instead.heading);
    } else if (one.field === "formatted") one.field = "address";
    else if (one.field === "address") {
      if (first === undefined) first = one;
      else one.field = "street";
    }
  }
}

/** Of two columns for one field the first with values is taken. */
function settleSame(drafts: readonly Draft[]): void {
  const byField = Map.groupBy(drafts, ({ field }) => field);
  for (const [field, same] of byField) {
    if (field === "" || JOINED_FIELDS.includes(field as ImportField)) continue;
    const taken = same.find(({ values }) => values.length > 0) ?? same[0]!;
    for (const one of same) if (one !== taken) leave(one, "second", taken.heading);
  }
}

/**
 * A number behind the name of somebody else is theirs: `이름,전화,이름,전화`, `이름,전화,배우자,휴대폰`. Where it is the only
 * one of a customer it may as well be the customer's: `이름,추천인,전화`.
 */
function settleNumbersBeside(drafts: readonly Draft[]): void {
  let named = false;
  let before: Draft | null = null;
  const numbers = new Set<string>();
  for (const draft of drafts) {
    if (draft.field === "number_label") continue;
    if (draft.field !== "number") {
      if (draft.field === "name" || draft.field === "company") named = true;
      before = draft;
      continue;
    }
    const word = headingWord(draft.heading);
    const isTheirs = before !== null &&
      (isOfAnother(before) && (numbers.size > 0 || !named) ||
        isUnread(before) && numbers.has(word));
    if (isTheirs) leave(draft, "others_number");
    else {
      before = null;
      numbers.add(word);
    }
  }
}

/** Whether a column names another person; a company's number is its representative's. */
function isOfAnother({ field, left, heading }: Draft): boolean {
  if (field === "owner") return true;
  const meant = headingMeaning(heading).field;
  if (left === null || meant !== "name" && meant !== "staff") return false;
  return ["second", "others", "contact_or_agent"].includes(left.why) &&
    !/대표|representative|ceo|president/i.test(heading);
}

/** Whether a column has texts, and what they are nobody knows: behind `신부` a second `연락처` is not the customer's. */
function isUnread({ kind, left }: Draft): boolean {
  return left?.why === "unknown" && kind === "text";
}

/** Who else is named (a representative, a manager) may be the one who is called, where nobody is. */
function settleOthers(drafts: readonly Draft[]): void {
  const named = drafts.some(({ field }) =>
    field === "name" || field === "family_name" || field === "given_name"
  );
  for (const draft of drafts) {
    if (draft.left?.why !== "others" || draft.values.length === 0) continue;
    const { field } = headingMeaning(draft.heading);
    if (!named && field === "name") draft.left = { ...draft.left, asks: "name" };
  }
}
