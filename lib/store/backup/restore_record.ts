import type { DatabaseSync } from "node:sqlite";
import type { Store } from "../database.ts";
import { setSetting, setting } from "../settings.ts";
import { BACKUP_PROBLEMS } from "../../domain/backup_problem.ts";
import type { FailedBackup } from "./backup_settings.ts";

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

/** A checked backup could not be put in place: the old state goes on. */
export function noteFailedRestore(store: Store, failed: FailedBackup): void {
  setSetting(store, "restore.failed", JSON.stringify(failed));
}

/** The failure since the last restore; null where there was none. */
export function restoreFailure(store: Store): FailedBackup | null {
  const stored = setting(store, "restore.failed");
  if (stored === null) return null;
  const failed = JSON.parse(stored) as FailedBackup;
  if (failed.at < (lastRestore(store)?.at ?? 0)) return null;
  return BACKUP_PROBLEMS.includes(failed.code) ? failed : { ...failed, code: "failed" };
}
