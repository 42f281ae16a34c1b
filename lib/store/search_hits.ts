import type { Customer } from "../domain/customer.ts";
import { otherKeyboard } from "../domain/other_keyboard.ts";
import { anywhere, inNote, nameStart, numberEnd } from "../domain/search_pieces.ts";
import { fits, type Searched, searchedOf, type SearchQuery } from "../domain/search_query.ts";
import { type SearchReadings, searchReadings } from "../domain/search_readings.ts";
import { folded, placeOf } from "../domain/search_text.ts";
import { survivorOf } from "./customer_aliases.ts";
import { customersByEmail, customersByNumber } from "./customer_match.ts";
import { customerById, customerOf } from "./customers.ts";
import type { Store } from "./database.ts";
import { numberingOf } from "./numbering.ts";
import { customerIndex, noteIndex, visibleCustomer } from "./search_indexes.ts";
import { scan } from "./search_scan.ts";

/** A customer who was found, and the note in which the words stand where they stand nowhere else. */
export interface FoundCustomer {
  readonly customer: Customer;
  readonly note: { readonly id: number; readonly text: string; readonly createdAt: number } | null;
  /** The reading of what was typed that fits. */
  readonly query: SearchQuery;
  /** What was searched for in place of what was typed, as the other keyboard writes it; null for what was typed. */
  readonly guess: string | null;
}

/** Where fewer were found, what was typed is read in other ways, too: as many as fit under the field. */
const FEW = 10;

/**
 * Everybody whom a search finds, until `deadline` (of `performance.now()`); returns whether everything was looked
 * through. Without `guessing` nobody is found by half a syllable or by the other keyboard.
 */
export function* everyHit(
  store: Store,
  typed: string,
  deadline: number,
  guessing: boolean,
): Generator<FoundCustomer, boolean> {
  const search = new Search(store, deadline);
  const numbering = numberingOf(store);
  const readings = searchReadings(typed, numbering);
  if (!guessing) return yield* search.hits({ ...readings, half: () => null }, null);
  let complete = yield* search.hits(readings, null);
  for (const { text, likely } of search.found < FEW ? otherKeyboard(readings.text) : []) {
    if (search.found > 0 && (!likely || search.found >= FEW)) continue;
    complete = (yield* search.hits(searchReadings(text, numbering), text)) && complete;
  }
  return complete;
}

/** One search: whom it has found already is not found again. */
class Search {
  readonly #store: Store;
  readonly #deadline: number;
  readonly #seen = new Set<number>();

  constructor(store: Store, deadline: number) {
    this.#store = store;
    this.#deadline = deadline;
  }

  get found(): number {
    return this.#seen.size;
  }

  /** Everybody whom the readings find; returns whether everything was looked through. */
  *hits(readings: SearchReadings, guess: string | null): Generator<FoundCustomer, boolean> {
    const { literal, onlyNumbers } = readings;
    const sure = { query: literal, guess };
    yield* this.#new(customersBySign(this.#store, readings), sure);
    if (onlyNumbers) yield* this.#new(ownersOf(this.#store, readings), sure);
    let complete = yield* this.#customers(questions(literal), sure);
    const looser = this.found < FEW ? readings.looser() : [];
    for (const query of looser) {
      if (this.found >= FEW) break;
      complete = (yield* this.#customers([anywhereIn(query)], { query, guess })) && complete;
    }
    if (!onlyNumbers) yield* this.#new(ownersOf(this.#store, readings), sure);
    for (const query of [literal, ...looser]) {
      if (query !== literal && this.found >= FEW) break;
      // Where there was no time to look through all notes for what was typed, there is none for more.
      if (query !== literal && !complete) break;
      complete = (yield* this.#notes({ query, guess })) && complete;
    }
    const half = this.found < FEW ? readings.half() : null;
    // Of several words the next key tells more than a look at all endings, unless nobody is there at all.
    if (half !== null && (half.words.length === 1 || this.found === 0)) {
      const how = { query: half, guess };
      complete = (yield* this.#customers([anywhereIn(half)], how)) && complete;
    }
    return complete;
  }

  *#new(customers: readonly Customer[], how: How): Generator<FoundCustomer> {
    for (const customer of customers) {
      if (this.#seen.has(customer.id)) continue;
      this.#seen.add(customer.id);
      yield { customer, note: null, ...how };
    }
  }

  *#customers(questions: readonly Question[], how: How): Generator<FoundCustomer, boolean> {
    let complete = true;
    for (const [expression, accept] of questions) {
      if (expression === null) continue;
      const hits = scan(customerIndex(this.#store), expression, this.#deadline);
      const all = yield* picked(hits, (row) => {
        if (row.visible === 0 || this.#seen.has(row.id)) return null;
        const customer = customerOf(row);
        if (!accept(customer)) return null;
        this.#seen.add(customer.id);
        return { customer, note: null, ...how };
      });
      complete = all && complete;
    }
    return complete;
  }

  *#notes(how: How): Generator<FoundCustomer, boolean> {
    const expression = inNote(how.query);
    if (expression === null) return true;
    return yield* picked(scan(noteIndex(this.#store), expression, this.#deadline), (note) => {
      if (note.customer_id === null || this.#seen.has(note.customer_id)) return null;
      const text = folded(note.text);
      if (!how.query.words.every((word) => text.includes(word.text))) return null;
      const customer = visibleCustomer(this.#store, note.customer_id);
      if (customer === null) return null;
      this.#seen.add(customer.id);
      const found = { id: note.place, text: note.text, createdAt: note.created_at };
      return { customer, note: found, ...how };
    });
  }
}

/** How somebody was found. */
type How = Pick<FoundCustomer, "query" | "guess">;

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

/** By an ID or an e-mail address, which are one customer's as a rule. */
function customersBySign(store: Store, { customerId, email }: SearchReadings): Customer[] {
  const byId = customerId === null
    ? null
    : customerById(store, survivorOf(store, customerId) ?? customerId);
  const byEmail = email === null ? [] : customersByEmail(store, email);
  return byId === null ? byEmail : [byId, ...byEmail];
}

function ownersOf(store: Store, { numbers }: SearchReadings): Customer[] {
  return numbers.flatMap((number) => customersByNumber(store, number));
}

/** An expression for the index, and which of its hits are meant; null where there is nothing to ask. */
type Question = readonly [string | null, (customer: Customer) => boolean];

function questions(query: SearchQuery): Question[] {
  const digits = query.words[0]?.digits ?? "";
  return [
    [nameStart(query), (one) => placeOf(query.whole, folded(one.name)) === 0],
    [numberEnd(query), (one) => one.numbers.some(({ normal }) => normal.endsWith(digits))],
    anywhereIn(query),
  ];
}

function anywhereIn(query: SearchQuery): Question {
  return [anywhere(query), (one) => fits(query, searched(one), folded)];
}

function searched(customer: Customer): Searched {
  return searchedOf(customer, customer.numbers.map(({ normal }) => normal));
}
