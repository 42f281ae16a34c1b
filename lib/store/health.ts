import { fileBytes } from "../base/files.ts";
import type { Store } from "./database.ts";
import { setSetting, setting } from "./settings.ts";

const KEY = "health.at";

/**
 * Writes one row and commits it, in the file at the database's path. Throws where that fails: a StoreGone where it is
 * another file by now, also while somebody else keeps the database locked. `now` in ms since the epoch, UTC.
 */
export function proveWritable(store: Store, now: number): void {
  store.confirmPlace();
  setSetting(store, KEY, String(now));
}

/** When a server last proved that it could write here, ms since the epoch, UTC; null for never. */
export function lastHeard(store: Store): number | null {
  const at = setting(store, KEY);
  return at === null ? null : Number(at);
}

/** The size of the database, without what waits in its log. */
export function databaseBytes(store: Store): number {
  return store.get<{ size: number }>(
    "SELECT page_count * page_size AS size FROM pragma_page_count, pragma_page_size",
  )?.size ?? 0;
}

/** The version of the schema, and of the SQLite that reads it. */
export function schemaVersion(store: Store): { readonly schema: number; readonly sqlite: string } {
  return store.get<{ schema: number; sqlite: string }>(
    "SELECT user_version AS schema, sqlite_version() AS sqlite FROM pragma_user_version",
  )!;
}

/** The size of the log of the database in the data folder `directory`, in bytes; 0 where there is none. */
export function logBytes(directory: string): number {
  return fileBytes(`${directory}/belltower.sqlite-wal`);
}
