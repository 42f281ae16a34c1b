import { DatabaseSync } from "node:sqlite";
import { getLogger } from "@logtape/logtape";
import type { HeldLock } from "./held_lock.ts";

const log = getLogger(["belltower", "store"]);

/**
 * The right to write imports, for one process at a time: the server's worker or a command beside it. Null
 * where another has it. While it can be had, no import that stands as unfinished is anybody's.
 */
export function lockImports(directory: string): HeldLock | null {
  const file = new DatabaseSync(`${directory}/imports.lock`);
  try {
    file.exec("PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE");
  } catch (error) {
    file.close();
    log.debug("Another process writes an import: {error}", { error });
    return null;
  }
  return { release: () => file.close() };
}
