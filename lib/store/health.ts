import type { Store } from "./database.ts";

/** Reads from the database; throws where it does not answer. */
export function askDatabase(store: Store): void {
  store.get("SELECT 1 FROM settings LIMIT 1");
}

/** The size of the database, without what waits in its log. */
export function databaseBytes(store: Store): number {
  return store.get<{ size: number }>(
    "SELECT page_count * page_size AS size FROM pragma_page_count, pragma_page_size",
  )?.size ?? 0;
}
