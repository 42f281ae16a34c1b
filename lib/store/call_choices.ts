import type { Store } from "./database.ts";

/** A filter of the call log that a person has given a name. */
export interface SavedFilter {
  readonly id: number;
  readonly name: string;
  /** As it stands in the URL behind the question mark. */
  readonly query: string;
}

export function savedFilters(store: Store, staffId: number): SavedFilter[] {
  return store.all<{ id: number; name: string; query: string }>(
    "SELECT id, name, query FROM call_filters WHERE staff_id = ? ORDER BY name",
    staffId,
  ).map(({ id, name, query }) => ({ id, name, query }));
}

/** Keeps a filter under a name; the same name again is the newer filter. */
export function saveFilter(store: Store, staffId: number, name: string, query: string): void {
  store.run(
    `INSERT INTO call_filters (staff_id, name, query) VALUES (?, ?, ?)
     ON CONFLICT (staff_id, name) DO UPDATE SET query = excluded.query`,
    staffId,
    name,
    query,
  );
}

/** False where it is not this person's. */
export function removeFilter(store: Store, staffId: number, id: number): boolean {
  return store.run("DELETE FROM call_filters WHERE id = ? AND staff_id = ?", id, staffId)
    .changes > 0;
}

/** The columns of the log that a person wants to see, by name; null where nobody has chosen. */
export function chosenColumns(store: Store, staffId: number): string[] | null {
  const row = store.get<{ columns: string }>(
    "SELECT columns FROM call_columns WHERE staff_id = ?",
    staffId,
  );
  return row === undefined ? null : row.columns.split(",").filter((name) => name !== "");
}

export function chooseColumns(store: Store, staffId: number, columns: readonly string[]): void {
  store.run(
    `INSERT INTO call_columns (staff_id, columns) VALUES (?, ?)
     ON CONFLICT (staff_id) DO UPDATE SET columns = excluded.columns`,
    staffId,
    columns.join(),
  );
}
