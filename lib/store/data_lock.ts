import { DatabaseSync } from "node:sqlite";
import { StoreError } from "./errors.ts";
import { lockFolder } from "./folder_lock.ts";
import type { HeldLock } from "./held_lock.ts";

/**
 * Takes the data folder `directory` for this process, or throws a `StoreError` when another has it.
 *
 * The lock is SQLite's own on an empty database beside the real one: it is an operating system lock on
 * every platform, and does not wait. (Deno's `tryLock` does the same and is younger than the oldest Deno
 * that this program runs on.) It can be deleted while it is held, and another would then be made: so the folder
 * itself is locked too, which is there as long as anything is in it.
 */
export function lockData(directory: string): HeldLock {
  const folder = lockFolder(directory);
  const file = new DatabaseSync(`${directory}/belltower.lock`);
  try {
    file.exec("PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE");
  } catch (cause) {
    file.close();
    folder.release();
    throw new StoreError(`${directory} is in use by another Belltower server`, { cause });
  }
  return {
    release() {
      file.close();
      folder.release();
    },
  };
}
