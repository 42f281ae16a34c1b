import type { Store } from "./database.ts";

/** The numbers, in normal form, that two customers both have. */
export function sharedNumbers(store: Store, one: number, other: number): string[] {
  return store.all<{ normal: string }>(
    `SELECT DISTINCT own.normal FROM customer_numbers AS own
     WHERE own.customer_id = ? AND EXISTS (
       SELECT 1 FROM customer_numbers AS theirs
       WHERE theirs.normal = own.normal AND theirs.customer_id = ?)`,
    one,
    other,
  ).map(({ normal }) => normal);
}
