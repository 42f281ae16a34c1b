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

/**
 * When there was the last call or consultation with each of these customers, by their ID; null where there was none. One
 * question, however many.
 */
export function lastContacts(
  store: Store,
  customerIds: readonly number[],
): Map<number, number | null> {
  const rows = store.all<{ id: number; at: number | null }>(
    `SELECT asked.value AS id, (SELECT max(at) FROM (
       SELECT max(started_at) AS at FROM calls WHERE customer_id = asked.value
       UNION ALL SELECT max(created_at) FROM consultations WHERE customer_id = asked.value)) AS at
     FROM json_each(?) AS asked`,
    JSON.stringify(customerIds),
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}
