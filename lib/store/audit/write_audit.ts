import { type AuditEntry, PROGRAM } from "../../domain/audit.ts";
import type { Store } from "../database.ts";
import { boundFields } from "./fold.ts";
import { writeEntry } from "./write_entry.ts";

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
  store.noted++;
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
