import type { Store } from "./database.ts";
import { VISIBLE_CUSTOMER } from "./visible_customers.ts";

/** Who asked not to be called. */
export interface UncalledCustomer {
  readonly id: number;
  readonly name: string;
  readonly company: string;
}

/** The customers of a number (normal form) who asked not to be called. */
export function askedNotToBeCalled(store: Store, normal: string): UncalledCustomer[] {
  return store.all<UncalledCustomer>(
    `SELECT customers.id, customers.name, customers.company
     FROM customer_numbers JOIN customers ON customers.id = customer_numbers.customer_id
     WHERE customer_numbers.normal = ? AND customers.do_not_call = 1 AND ${VISIBLE_CUSTOMER}
     ORDER BY customers.id`,
    normal,
  );
}

/** Notes that a customer asked not to be called; whoever has the customer's form open learns of it on saving. */
export function forbidCalls(
  store: Store,
  customerId: number,
  change: { readonly by: number; readonly at: number },
): void {
  store.run(
    `UPDATE customers SET do_not_call = 1, changed_at = ?, changed_by = ?, version = version + 1
     WHERE id = ? AND do_not_call = 0`,
    change.at,
    change.by,
    customerId,
  );
}
