import { DatabaseSync } from "node:sqlite";
import type { HeldLock } from "./held_lock.ts";
import { isBusy } from "./is_busy.ts";

/**
 * Says that somebody has files in the data folder that he still needs: a backup being made, a file being imported,
 * by the server or by a command beside it. Many can say so at a time.
 */
export function lockWork(directory: string): HeldLock {
  const file = new DatabaseSync(`${directory}/work.lock`);
  file.exec("PRAGMA busy_timeout = 5000; BEGIN; SELECT count(*) FROM sqlite_schema");
  return { release: () => file.close() };
}

/** Whether nobody has: unfinished files are then nobody's any more. */
export function isNobodyAtWork(directory: string): boolean {
  const file = new DatabaseSync(`${directory}/work.lock`);
  try {
    file.exec("PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  } finally {
    file.close();
  }
}
