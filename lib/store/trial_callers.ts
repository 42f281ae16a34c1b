import type { Store } from "./database.ts";

/** So many are enough that nobody hears the same one twice in an hour. */
const MOST = 200;

/** The main numbers of the customers who were registered last, in their normal form: who calls on a trial line. */
export function trialCallers(store: Store): string[] {
  const rows = store.all<{ normal: string }>(
    `SELECT n.normal FROM customers c JOIN customer_numbers n ON n.customer_id = c.id
     WHERE n.position = 0 ORDER BY c.id DESC LIMIT ?`,
    MOST,
  );
  return rows.map(({ normal }) => normal).filter((normal) => /^\d{3,15}$/.test(normal));
}
