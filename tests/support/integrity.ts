import type { Store } from "../../lib/store/database.ts";

/** What SQLite finds wrong with the database; "ok" alone where nothing is. */
export function integrityOf(store: Store): string[] {
  return store.all<{ integrity_check: string }>("PRAGMA integrity_check")
    .map(({ integrity_check }) => integrity_check);
}
