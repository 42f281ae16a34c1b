import type { Customer } from "../domain/customer.ts";
import type { Store } from "./database.ts";
import { everyHit, type FoundCustomer } from "./search_hits.ts";
import { indexForSearch, isWaiting } from "./search_index.ts";

export type { FoundCustomer } from "./search_hits.ts";

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
 * Customers found by what was typed, at most `limit`: by ID, e-mail address or exact number; then those whose name
 * begins so; then those with a number that ends so; then those with every word in a name, company, number, department,
 * e-mail, memo or warning; then those with every word in one consultation. Within each, whoever was in contact last
 * comes first.
 *
 * While those are few, looser readings follow: without what is only said beside a name (님, (주)), with the last
 * syllable still being typed, and last of all what the other keyboard writes, which is called a guess.
 */
export function findCustomers(
  store: Store,
  typed: string,
  limit: number,
  budgetMs = TYPING_MS,
  guessing = true,
): Finding {
  indexForSearch(store, MOST_INDEXED);
  const hits = everyHit(store, typed, performance.now() + budgetMs, guessing);
  const found: FoundCustomer[] = [];
  while (found.length < limit) {
    const { done, value } = hits.next();
    if (done) return { found, complete: value && !isWaiting(store) };
    found.push(value);
  }
  return { found, complete: true };
}

/** The same for those who only ask who it is, however long it takes, and see nobody's guess called one. */
export function searchCustomers(store: Store, typed: string, limit: number): Customer[] {
  return findCustomers(store, typed, limit, Infinity, false).found.map(({ customer }) => customer);
}

/** Everybody who is found, in the same order, page by page. */
export function* everyFound(store: Store, typed: string): Generator<Customer[]> {
  indexForSearch(store, MOST_INDEXED);
  let page: Customer[] = [];
  for (const { customer } of everyHit(store, typed, Infinity, true)) {
    page.push(customer);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  yield page;
}
