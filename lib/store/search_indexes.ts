import type { Customer } from "../domain/customer.ts";
import { CUSTOMER_COLUMNS, customerOf, type CustomerRow } from "./customers.ts";
import type { Store } from "./database.ts";
import type { PlacedIndex } from "./search_scan.ts";
import { VISIBLE_CUSTOMER } from "./visible_customers.ts";

export type CustomerHit = CustomerRow & {
  place: number;
  /** Filtered out where it is read, what an import is writing would look like the end of the hits. */
  visible: number;
};

export interface NoteHit {
  place: number;
  customer_id: number | null;
  text: string;
  created_at: number;
}

/** Customers by `customer_words`, the last contact first. */
export function customerIndex(store: Store): PlacedIndex<CustomerHit> {
  return {
    read: (expression, below, limit) =>
      store.all(
        `SELECT ${CUSTOMER_COLUMNS}, hits.place, ${VISIBLE_CUSTOMER} AS visible FROM (
             SELECT rowid AS place FROM customer_words
             WHERE customer_words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?
           ) AS hits
           CROSS JOIN customer_places ON customer_places.place = hits.place
           CROSS JOIN customers ON customers.id = customer_places.customer_id
           ORDER BY hits.place DESC`,
        expression,
        below,
        limit,
      ),
  };
}

/** Consultations by `note_words`, the newest first. */
export function noteIndex(store: Store): PlacedIndex<NoteHit> {
  return {
    highest: () =>
      store.get<{ place: number | null }>("SELECT max(id) AS place FROM consultations")?.place ??
        0,
    read: (expression, below, limit) =>
      store.all(
        `SELECT hits.place, notes.customer_id, notes.text, notes.created_at FROM (
             SELECT rowid AS place FROM note_words
             WHERE note_words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?
           ) AS hits CROSS JOIN consultations AS notes ON notes.id = hits.place
           ORDER BY hits.place DESC`,
        expression,
        below,
        limit,
      ),
  };
}

/** Null where there is none, or an import is still writing it. */
export function visibleCustomer(store: Store, id: number): Customer | null {
  const row = store.get<CustomerRow>(
    `SELECT ${CUSTOMER_COLUMNS} FROM customers WHERE customers.id = ? AND ${VISIBLE_CUSTOMER}`,
    id,
  );
  return row === undefined ? null : customerOf(row);
}
