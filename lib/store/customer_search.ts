import type { Customer } from "../domain/customer.ts";
import { normalNumber } from "../domain/phone_number.ts";
import { CUSTOMER_COLUMNS, customerOf, type CustomerRow } from "./customers.ts";
import type { Store } from "./database.ts";

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
     WHERE own.normal = ?
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

/** Any part of a name is compared one customer after the other: the calls may not wait for more of them. */
const MOST_COMPARED = 20_000;

/**
 * Customers found by what was typed, at most `limit`: exact number, its last four digits or its
 * beginning; else the beginning of a name; and when these find too few, any part of a name or company
 * of the 20,000 customers made last.
 */
export function searchCustomers(store: Store, text: string, limit: number): Customer[] {
  const typed = text.trim();
  if (typed === "") return [];
  const found = new Map<number, Customer>();
  for (const question of questions(store, typed, limit)) {
    for (const customer of question()) if (found.size < limit) found.set(customer.id, customer);
    if (found.size === limit) break;
  }
  return [...found.values()];
}

/** From the surest to the one that reads row after row. */
function questions(store: Store, typed: string, limit: number): (() => Customer[])[] {
  const byName = [
    () => byNamePrefix(store, typed, limit),
    () => byAnyPart(store, typed, limit),
  ];
  const digits = typed.replace(/[\s()-]/g, "");
  if (!/^\+?\d{2,}$/.test(digits)) return byName;
  const normal = normalNumber(digits) ?? digits;
  return [
    () => customersByNumber(store, normal),
    () => byLastFour(store, digits, limit),
    () => byNumberPrefix(store, digits, limit),
    ...byName,
  ];
}

function byLastFour(store: Store, digits: string, limit: number): Customer[] {
  return store.all<CustomerRow>(
    `SELECT ${CUSTOMER_COLUMNS} FROM customers WHERE customers.id IN (
       SELECT customer_id FROM customer_numbers WHERE substr(normal, -4) = ? LIMIT ?)`,
    digits,
    limit,
  ).map(customerOf);
}

function byNumberPrefix(store: Store, digits: string, limit: number): Customer[] {
  return store.all<CustomerRow>(
    // ':' follows '9': the range holds every number that begins so
    `SELECT ${CUSTOMER_COLUMNS} FROM customers WHERE customers.id IN (
       SELECT customer_id FROM customer_numbers
       WHERE normal >= ? AND normal < ? || ':' LIMIT ?)`,
    digits,
    digits,
    limit,
  ).map(customerOf);
}

function byNamePrefix(store: Store, typed: string, limit: number): Customer[] {
  return store.all<CustomerRow>(
    `SELECT ${CUSTOMER_COLUMNS} FROM customers
     WHERE customers.name >= ? AND customers.name < ? || char(1114111)
     ORDER BY customers.name, customers.id LIMIT ?`,
    typed,
    typed,
    limit,
  ).map(customerOf);
}

function byAnyPart(store: Store, typed: string, limit: number): Customer[] {
  const pattern = `%${typed.replace(/[\\%_]/g, "\\$&")}%`;
  return store.all<CustomerRow>(
    `SELECT ${CUSTOMER_COLUMNS} FROM customers
     WHERE customers.id > (SELECT max(id) FROM customers) - ?
       AND (customers.name LIKE ? ESCAPE '\\' OR customers.company LIKE ? ESCAPE '\\')
     ORDER BY customers.name, customers.id LIMIT ?`,
    MOST_COMPARED,
    pattern,
    pattern,
    limit,
  ).map(customerOf);
}
