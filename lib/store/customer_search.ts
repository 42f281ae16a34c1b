import type { Customer } from "../domain/customer.ts";
import { anywhere, inNote, nameStart, numberEnd } from "../domain/search_pieces.ts";
import { fits, mailName, type SearchQuery, searchQuery } from "../domain/search_query.ts";
import { folded, placeOf } from "../domain/search_text.ts";
import { survivorOf } from "./customer_aliases.ts";
import { customersByNumber } from "./customer_match.ts";
import { CUSTOMER_COLUMNS, customerById, customerOf, type CustomerRow } from "./customers.ts";
import type { Store } from "./database.ts";
import { indexWaiting } from "./search_index.ts";
import { scan } from "./search_scan.ts";
import { VISIBLE_CUSTOMER } from "./visible_customers.ts";

export { chosenCustomer, customersByNumber } from "./customer_match.ts";

/** A customer who was found, and the note in which the words stand where they stand nowhere else. */
export interface FoundCustomer {
  readonly customer: Customer;
  readonly note: { readonly id: number; readonly text: string; readonly createdAt: number } | null;
}

/** How long a search may take before what it has found must do. */
const BUDGET_MS = 8;
/** What was changed a moment ago is found at once, unless very much was: that is indexed bit by bit. */
const MOST_INDEXED = 20;

/**
 * Customers found by what was typed, at most `limit`: by ID or exact number; then those whose name begins so;
 * then those with a number that ends so; then those with every word in a name, company, number, department,
 * e-mail, memo or warning; then those with every word in one consultation. Within each, whoever was in contact
 * last comes first.
 */
export function findCustomers(store: Store, typed: string, limit: number): FoundCustomer[] {
  if (!store.readOnly) indexWaiting(store, MOST_INDEXED);
  const deadline = performance.now() + BUDGET_MS;
  const query = searchQuery(typed);
  const found = new Map<number, FoundCustomer>();
  const add = (customer: Customer, note: FoundCustomer["note"] = null) => {
    if (found.size === limit || found.has(customer.id)) return false;
    found.set(customer.id, { customer, note });
    return true;
  };
  for (const customer of surely(store, query)) add(customer);
  for (const [expression, accept] of questions(query)) {
    if (expression === null || found.size === limit) continue;
    const wanted = limit - found.size;
    scanCustomers(
      store,
      expression,
      wanted,
      deadline,
      (one) => !found.has(one.id) && accept(one) && add(one),
    );
  }
  const notes = found.size === limit ? null : inNote(query);
  if (notes !== null) {
    scanNotes(store, notes, limit - found.size, deadline, (note) => {
      const text = folded(note.text);
      if (found.has(note.customer_id)) return false;
      if (!query.words.every((word) => text.includes(word.text))) return false;
      const customer = visibleCustomer(store, note.customer_id);
      return customer !== null &&
        add(customer, { id: note.place, text: note.text, createdAt: note.created_at });
    });
  }
  return [...found.values()];
}

/** The same without the notes, for those who only ask who it is. */
export function searchCustomers(store: Store, typed: string, limit: number): Customer[] {
  return findCustomers(store, typed, limit).map(({ customer }) => customer);
}

function surely(store: Store, query: SearchQuery): Customer[] {
  const id = query.customerId;
  const byId = id === null ? null : customerById(store, survivorOf(store, id) ?? id);
  const byNumber = query.number === null ? [] : customersByNumber(store, query.number);
  return byId === null ? byNumber : [byId, ...byNumber];
}

function questions(
  query: SearchQuery,
): (readonly [string | null, (customer: Customer) => boolean])[] {
  const digits = query.words[0]?.digits ?? "";
  return [
    [nameStart(query), (one) => placeOf(query.whole, folded(one.name)) === 0],
    [numberEnd(query), (one) => one.numbers.some(({ normal }) => normal.endsWith(digits))],
    [anywhere(query), (one) => fits(query, searched(one), folded)],
  ];
}

function searched({ name, company, department, email, memo, warning, numbers }: Customer) {
  return {
    name,
    company,
    details: [department, mailName(email), memo, warning],
    numbers: numbers.map((number) => number.normal),
  };
}

function scanCustomers(
  store: Store,
  expression: string,
  wanted: number,
  deadline: number,
  accept: (customer: Customer) => boolean,
): void {
  const read = (below: number, limit: number) =>
    store.all<CustomerRow & { place: number }>(
      `SELECT ${CUSTOMER_COLUMNS}, hits.place FROM (
         SELECT rowid AS place FROM customer_words
         WHERE customer_words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?
       ) AS hits
       CROSS JOIN customer_places ON customer_places.place = hits.place
       CROSS JOIN customers ON customers.id = customer_places.customer_id
       WHERE ${VISIBLE_CUSTOMER}
       ORDER BY hits.place DESC`,
      expression,
      below,
      limit,
    );
  scan(read, (row) => accept(customerOf(row)), wanted, deadline);
}

interface NoteHit {
  place: number;
  customer_id: number;
  text: string;
  created_at: number;
}

function scanNotes(
  store: Store,
  expression: string,
  wanted: number,
  deadline: number,
  accept: (note: NoteHit) => boolean,
): void {
  const read = (below: number, limit: number) =>
    store.all<NoteHit>(
      `SELECT hits.place, notes.customer_id, notes.text, notes.created_at FROM (
         SELECT rowid AS place FROM note_words
         WHERE note_words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?
       ) AS hits CROSS JOIN consultations AS notes ON notes.id = hits.place
       ORDER BY hits.place DESC`,
      expression,
      below,
      limit,
    );
  scan(
    read,
    (note) => note.customer_id !== null && accept(note),
    wanted,
    deadline,
  );
}

function visibleCustomer(store: Store, id: number): Customer | null {
  const row = store.get<CustomerRow>(
    `SELECT ${CUSTOMER_COLUMNS} FROM customers WHERE customers.id = ? AND ${VISIBLE_CUSTOMER}`,
    id,
  );
  return row === undefined ? null : customerOf(row);
}
