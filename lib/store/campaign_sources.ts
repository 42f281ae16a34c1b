import type { NewEntry } from "./campaign_entries.ts";
import type { Store } from "./database.ts";
import { VISIBLE_CUSTOMER } from "./visible_customers.ts";

/** Which customers: with this grade, of this import; null is any. */
export interface CustomerChoice {
  readonly grade: string | null;
  readonly importId: number | null;
}

type Row = Omit<NewEntry, "customerId"> & { readonly customerId: number };

/** So many IDs are looked at in one go: a rare grade among a million customers takes many short looks. */
export const LOOK_AT = 5000;

/** The highest ID of a customer; 0 without customers. */
export function lastCustomerId(store: Store): number {
  return store.get<{ id: number | null }>("SELECT max(id) AS id FROM customers")?.id ?? 0;
}

/**
 * The customers of that choice among the `LOOK_AT` IDs behind `after`, with their main number; without those who asked
 * not to be called.
 */
export function customersToCall(
  store: Store,
  { grade, importId }: CustomerChoice,
  after: number,
): Row[] {
  return store.all<Row>(
    `SELECT customers.id AS customerId, number.number, number.normal, customers.name, customers.company
     FROM customers JOIN customer_numbers AS number
       ON number.customer_id = customers.id AND number.position = 0
         -- what is not surely a number is dialled by nobody
         AND substr(number.normal, 1, 1) <> '?'
     WHERE customers.id > ?1 AND customers.id <= ?1 + ${LOOK_AT} AND customers.do_not_call = 0 AND ${VISIBLE_CUSTOMER}
       AND (?2 IS NULL OR customers.grade = ?2) AND (?3 IS NULL OR customers.batch_id = ?3)
     ORDER BY customers.id`,
    after,
    grade,
    importId,
  );
}

/** Files from which customers were imported, the newest first. */
export function importsToCall(store: Store): { id: number; name: string; at: number }[] {
  return store.all<{ id: number; name: string; at: number }>(
    `SELECT id, file_name AS name, created_at AS at FROM imports WHERE state = 'done'
     ORDER BY id DESC LIMIT 20`,
  );
}
