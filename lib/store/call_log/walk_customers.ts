import type { IdSet } from "../../domain/id_set.ts";
import type { Store } from "../database.ts";

// The calls of a set in the order of their customers: customers are read in parts in the order of their index,
// then the calls of each part.

interface Customer {
  readonly id: number;
  readonly key: string;
}

/** Customers that are read at a time. */
const PART = 200;

const FIRST: Customer = { key: "", id: 0 };
const LAST: Customer = { key: "\u{10ffff}", id: Number.MAX_SAFE_INTEGER };

export function walkNames(store: Store, set: Pick<IdSet, "has">, up: boolean) {
  const sql = up
    ? `SELECT id, name AS key FROM customers WHERE (name, id) >= (?, ?)
       ORDER BY name, id LIMIT ?`
    : `SELECT id, name AS key FROM customers WHERE (name, id) <= (?, ?)
       ORDER BY name DESC, id DESC LIMIT ?`;
  return walk(store, set, up, sql);
}

export function walkCompanies(store: Store, set: Pick<IdSet, "has">, up: boolean) {
  const sql = up
    ? `SELECT id, company AS key FROM customers WHERE company <> '' AND (company, id) >= (?, ?)
       ORDER BY company, id LIMIT ?`
    : `SELECT id, company AS key FROM customers WHERE company <> '' AND (company, id) <= (?, ?)
       ORDER BY company DESC, id DESC LIMIT ?`;
  return walk(store, set, up, sql);
}

function* walk(
  store: Store,
  set: Pick<IdSet, "has">,
  up: boolean,
  sql: string,
): Generator<number[], void, undefined> {
  let place = up ? FIRST : LAST;
  while (true) {
    const part = store.all<Customer>(sql, place.key, place.id, PART + 1);
    const more = part.length > PART;
    const here = part.slice(0, PART);
    const calls = callsOf(store, here, set);
    const found: number[] = [];
    for (const customer of here) {
      const own = calls.get(customer.id) ?? [];
      found.push(...(up ? own : own.reverse()));
    }
    // Nothing found is told too: whoever waits can have waited long enough.
    yield found;
    if (!more) return;
    place = part[PART]!;
  }
}

/** By customer, the calls of the set, the lowest ID first. */
function callsOf(
  store: Store,
  customers: readonly Customer[],
  set: Pick<IdSet, "has">,
): Map<number, number[]> {
  const found = new Map<number, number[]>();
  const rows = store.all<{ customer_id: number; id: number }>(
    `SELECT calls.customer_id, calls.id FROM json_each(?) AS asked
     CROSS JOIN calls ON calls.customer_id = asked.value ORDER BY calls.id`,
    JSON.stringify(customers.map((customer) => customer.id)),
  );
  for (const { customer_id, id } of rows) {
    if (!set.has(id)) continue;
    const own = found.get(customer_id);
    if (own === undefined) found.set(customer_id, [id]);
    else own.push(id);
  }
  return found;
}
