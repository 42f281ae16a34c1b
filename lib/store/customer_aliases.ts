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
