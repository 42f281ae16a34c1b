import type { Actor, AuditEntry, AuditFields } from "../../domain/audit.ts";
import type { Statements } from "../statements.ts";
import { auditPairs } from "./audit_pairs.ts";
import { noteEntryEvents } from "./entry_event.ts";
import { wordsOfEntry } from "./entry_words.ts";

/** A correction is saved while it is typed: for so long it is one. */
const GOES_ON_MS = 10 * 60_000;

/**
 * Keeps one entry, with the event by which others hear of it; a correction that its writer goes on with is still the same
 * entry.
 */
export function writeEntry(store: Statements, who: Actor, entry: AuditEntry, now: number): void {
  noteEntryEvents(store, who, entry, now);
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

function keepWords(store: Statements, id: number, who: Actor, entry: AuditEntry): void {
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

function goOn(store: Statements, who: Actor, entry: AuditEntry, now: number): boolean {
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
