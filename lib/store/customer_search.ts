import type { Customer } from "../domain/customer.ts";
import { anywhere, inNote, nameStart, numberEnd } from "../domain/search_pieces.ts";
import {
  fits,
  type Searched,
  searchedOf,
  type SearchQuery,
  searchQuery,
} from "../domain/search_query.ts";
import { folded, placeOf } from "../domain/search_text.ts";
import { survivorOf } from "./customer_aliases.ts";
import { customersByNumber } from "./customer_match.ts";
import { CUSTOMER_COLUMNS, customerById, customerOf, type CustomerRow } from "./customers.ts";
import type { Store } from "./database.ts";
import { indexForSearch, isWaiting } from "./search_index.ts";
import { type PlacedIndex, scan } from "./search_scan.ts";
import { VISIBLE_CUSTOMER } from "./visible_customers.ts";

/** A customer who was found, and the note in which the words stand where they stand nowhere else. */
export interface FoundCustomer {
  readonly customer: Customer;
  readonly note: { readonly id: number; readonly text: string; readonly createdAt: number } | null;
}

/** What a search has found. */
export interface Finding {
  readonly found: readonly FoundCustomer[];
  /** False where time was up before everything was looked through: there may be others. */
  readonly complete: boolean;
}

/** As long as a search may take while somebody types: its answer is there before the next key. */
const TYPING_MS = 10;
/** What was changed a moment ago is found at once, unless very much was: that is indexed bit by bit. */
const MOST_INDEXED = 20;
/** So many are read at a time where all are wanted. */
const PAGE = 500;

/**
 * Customers found by what was typed, at most `limit`: by ID or exact number; then those whose name begins so;
 * then those with a number that ends so; then those with every word in a name, company, number, department,
 * e-mail, memo or warning; then those with every word in one consultation. Within each, whoever was in contact
 * last comes first.
 */
export function findCustomers(
  store: Store,
  typed: string,
  limit: number,
  budgetMs = TYPING_MS,
): Finding {
  indexForSearch(store, MOST_INDEXED);
  const hits = everyHit(store, searchQuery(typed), performance.now() + budgetMs);
  const found: FoundCustomer[] = [];
  while (found.length < limit) {
    const { done, value } = hits.next();
    if (done) return { found, complete: value && !isWaiting(store) };
    found.push(value);
  }
  return { found, complete: true };
}

/** The same for those who only ask who it is, however long it takes. */
export function searchCustomers(store: Store, typed: string, limit: number): Customer[] {
  return findCustomers(store, typed, limit, Infinity).found.map(({ customer }) => customer);
}

/** Everybody who is found, in the same order, page by page. */
export function* everyFound(store: Store, typed: string): Generator<Customer[]> {
  indexForSearch(store, MOST_INDEXED);
  let page: Customer[] = [];
  for (const { customer } of everyHit(store, searchQuery(typed), Infinity)) {
    page.push(customer);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  yield page;
}

/** Returns whether everything was looked through. */
function* everyHit(
  store: Store,
  query: SearchQuery,
  deadline: number,
): Generator<FoundCustomer, boolean> {
  const seen = new Set<number>();
  for (const customer of surely(store, query)) {
    if (!seen.has(customer.id)) yield { customer, note: null };
    seen.add(customer.id);
  }
  let complete = true;
  const { customers, notes } = indexesOf(store);
  for (const [expression, accept] of questions(query)) {
    if (expression === null) continue;
    const all = yield* picked(scan(customers, expression, deadline), (row) => {
      if (row.visible === 0 || seen.has(row.id)) return null;
      const customer = customerOf(row);
      if (!accept(customer)) return null;
      seen.add(customer.id);
      return { customer, note: null };
    });
    complete &&= all;
  }
  const words = inNote(query);
  if (words === null) return complete;
  const all = yield* picked(scan(notes, words, deadline), (note) => {
    if (note.customer_id === null || seen.has(note.customer_id)) return null;
    const text = folded(note.text);
    if (!query.words.every((word) => text.includes(word.text))) return null;
    const customer = visibleCustomer(store, note.customer_id);
    if (customer === null) return null;
    seen.add(customer.id);
    return { customer, note: { id: note.place, text: note.text, createdAt: note.created_at } };
  });
  return complete && all;
}

/** What `pick` makes of each that is no null. */
function* picked<Hit, Found, End>(
  hits: Generator<Hit, End>,
  pick: (hit: Hit) => Found | null,
): Generator<Found, End> {
  while (true) {
    const { done, value } = hits.next();
    if (done) return value;
    const found = pick(value);
    if (found !== null) yield found;
  }
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

function searched(customer: Customer): Searched {
  return searchedOf(customer, customer.numbers.map(({ normal }) => normal));
}

type CustomerHit = CustomerRow & {
  place: number;
  /** Filtered out where it is read, what an import is writing would look like the end of the hits. */
  visible: number;
};

interface NoteHit {
  place: number;
  customer_id: number | null;
  text: string;
  created_at: number;
}

function indexesOf(store: Store): {
  readonly customers: PlacedIndex<CustomerHit>;
  readonly notes: PlacedIndex<NoteHit>;
} {
  return {
    customers: {
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
    },
    notes: {
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
    },
  };
}

function visibleCustomer(store: Store, id: number): Customer | null {
  const row = store.get<CustomerRow>(
    `SELECT ${CUSTOMER_COLUMNS} FROM customers WHERE customers.id = ? AND ${VISIBLE_CUSTOMER}`,
    id,
  );
  return row === undefined ? null : customerOf(row);
}
