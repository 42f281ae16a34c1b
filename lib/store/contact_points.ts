import type { ContactPoint } from "../domain/contact_point.ts";
import type { Customer } from "../domain/customer.ts";
import { customersByNumber } from "./customer_match.ts";
import { CUSTOMER_COLUMNS, customerOf, type CustomerRow } from "./customers.ts";
import type { Store } from "./database.ts";
import { VISIBLE_CUSTOMER } from "./visible_customers.ts";

/** The ID of a contact point, which is made where it is not known yet. */
export function ensureContactPoint(store: Store, { kind, address }: ContactPoint): number {
  store.run(
    "INSERT INTO contact_points (kind, address) VALUES (?, ?) ON CONFLICT (kind, address) DO NOTHING",
    kind,
    address,
  );
  return store.get<{ id: number }>(
    "SELECT id FROM contact_points WHERE kind = ? AND address = ?",
    kind,
    address,
  )!.id;
}

/**
 * Says who is behind a contact point, or with null that nobody is known. Throws a `RangeError` for a telephone: customers
 * share numbers, and each names their own.
 */
export function nameBehind(store: Store, point: ContactPoint, customerId: number | null): void {
  if (point.kind === "telephone") {
    throw new RangeError(`whose ${point.address} is stands with the customers, who share numbers`);
  }
  const id = ensureContactPoint(store, point);
  store.run("UPDATE contact_points SET customer_id = ? WHERE id = ?", customerId, id);
}

/**
 * The customers who are behind a contact point, whoever was chosen for it the last time first. More than one is a question
 * for the agent; only a telephone has them.
 */
export function customersBehind(store: Store, { kind, address }: ContactPoint): Customer[] {
  if (kind === "telephone") return customersByNumber(store, address);
  return store.all<CustomerRow>(
    `SELECT ${CUSTOMER_COLUMNS}
     FROM contact_points JOIN customers ON customers.id = contact_points.customer_id
     WHERE contact_points.kind = ? AND contact_points.address = ? AND ${VISIBLE_CUSTOMER}`,
    kind,
    address,
  ).map(customerOf);
}
