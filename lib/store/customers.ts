import type { Customer } from "../domain/customer.ts";
import { type TextField, textsOf } from "../domain/customer_fields.ts";
import { comparedAs, isUnread } from "../domain/compared_number.ts";
import {
  SELECTED_TEXTS,
  TEXT_COLUMNS,
  TEXT_PLACES,
  TEXTS_SET,
  textValues,
} from "./customer_texts.ts";
import type { Store } from "./database.ts";
import { writeFieldValues } from "./custom_fields.ts";
import { NotFound, VersionConflict } from "./errors.ts";
import { numberingOf } from "./numbering.ts";

/**
 * What a person says about a customer. Numbers are in their order, the main one first. What may be left out
 * stays as it is (with a new customer: nothing).
 */
export interface CustomerInput extends Readonly<Record<TextField, string>> {
  readonly numbers: readonly { readonly number: string; readonly label: string }[];
  readonly doNotCall?: boolean;
  readonly birthday?: string;
  readonly ownerId?: number | null;
  /** Values of custom fields by the field's ID; '' is none. Fields that are not in it stay as they are. */
  readonly custom?: ReadonlyMap<number, string>;
}

/** Who changes something (null is the program itself), and when. */
export interface Change {
  readonly by: number | null;
  readonly at: number;
}

export interface CustomerRow extends Readonly<Record<TextField, string>> {
  id: number;
  do_not_call: number;
  birthday: string;
  owner_id: number | null;
  numbers: string;
  created_at: number;
  changed_at: number;
  version: number;
}

/** The columns that `customerOf` reads; the numbers come along as JSON, in one statement. */
export const CUSTOMER_COLUMNS = `customers.id, ${SELECTED_TEXTS}, customers.do_not_call,
  customers.birthday, customers.owner_id, customers.created_at, customers.changed_at, customers.version,
  (SELECT json_group_array(
     json_object('number', n.number, 'normal', n.normal, 'label', n.label) ORDER BY n.position)
   FROM customer_numbers AS n WHERE n.customer_id = customers.id) AS numbers`;

export function customerOf(row: CustomerRow): Customer {
  return {
    id: row.id,
    ...textsOf((field) => row[field]),
    doNotCall: row.do_not_call === 1,
    birthday: row.birthday,
    ownerId: row.owner_id,
    numbers: JSON.parse(row.numbers),
    createdAt: row.created_at,
    changedAt: row.changed_at,
    version: row.version,
  };
}

export function customerById(store: Store, id: number): Customer | null {
  const row = store.get<CustomerRow>(
    `SELECT ${CUSTOMER_COLUMNS} FROM customers WHERE customers.id = ?`,
    id,
  );
  return row === undefined ? null : customerOf(row);
}

/** Each of these customers by their ID, those that are there: one question, however many. */
export function customersByIds(store: Store, ids: readonly number[]): Map<number, Customer> {
  const customers = store.all<CustomerRow>(
    `SELECT ${CUSTOMER_COLUMNS} FROM customers
     WHERE customers.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  ).map(customerOf);
  return new Map(customers.map((customer) => [customer.id, customer]));
}

/** Throws a `RangeError` when a number is none (the form should have said so). */
export function createCustomer(store: Store, input: CustomerInput, change: Change): Customer {
  return store.transaction(() => {
    const { id } = store.run(
      `INSERT INTO customers (${TEXT_COLUMNS}, created_at, created_by, changed_at, changed_by)
       VALUES (${TEXT_PLACES}, ?, ?, ?, ?)`,
      ...textValues(input),
      change.at,
      change.by,
      change.at,
      change.by,
    );
    writeNumbers(store, id, input.numbers, new Set());
    writeMore(store, id, input);
    return known(store, id);
  });
}

/**
 * Replaces what is said about a customer, numbers and all. `version` is the one that the editor saw:
 * throws a `VersionConflict` with the stored customer when it is not the newest, `NotFound` when there is
 * no such customer, a `RangeError` when a number is none that they have had before.
 */
export function updateCustomer(
  store: Store,
  id: number,
  input: CustomerInput,
  version: number,
  change: Change,
): Customer {
  return store.transaction(() => {
    const stored = known(store, id);
    if (stored.version !== version) {
      throw new VersionConflict(stored, `customer ${id}`, version);
    }
    store.run(
      `UPDATE customers SET ${TEXTS_SET}, changed_at = ?, changed_by = ?, version = version + 1
       WHERE id = ?`,
      ...textValues(input),
      change.at,
      change.by,
      id,
    );
    store.run("DELETE FROM customer_numbers WHERE customer_id = ?", id);
    writeNumbers(store, id, input.numbers, new Set(stored.numbers.map(({ number }) => number)));
    writeMore(store, id, input);
    return known(store, id);
  });
}

/** What a customer need not be asked for; `updateCustomer` has counted the version already. */
function writeMore(store: Store, id: number, input: CustomerInput): void {
  const { doNotCall, birthday, ownerId, custom } = input;
  if (doNotCall !== undefined) {
    store.run("UPDATE customers SET do_not_call = ? WHERE id = ?", doNotCall ? 1 : 0, id);
  }
  if (birthday !== undefined) {
    store.run("UPDATE customers SET birthday = ? WHERE id = ?", birthday, id);
  }
  if (ownerId !== undefined) {
    store.run("UPDATE customers SET owner_id = ? WHERE id = ?", ownerId, id);
  }
  if (custom !== undefined) writeFieldValues(store, id, custom);
}

/** `before` are texts that the customer has had: from another reading they may be no number any more. */
function writeNumbers(
  store: Store,
  id: number,
  numbers: CustomerInput["numbers"],
  before: ReadonlySet<string>,
): void {
  const numbering = numberingOf(store);
  numbers.forEach(({ number, label }, position) => {
    const normal = comparedAs(number, numbering);
    if (isUnread(normal) && !before.has(number)) {
      throw new RangeError(`customer ${id}: "${number}" is no phone number`);
    }
    store.run(
      // The same number twice is one number: the first place and label stay.
      `INSERT INTO customer_numbers (customer_id, position, number, normal, label)
       VALUES (?, ?, ?, ?, ?) ON CONFLICT (customer_id, normal) DO NOTHING`,
      id,
      position,
      number,
      normal,
      label,
    );
  });
}

function known(store: Store, id: number): Customer {
  const customer = customerById(store, id);
  if (customer === null) throw new NotFound("customer", id);
  return customer;
}
