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
  return store.all<MergeRow>(
    `SELECT m.id, m.survivor_id, m.merged_at, staff.name AS merged_by
     FROM customer_merges AS m LEFT JOIN staff ON staff.id = m.merged_by
     WHERE m.undone_at IS NULL ORDER BY m.id DESC LIMIT ?`,
    limit,
  ).map((row) => mergeOf(store, row));
}

/** The merges of which a customer is made, the newest first: the first one can be undone. */
export function mergesInto(store: Store, customerId: number): Merge[] {
  return store.all<MergeRow>(
    `SELECT m.id, m.survivor_id, m.merged_at, staff.name AS merged_by
     FROM customer_merges AS m LEFT JOIN staff ON staff.id = m.merged_by
     WHERE m.survivor_id = ? AND m.undone_at IS NULL ORDER BY m.id DESC`,
    customerId,
  ).map((row) => mergeOf(store, row));
}

function mergeOf(store: Store, row: MergeRow): Merge {
  const others = store.all<{ customer: string }>(
    "SELECT customer FROM merged_customers WHERE merge_id = ? ORDER BY customer_id",
    row.id,
  ).map(({ customer }) => stateFromJson(customer));
  return {
    id: row.id,
    survivorId: row.survivor_id,
    mergedAt: row.merged_at,
    mergedBy: row.merged_by,
    others: others.map(({ id, fields }) => ({
      id,
      name: String(fields["name"] ?? ""),
      company: String(fields["company"] ?? ""),
    })),
  };
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
