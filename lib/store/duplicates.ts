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
      const row = nextKey(store, kind, key);
      if (row === undefined) break;
      key = row.key;
      const group = groupOf(store, kind, row);
      if (group !== null) groups.push(group);
      looked += 1;
      if (groups.length === limit || looked === MOST_LOOKED_AT) {
        return { groups, next: { kind, key } };
      }
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
  different: string;
}

function nextKey(store: Store, kind: DuplicateKind, after: string): KeyRow | undefined {
  return store.get<KeyRow>(
    `SELECT key, different FROM duplicate_keys WHERE kind = ? AND key > ?
     ORDER BY key LIMIT 1`,
    kind,
    after,
  );
}

function groupOf(store: Store, kind: DuplicateKind, row: KeyRow): DuplicateGroup | null {
  const ids = membersOf(store, kind, row.key);
  if (ids.length < 2) {
    if (!store.readOnly) {
      store.late.note({
        what: "two customers are no duplicates of each other any more",
        key: `duplicates ${kind} ${row.key}`,
        write: () =>
          store.run("DELETE FROM duplicate_keys WHERE kind = ? AND key = ?", kind, row.key),
      });
    }
    return null;
  }
  if (kind === "number" && ids.length > MOST_SHARED) return null;
  const different = new Set(JSON.parse(row.different) as number[]);
  if (ids.every((id) => different.has(id))) return null;
  const customers = store.all<CustomerRow>(
    `SELECT ${CUSTOMER_COLUMNS} FROM customers
     WHERE customers.id IN (SELECT value FROM json_each(?)) AND ${VISIBLE_CUSTOMER}
     ORDER BY customers.id`,
    JSON.stringify(ids),
  ).map(customerOf);
  // Names that are the same, and not only similar, are a group of their own already.
  if (kind === "similar" && new Set(customers.map(({ name }) => name)).size < 2) return null;
  return customers.length < 2 ? null : { kind, key: row.key, customers };
}

/** One more than are shown together at most. */
const MOST_MEMBERS = 10;

function membersOf(store: Store, kind: DuplicateKind, key: string): number[] {
  const rows = (): { id: number }[] => {
    switch (kind) {
      case "number":
        return store.all(
          "SELECT customer_id AS id FROM customer_numbers WHERE normal = ? LIMIT ?",
          key,
          MOST_MEMBERS,
        );
      case "email":
        return store.all(
          `SELECT customer_id AS id FROM customer_places
           WHERE email_key = ? AND email_key <> 0 LIMIT ?`,
          Number(key),
          MOST_MEMBERS,
        );
      case "name":
        return store.all(
          `SELECT customer_id AS id FROM customer_places
           WHERE name_key = ? AND name_key <> 0 LIMIT ?`,
          Number(key),
          MOST_MEMBERS,
        );
      case "similar":
        return store.all(
          `SELECT customer_id AS id FROM customer_places
           WHERE sound_key = ? AND sound_key <> 0 LIMIT ?`,
          Number(key),
          MOST_MEMBERS,
        );
      default:
        return kind satisfies never;
    }
  };
  return rows().map(({ id }) => id);
}
