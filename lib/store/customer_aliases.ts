import type { Store } from "./database.ts";

/**
 * Who a customer is whose ID was merged away: the survivor of the merge, or of the merge that took that one
 * in turn. Null where the ID was never merged away (whether or not there is such a customer).
 */
export function survivorOf(store: Store, id: number): number | null {
  const row = store.get<{ id: number }>(
    `WITH RECURSIVE heir (id, steps) AS (
       SELECT m.survivor_id, 1 FROM merged_customers AS gone
       JOIN customer_merges AS m ON m.id = gone.merge_id AND m.undone_at IS NULL
       WHERE gone.customer_id = ?
       UNION ALL
       SELECT m.survivor_id, heir.steps + 1 FROM heir
       JOIN merged_customers AS gone ON gone.customer_id = heir.id
       JOIN customer_merges AS m ON m.id = gone.merge_id AND m.undone_at IS NULL)
     SELECT id FROM heir ORDER BY steps DESC LIMIT 1`,
    id,
  );
  return row?.id ?? null;
}

/** The IDs that were merged into a customer, directly or through another, in ascending order. */
export function formerIds(store: Store, id: number): number[] {
  return store.all<{ id: number }>(
    `WITH RECURSIVE former (id) AS (
       SELECT gone.customer_id FROM customer_merges AS m
       JOIN merged_customers AS gone ON gone.merge_id = m.id
       WHERE m.survivor_id = ? AND m.undone_at IS NULL
       UNION
       SELECT gone.customer_id FROM former
       JOIN customer_merges AS m ON m.survivor_id = former.id AND m.undone_at IS NULL
       JOIN merged_customers AS gone ON gone.merge_id = m.id)
     SELECT id FROM former ORDER BY id`,
    id,
  ).map((row) => row.id);
}
