import { type Actor, type AuditEntry, type AuditFields, PROGRAM } from "../../domain/audit.ts";
import type { Store } from "../database.ts";
import { boundFields, foldNotes, type Note } from "./fold.ts";
import { wordsOfEntry } from "./audit_list.ts";
import { auditPairs } from "./audit_pairs.ts";

/** A correction is saved while it is typed: for so long it is one. */
const GOES_ON_MS = 10 * 60_000;

/** Notes changes from here on, to the end of the transaction. */
export function beginNotes(store: Store): void {
  store.run("INSERT INTO audit_on VALUES (1)");
}

/** Writes what the transaction has changed so far as entries, and notes no more. */
export function endNotes(store: Store, actor: Actor, now: number): void {
  const notes = store.all<Note>(
    `SELECT kind, record, "row", label, act, field, item, before, after FROM audit_notes ORDER BY id`,
  );
  store.run("DELETE FROM audit_on");
  if (notes.length === 0) return;
  store.run("DELETE FROM audit_notes");
  for (const entry of foldNotes(notes)) writeEntry(store, actor, entry, now);
}

/** What is no change of a table: an export, a wrong password. In the name of whoever the store acts for. */
export function noteAct(
  store: Store,
  { act, kind, record = "", label = "", before = {}, after = {} }:
    & Pick<AuditEntry, "act" | "kind">
    & Partial<AuditEntry>,
): void {
  const { actor, now } = store.acting ?? { actor: PROGRAM, now: Date.now };
  const bound = { before: boundFields(before), after: boundFields(after) };
  store.transaction(() => writeEntry(store, actor, { act, kind, record, label, ...bound }, now()));
}

/** Keeps one entry; a correction that its writer goes on with is still the same one. */
function writeEntry(store: Store, who: Actor, entry: AuditEntry, now: number): void {
  store.noted++;
  if (entry.kind === "consultation" && entry.act === "changed" && goOn(store, who, entry, now)) {
    return;
  }
  const { id } = store.run(
    `INSERT INTO audit (at, actor, staff_id, name, address, act, kind, record, label, before, after)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    now,
    who.kind,
    who.staffId,
    who.name,
    who.address,
    entry.act,
    entry.kind,
    entry.record,
    entry.label,
    JSON.stringify(entry.before),
    JSON.stringify(entry.after),
  );
  keepWords(store, id, who, entry);
}

function keepWords(store: Store, id: number, who: Actor, entry: AuditEntry): void {
  const pairs = auditPairs(wordsOfEntry(who, entry));
  store.run("INSERT INTO audit_words (rowid, pairs) VALUES (?, ?)", id, pairs);
}

interface LastRow {
  id: number;
  staff_id: number | null;
  address: string;
  act: string;
  at: number;
  before: string;
  after: string;
}

function goOn(store: Store, who: Actor, entry: AuditEntry, now: number): boolean {
  const last = store.get<LastRow>(
    `SELECT id, staff_id, address, act, at, before, after FROM audit
     WHERE kind = ? AND record = ? ORDER BY id DESC LIMIT 1`,
    entry.kind,
    entry.record,
  );
  if (last === undefined || last.act !== entry.act || now - last.at > GOES_ON_MS) return false;
  if (last.staff_id !== who.staffId || last.address !== who.address) return false;
  const before: AuditFields = { ...entry.before, ...JSON.parse(last.before) };
  const after: AuditFields = { ...JSON.parse(last.after), ...entry.after };
  store.run(
    "UPDATE audit SET before = ?, after = ? WHERE id = ?",
    JSON.stringify(before),
    JSON.stringify(after),
    last.id,
  );
  store.run("DELETE FROM audit_words WHERE rowid = ?", last.id);
  keepWords(store, last.id, who, { ...entry, before, after });
  return true;
}

/** Forgets up to `limit` entries from before `before` (ms since the epoch, UTC); returns how many. */
export function pruneAudit(store: Store, before: number, limit: number): number {
  return store.transaction(() => {
    const ids = JSON.stringify(
      store.all<{ id: number }>(
        "SELECT id FROM audit WHERE at < ? ORDER BY at LIMIT ?",
        before,
        limit,
      )
        .map(({ id }) => id),
    );
    store.run("DELETE FROM audit_words WHERE rowid IN (SELECT value FROM json_each(?))", ids);
    return store.run("DELETE FROM audit WHERE id IN (SELECT value FROM json_each(?))", ids).changes;
  });
}
