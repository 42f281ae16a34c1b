import type { Store } from "../../lib/store/database.ts";

/** The tries of a missed caller, by the IDs of their calls, the newest first. */
export function triesOf(store: Store, id: number, limit: number): number[] {
  return store.all<{ call_id: number }>(
    `SELECT interactions.call_id
     FROM work_interactions AS try JOIN interactions ON interactions.id = try.interaction_id
     WHERE try.work_id = ? AND interactions.call_id IS NOT NULL
     ORDER BY interactions.call_id DESC LIMIT ?`,
    id,
    limit,
  ).map((row) => row.call_id);
}
