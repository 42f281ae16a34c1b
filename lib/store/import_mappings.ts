import type { ImportChoices, ImportColumn } from "../domain/customer_import.ts";
import type { Store } from "./database.ts";

/** What was chosen for a file when it was last stored. */
export interface RememberedChoices extends Pick<ImportChoices, "rule" | "key"> {
  /** In the order of that file, each with its heading. */
  readonly columns: readonly (readonly [heading: string, column: ImportColumn])[];
  /** ms since the epoch, UTC. */
  readonly usedAt: number;
}

/** Remembers what the columns of a file with these headings are; what was remembered of such a file before is void. */
export function rememberMapping(
  store: Store,
  headings: readonly string[],
  { columns, rule, key }: ImportChoices,
  at: number,
): void {
  if (!areTold(headings)) return;
  const named = columns.map((column, index) => [headings[index] ?? "", column]);
  store.run(
    `INSERT INTO import_mappings (headings, choices, used_at) VALUES (?, ?, ?)
     ON CONFLICT (headings) DO UPDATE SET choices = excluded.choices, used_at = excluded.used_at`,
    lineOf(headings),
    JSON.stringify({ columns: named, rule, key }),
    at,
  );
}

/** What was chosen for the last file with these headings, in whatever order; null where there was none. */
export function rememberedMapping(
  store: Store,
  headings: readonly string[],
): RememberedChoices | null {
  const row = store.get<{ choices: string; used_at: number }>(
    "SELECT choices, used_at FROM import_mappings WHERE headings = ?",
    lineOf(headings),
  );
  return row === undefined ? null : { ...JSON.parse(row.choices), usedAt: row.used_at };
}

export function forgetMapping(store: Store, headings: readonly string[]): void {
  store.run("DELETE FROM import_mappings WHERE headings = ?", lineOf(headings));
}

/** Files without headings have nothing that they are known by. */
function areTold(headings: readonly string[]): boolean {
  return headings.some((heading) => heading !== "");
}

function lineOf(headings: readonly string[]): string {
  return headings.toSorted().join("\n");
}
