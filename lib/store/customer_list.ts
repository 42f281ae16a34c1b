import type { Customer } from "../domain/customer.ts";
import { NEWEST, type Page } from "./call_list.ts";
import { CUSTOMER_COLUMNS, customerOf, type CustomerRow } from "./customers.ts";
import type { Store } from "./database.ts";
import { VISIBLE_CUSTOMER } from "./visible_customers.ts";

/** Where a page of the list ends, and the next one begins. */
export interface CustomerPlace {
  readonly changedAt: number;
  readonly id: number;
}

/** Customers, the last changed first. */
export function customersByRecency(store: Store, page: Page<CustomerPlace>): Customer[] {
  return store.all<CustomerRow>(
    `SELECT ${CUSTOMER_COLUMNS} FROM customers
     WHERE (customers.changed_at, customers.id) < (?, ?) AND ${VISIBLE_CUSTOMER}
     ORDER BY customers.changed_at DESC, customers.id DESC LIMIT ?`,
    page.before?.changedAt ?? NEWEST,
    page.before?.id ?? NEWEST,
    page.limit,
  ).map(customerOf);
}

/** When there was the last call or consultation with a customer; null where there was none. */
export function lastContact(store: Store, customerId: number): number | null {
  return store.get<{ at: number | null }>(
    `SELECT max(at) AS at FROM (
       SELECT max(started_at) AS at FROM calls WHERE customer_id = ?
       UNION ALL SELECT max(created_at) FROM consultations WHERE customer_id = ?)`,
    customerId,
    customerId,
  )?.at ?? null;
}
