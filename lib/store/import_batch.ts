import { allComparedAs } from "../domain/compared_number.ts";
import { NO_TEXTS, type TextField } from "../domain/customer_fields.ts";
import { TEXT_COLUMNS, TEXTS_OF_JSON, textValues } from "./customer_texts.ts";
import type { Change } from "./customers.ts";
import type { Store } from "./database.ts";
import type { Numbering } from "../domain/numbering.ts";
import { numberingOf } from "./numbering.ts";
import { noteNewCustomers, type SearchEntry, searchEntryOf } from "./search_batch.ts";
import { VISIBLE_CUSTOMER } from "./visible_customers.ts";

/** A customer as a file says it: only the fields that stand there, none of them blank. */
export interface ImportedCustomer {
  readonly texts: Readonly<Partial<Record<TextField, string>>>;
  readonly numbers: readonly {
    readonly number: string;
    readonly normal: string;
    readonly label: string;
  }[];
  readonly doNotCall?: boolean;
  readonly birthday?: string;
  readonly ownerId?: number;
  /** Fields that an administrator defined: the ID and the value, as `checkFieldValue` makes it. */
  readonly custom: readonly (readonly [number, string])[];
}

/** A customer with all that needs no database, made before the write lock is taken. */
export interface NewCustomer extends ImportedCustomer {
  readonly entry: SearchEntry;
}

export function newCustomerOf(customer: ImportedCustomer): NewCustomer {
  const said = { ...NO_TEXTS, ...customer.texts };
  return { ...customer, entry: searchEntryOf(said, customer.numbers.map(({ normal }) => normal)) };
}

/** Somebody whom a row may be about. */
export interface Twin {
  readonly id: number;
  readonly name: string;
  readonly company: string;
}

/** Who has one of these numbers (normal forms): everybody, by number. */
export function twinsByNumbers(store: Store, normals: readonly string[]): Map<string, Twin[]> {
  return gathered(store.all<Twin & { key: string }>(
    `SELECT own.normal AS key, customers.id, customers.name, customers.company
     FROM json_each(?) AS asked
     JOIN customer_numbers AS own ON own.normal = asked.value
     JOIN customers ON customers.id = own.customer_id
     WHERE ${VISIBLE_CUSTOMER} ORDER BY customers.id`,
    JSON.stringify(normals),
  ));
}

/** Who has exactly one of these names: everybody, by name and company with a line break in between. */
export function twinsByNames(store: Store, names: readonly string[]): Map<string, Twin[]> {
  return gathered(store.all<Twin & { key: string }>(
    `SELECT customers.name || char(10) || customers.company AS key, customers.id, customers.name,
       customers.company
     FROM json_each(?) AS asked JOIN customers ON customers.name = asked.value
     WHERE ${VISIBLE_CUSTOMER} ORDER BY customers.id`,
    JSON.stringify(names),
  ));
}

/** Who has one of these likenesses of name and company (`nameLikeness`), as far as the index of the search is: everybody, by it. */
export function twinsByLikeness(store: Store, keys: readonly number[]): Map<number, Twin[]> {
  return gathered(store.all<Twin & { key: number }>(
    `SELECT places.name_key AS key, customers.id, customers.name, customers.company
     FROM json_each(?) AS asked
     JOIN customer_places AS places ON places.name_key = asked.value AND places.name_key <> 0
     JOIN customers ON customers.id = places.customer_id
     WHERE ${VISIBLE_CUSTOMER} ORDER BY customers.id`,
    JSON.stringify(keys),
  ));
}

/** Who has one of these values in an own field of the office: everybody, by value. */
export function twinsByField(
  store: Store,
  fieldId: number,
  values: readonly string[],
): Map<string, Twin[]> {
  return gathered(store.all<Twin & { key: string }>(
    `SELECT own.value AS key, customers.id, customers.name, customers.company
     FROM json_each(?) AS asked
     JOIN customer_field_values AS own ON own.field_id = ? AND own.value = asked.value
     JOIN customers ON customers.id = own.customer_id
     WHERE ${VISIBLE_CUSTOMER} ORDER BY customers.id`,
    JSON.stringify(values),
    fieldId,
  ));
}

function gathered<Key>(rows: readonly (Twin & { readonly key: Key })[]): Map<Key, Twin[]> {
  const found = new Map<Key, Twin[]>();
  for (const { key, ...twin } of rows) {
    const twins = found.get(key);
    if (twins === undefined) found.set(key, [twin]);
    else twins.push(twin);
  }
  return found;
}

/**
 * Stores customers of an import that is `writing`: nobody sees them before it is published. To be called in a
 * transaction that ends with `indexWords`. Returns the first one's ID; the others' follow.
 */
export function insertImported(
  store: Store,
  importId: number,
  customers: readonly NewCustomer[],
  change: Change,
): number {
  const first = 1 + (store.get<{ seq: number }>(
    "SELECT seq FROM sqlite_sequence WHERE name = 'customers'",
  )?.seq ?? 0);
  const numbering = numberingOf(store);
  store.run(
    `INSERT INTO customers (id, ${TEXT_COLUMNS},
       do_not_call, birthday, owner_id, created_at, created_by, changed_at, changed_by, batch_id)
     SELECT ?1 + it.key, ${TEXTS_OF_JSON},
       it.value ->> '$[#-3]', it.value ->> '$[#-2]', it.value ->> '$[#-1]', ?2, ?3, ?2, ?3, ?4
     FROM json_each(?5) AS it`,
    first,
    change.at,
    change.by,
    importId,
    JSON.stringify(customers.map(rowOf)),
  );
  store.run(
    `INSERT INTO customer_numbers (customer_id, position, number, normal, label)
     SELECT ? + (it.value ->> 0), it.value ->> 1, it.value ->> 2, it.value ->> 3, it.value ->> 4
     FROM json_each(?) AS it`,
    first,
    JSON.stringify(customers.flatMap((one, index) => numbersOf(one, index, numbering))),
  );
  const custom = customers.flatMap((one, index) => one.custom.map((it) => [index, ...it]));
  if (custom.length > 0) {
    store.run(
      `INSERT INTO customer_field_values (customer_id, field_id, value)
       SELECT ? + (it.value ->> 0), it.value ->> 1, it.value ->> 2 FROM json_each(?) AS it`,
      first,
      JSON.stringify(custom),
    );
  }
  noteNewCustomers(store, first, customers.map(({ entry }) => entry));
  return first;
}

/**
 * The numbers of the customer at `index`, in the order of the columns above; as they are read in this moment: the office may
 * have said otherwise how, since the file was begun.
 */
function numbersOf({ numbers }: NewCustomer, index: number, numbering: Numbering) {
  const compared = allComparedAs(numbers.map(({ number }) => number), numbering);
  return numbers.map(({ number, label }, position) => [
    ...[index, position, number, compared[position], label],
  ]);
}

/** In the order of the columns above. */
function rowOf({ texts, doNotCall, birthday, ownerId }: NewCustomer) {
  return [
    ...textValues(texts),
    doNotCall ? 1 : 0,
    birthday ?? "",
    ownerId ?? null,
  ];
}

/** Commits of this connection wait for no disk: for slices of a batch, which a power cut may take whole. */
export function commitLazily(store: Store): void {
  store.get("PRAGMA synchronous = NORMAL");
  // This connection moves pages from the log into the file, so that the calls' commits seldom need to.
  store.get("PRAGMA wal_autocheckpoint = 800");
}

/** The next commit is on the disk, and every one before it, when it returns. */
export function commitDurably(store: Store): void {
  store.get("PRAGMA synchronous = FULL");
}

/** Takes away up to `limit` customers of an import; returns how many there were. */
export function removeImported(store: Store, importId: number, limit: number): number {
  return store.run(
    `DELETE FROM customers WHERE id IN (
       SELECT id FROM customers WHERE batch_id = ? AND batch_id > 0 ORDER BY id DESC LIMIT ?)`,
    importId,
    limit,
  ).changes;
}

/** How many customers an import has made that are still there. */
export function countImported(store: Store, importId: number): number {
  return store.get<{ n: number }>(
    "SELECT count(*) AS n FROM customers WHERE batch_id = ? AND batch_id > 0",
    importId,
  )?.n ?? 0;
}
