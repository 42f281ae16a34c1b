import type { Store } from "./database.ts";

/** How many people can be called: active, and with an extension. */
export function reachableStaff(store: Store): number {
  return store.get<{ count: number }>(
    `SELECT count(DISTINCT staff.id) AS count FROM staff JOIN extensions ON extensions.staff_id = staff.id
     WHERE staff.active = 1`,
  )?.count ?? 0;
}

/** Whether there is a customer at all. */
export function hasCustomers(store: Store): boolean {
  return store.get("SELECT 1 FROM customers LIMIT 1") !== undefined;
}
