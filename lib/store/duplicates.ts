import type { Customer } from "../domain/customer.ts";
import { CUSTOMER_COLUMNS, customerOf, type CustomerRow } from "./customers.ts";
import type { Store } from "./database.ts";
import type { DuplicateKind } from "./duplicate_keys.ts";
import { indexForSearch } from "./search_index.ts";
import { VISIBLE_CUSTOMER } from "./visible_customers.ts";

/** Customers who are likely one. */
export interface DuplicateGroup {
  readonly kind: DuplicateKind;
  /** The number in normal form, or what stands for the rest that they share. */
  readonly key: string;
  readonly customers: readonly Customer[];
}

/** Where a page ends, and the next one begins. */
export interface DuplicatePlace {
  readonly kind: DuplicateKind;
  readonly key: string;
}

/** The surest reason first. */
export const DUPLICATE_KINDS: readonly DuplicateKind[] = ["name", "email", "similar", "number"];

/** A number that more have is the number of a company. */
const MOST_SHARED = 8;
/** What was changed a moment ago is compared at once. */
const MOST_INDEXED = 20;
/** So many are looked at for one page; those that are none any more are forgotten on the way. */
const MOST_LOOKED_AT = 200;

/**
 * Likely duplicates, the surest first, from behind a place on: found by what was noted down when the customers
 * were indexed. What is a group no more is left out and forgotten.
 */
export function listDuplicates(
  store: Store,
  after: DuplicatePlace | null,
  limit: number,
): { readonly groups: DuplicateGroup[]; readonly next: DuplicatePlace | null } {
  indexForSearch(store, MOST_INDEXED);
  const groups: DuplicateGroup[] = [];
  let looked = 0;
  for (const kind of DUPLICATE_KINDS) {
    if (after !== null && DUPLICATE_KINDS.indexOf(kind) < DUPLICATE_KINDS.indexOf(after.kind)) {
      continue;
    }
    let key = after?.kind === kind ? after.key : "";
    while (true) {
      const rows = keysBehind(store, kind, key);
      const found = groupsOf(store, kind, rows);
      for (const row of rows) {
        key = row.key;
        const group = found.get(key);
        if (group !== undefined) groups.push(group);
        looked += 1;
        if (groups.length === limit || looked === MOST_LOOKED_AT) {
          return { groups, next: { kind, key } };
        }
      }
      if (rows.length < KEYS_AT_ONCE) break;
    }
  }
  return { groups, next: null };
}

/** Somebody says that these are different people: not shown again as long as no other comes to them. */
export function sayDifferent(
  store: Store,
  { kind, key }: DuplicatePlace,
  customerIds: readonly number[],
): void {
  store.run(
    "UPDATE duplicate_keys SET different = ? WHERE kind = ? AND key = ?",
    JSON.stringify(customerIds.toSorted((a, b) => a - b)),
    kind,
    key,
  );
}

interface KeyRow {
  key: string;
  /** JSON, as `members`: IDs of customers. */
  different: string;
  members: string;
}

/** So many are read in one question. */
const KEYS_AT_ONCE = 20;
/** One more than are shown together at most. */
const MOST_MEMBERS = 10;

/** The next keys with those who have them. */
function keysBehind(store: Store, kind: DuplicateKind, after: string): KeyRow[] {
  return store.all<KeyRow>(
    `SELECT key, different, (SELECT json_group_array(id) FROM (${MEMBERS[kind]} LIMIT ?)) AS members
     FROM duplicate_keys AS keys WHERE kind = ? AND key > ? ORDER BY key LIMIT ?`,
    MOST_MEMBERS,
    kind,
    after,
    KEYS_AT_ONCE,
  );
}

/** SQL of those who have a key, by `id`. */
const MEMBERS: Readonly<Record<DuplicateKind, string>> = {
  number: "SELECT customer_id AS id FROM customer_numbers WHERE normal = keys.key",
  email: `SELECT customer_id AS id FROM customer_places
    WHERE email_key = CAST(keys.key AS INTEGER) AND email_key <> 0`,
  name: `SELECT customer_id AS id FROM customer_places
    WHERE name_key = CAST(keys.key AS INTEGER) AND name_key <> 0`,
  similar: `SELECT customer_id AS id FROM customer_places
    WHERE sound_key = CAST(keys.key AS INTEGER) AND sound_key <> 0`,
};

/** Those of these keys by which there is a group. */
function groupsOf(
  store: Store,
  kind: DuplicateKind,
  rows: readonly KeyRow[],
): Map<string, DuplicateGroup> {
  const together = new Map<string, readonly number[]>();
  for (const row of rows) {
    const ids = JSON.parse(row.members) as number[];
    if (ids.length < 2) forget(store, kind, row.key);
    else if (isGroup(kind, ids, row)) together.set(row.key, ids);
  }
  const customers = visibleOf(store, [...new Set([...together.values()].flat())]);
  const groups = new Map<string, DuplicateGroup>();
  for (const [key, ids] of together) {
    const members = customers.filter(({ id }) => ids.includes(id));
    // Names that are the same, and not only similar, are a group of their own already.
    if (kind === "similar" && new Set(members.map(({ name }) => name)).size < 2) continue;
    if (members.length >= 2) groups.set(key, { kind, key, customers: members });
  }
  return groups;
}

function isGroup(kind: DuplicateKind, ids: readonly number[], { different }: KeyRow): boolean {
  if (kind === "number" && ids.length > MOST_SHARED) return false;
  const said = new Set(JSON.parse(different) as number[]);
  return !ids.every((id) => said.has(id));
}

function visibleOf(store: Store, ids: readonly number[]): Customer[] {
  return store.all<CustomerRow>(
    `SELECT ${CUSTOMER_COLUMNS} FROM customers
     WHERE customers.id IN (SELECT value FROM json_each(?)) AND ${VISIBLE_CUSTOMER}
     ORDER BY customers.id`,
    JSON.stringify(ids),
  ).map(customerOf);
}

function forget(store: Store, kind: DuplicateKind, key: string): void {
  if (store.readOnly) return;
  store.late.note({
    what: "two customers are no duplicates of each other any more",
    key: `duplicates ${kind} ${key}`,
    write: () => store.run("DELETE FROM duplicate_keys WHERE kind = ? AND key = ?", kind, key),
  });
}
