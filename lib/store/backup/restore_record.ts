import type { DatabaseSync } from "node:sqlite";
import type { Store } from "../database.ts";
import { setting } from "../settings.ts";

const KEY = "restore.last";

/** A restore, as the restored database remembers it. Times are ms since the epoch, UTC. */
export interface RestoreRecord {
  readonly at: number;
  /** What people call the file. */
  readonly name: string;
  /** When the backup was made; null where nobody knows. */
  readonly createdAt: number | null;
}

/** The restore that this database came from; null where it came from none. */
export function lastRestore(store: Store): RestoreRecord | null {
  const stored = setting(store, KEY);
  return stored === null ? null : JSON.parse(stored) as RestoreRecord;
}

/** Writes it into a database that is not in place yet. */
export function recordRestore(db: DatabaseSync, record: RestoreRecord): void {
  db.prepare(
    `INSERT INTO settings (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  ).run(KEY, JSON.stringify(record));
}
