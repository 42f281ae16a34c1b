import type { Store } from "./database.ts";

/** Reads from the database; throws where it does not answer. */
export function askDatabase(store: Store): void {
  store.get("SELECT 1 FROM settings LIMIT 1");
}
