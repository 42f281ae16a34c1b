import type { Store } from "../database.ts";
import { stateFromJson } from "./customer_state.ts";
import { countRows, referencesToCustomers } from "./references.ts";

/** A merge that stands. */
export interface Merge {
  readonly id: number;
  readonly survivorId: number;
  readonly mergedAt: number;
  /** Null for the program itself. */
  readonly mergedBy: string | null;
  /** Who was merged away. */
  readonly others: readonly {
    readonly id: number;
    readonly name: string;
    readonly company: string;
  }[];
}

interface MergeRow {
  id: number;
  survivor_id: number;
  merged_at: number;
  merged_by: string | null;
}

/** The merges that were not undone, the newest first. */
export function latestMerges(store: Store, limit: number): Merge[] {
  const rows = store.all<MergeRow>(
    `SELECT m.id, m.survivor_id, m.merged_at, staff.name AS merged_by
     FROM customer_merges AS m LEFT JOIN staff ON staff.id = m.merged_by
     WHERE m.undone_at IS NULL ORDER BY m.id DESC LIMIT ?`,
    limit,
  );
  return mergesOf(store, rows);
}

function mergesOf(store: Store, rows: readonly MergeRow[]): Merge[] {
  const away = store.all<{ merge_id: number; customer: string }>(
    `SELECT merge_id, customer FROM merged_customers
     WHERE merge_id IN (SELECT value FROM json_each(?)) ORDER BY customer_id`,
    JSON.stringify(rows.map(({ id }) => id)),
  );
  const others = Map.groupBy(away, ({ merge_id }) => merge_id);
  return rows.map((row) => ({
    id: row.id,
    survivorId: row.survivor_id,
    mergedAt: row.merged_at,
    mergedBy: row.merged_by,
    others: (others.get(row.id) ?? []).map(({ customer }) => {
      const { id, fields } = stateFromJson(customer);
      return { id, name: String(fields["name"] ?? ""), company: String(fields["company"] ?? "") };
    }),
  }));
}

/** What belongs to a customer and would move with a merge: rows by table, tables without any left out. */
export function belongings(store: Store, customerId: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const reference of referencesToCustomers(store)) {
    const rows = countRows(store, reference, customerId);
    if (rows > 0) counts.set(reference.table, (counts.get(reference.table) ?? 0) + rows);
  }
  return counts;
}
