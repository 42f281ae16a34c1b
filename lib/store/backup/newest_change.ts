import type { DatabaseSync } from "node:sqlite";

/** When the last call, consultation or change of a customer in a database was, ms since the epoch, UTC; null where there is none. */
export function newestChange(db: DatabaseSync): number | null {
  const row = db.prepare(
    `SELECT max(
       coalesce((SELECT max(started_at) FROM calls), 0),
       coalesce((SELECT max(created_at) FROM consultations), 0),
       coalesce((SELECT max(changed_at) FROM customers), 0)) AS at`,
  ).get();
  return Number(row?.["at"]) || null;
}
