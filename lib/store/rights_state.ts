import type { Store } from "./database.ts";

/**
 * Names the state of all that says who is signed in, where, and what they may (staff, extensions, sessions, screens on
 * the wall): what was read of it since holds as long as this is the same, but for what ends by the clock. Whoever
 * changes it raises it, in whichever process, by triggers of the database. Null where the database does not say.
 */
export function rightsState(store: Store): string | null {
  const row = store.get<{ version: number }>("SELECT version FROM rights_state");
  // What was read in a transaction that was rolled back never was.
  return row === undefined ? null : `${row.version} ${store.undone}`;
}
