import type { Customer } from "../domain/customer.ts";
import { emailKey } from "../domain/likeness.ts";
import { CUSTOMER_COLUMNS, customerOf, type CustomerRow } from "./customers.ts";
import type { Store } from "./database.ts";
import { VISIBLE_CUSTOMER } from "./visible_customers.ts";

/**
 * Customers who have exactly this number, in normal form; the one whom an agent chose for it last time
 * comes first. More than one of them is a question for the agent, never an answer.
 */
export function customersByNumber(store: Store, normal: string): Customer[] {
  return store.all<CustomerRow>(
    `SELECT ${CUSTOMER_COLUMNS}
     FROM customer_numbers AS own
     JOIN customers ON customers.id = own.customer_id
     LEFT JOIN number_choices AS choice
       ON choice.normal = own.normal AND choice.customer_id = own.customer_id
     WHERE own.normal = ? AND ${VISIBLE_CUSTOMER}
     ORDER BY choice.normal IS NULL, customers.name, customers.id`,
    normal,
  ).map(customerOf);
}

/** The ID of the customer whom an agent chose for this number last time: a suggestion, no fact. */
export function chosenCustomer(store: Store, normal: string): number | null {
  return store.get<{ customer_id: number }>(
    "SELECT customer_id FROM number_choices WHERE normal = ?",
    normal,
  )?.customer_id ?? null;
}

/** Customers who have exactly this e-mail address, capitals or not, as far as the search knows them. */
export function customersByEmail(store: Store, email: string): Customer[] {
  return store.all<CustomerRow>(
    `SELECT ${CUSTOMER_COLUMNS}
     FROM customer_places AS places
     JOIN customers ON customers.id = places.customer_id
     WHERE places.email_key = ? AND places.email_key <> 0 AND ${VISIBLE_CUSTOMER}
     ORDER BY places.place DESC`,
    emailKey(email),
  ).map(customerOf).filter((one) => one.email.trim().toLowerCase() === email.toLowerCase());
}
