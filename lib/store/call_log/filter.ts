import type { CallDirection } from "../../domain/call.ts";
import type { ClockTimes } from "../../domain/clock_hours.ts";
import { typedCustomerCode } from "../../domain/customer.ts";
import { IdSet } from "../../domain/id_set.ts";
import { findCustomers, searchCustomers } from "../customer_search.ts";
import type { Store } from "../database.ts";
import { linesWithout } from "../extension_at.ts";
import { extensionsOfGroup } from "../extension_groups.ts";
import { type Accept, acceptNumber, acceptWords } from "./accept.ts";
import { callsMarked, capacityOf, MARK, valuesMarked } from "./marks.ts";
import { narrowToTime } from "./narrow_to_time.ts";
import { matchFor } from "./word_pairs.ts";

/** What calls are asked for: each part that says something narrows them further. */
export interface CallFilter {
  /** Words of a name, a company or a number of a customer, or a customer ID `C-000123`; '' is any. */
  readonly customer: string;
  /** Digits that are anywhere in the number; '' is any. */
  readonly number: string;
  /** At whose extension it rang or was; null is any. */
  readonly agent: number | null;
  readonly extension: string;
  /** ID of a group: it rang or was at any extension that is in it now; null is any. */
  readonly group: number | null;
  /** `1.2`: line and trunk. */
  readonly trunk: string;
  /** Consultation type of a finished note. */
  readonly type: string;
  /** Started at or after; ms since the epoch, UTC. */
  readonly from: number | null;
  /** Started before. */
  readonly to: number | null;
  readonly direction: "" | CallDirection;
  readonly outcome: "" | "answered" | "missed" | "outbound" | "unanswered" | "live";
  /** A known customer; a number that is nobody's; no number at all. */
  readonly caller: "" | "known" | "new" | "hidden";
  /** With or without a finished note. */
  readonly note: "" | "with" | "without";
  /** Words, or parts of them, that a finished note has, all of them. */
  readonly words: string;
  /** The grade that the customer has now. */
  readonly grade: string;
  /** Incoming, by the number: its first call ever; not its first; within a day after the one before. */
  readonly visit: "" | "first" | "returning" | "again";
  /** Who talked or dialled last; null is any. */
  readonly by: number | null;
  /** Where somebody talked or dialled last. */
  readonly byExtension: string;
  /** Calls that have none of these at all. */
  readonly lacks: "" | Lacking;
  /** Began in this hour of the day (0 to 23), on this weekday (0 is Monday), by the clock of the zone. */
  readonly clock: ClockTimes | null;
}

/** What a call can be without, as a report counts it: a row of its own. */
export const LACKING = ["agent", "extension", "type", "grade"] as const;
export type Lacking = (typeof LACKING)[number];

/** The calls that a filter leaves. */
export interface Selection {
  readonly set: IdSet;
  /** What is too common to be looked up is tested call by call; with any, `set` holds more than there is. */
  readonly accept: readonly Accept[];
  /** The words for a customer find more customers than are looked for. */
  readonly someCustomers: boolean;
}

/** Customers whose calls are looked for, those of the last contact first; more of them are too few words. */
export const MOST_CUSTOMERS = 200;
/** Numbers, and calls, that are looked up; of what is more common, one call in a hundred has it, and it is tested. */
const MOST_NUMBERS = 5000;
const MOST_CALLS = 40_000;

export function select(store: Store, filter: CallFilter): Selection {
  const capacity = capacityOf(store);
  const marked = (name: string) => callsMarked(store, name, capacity);
  const set = marked("all");
  for (const name of marksAsked(filter)) set.and(marked(name));
  if (filter.group !== null) {
    const any = new IdSet(capacity);
    for (const one of extensionsOfGroup(store, filter.group)) {
      const calls = marked(MARK.extension(one.number));
      for (const line of linesWithout(store, one)) {
        for (const trunk of valuesMarked(store, MARK.trunk(`${line}.`))) {
          calls.without(marked(MARK.trunk(`${line}.${trunk}`)));
        }
      }
      any.or(calls);
    }
    set.and(any);
  }
  if (filter.note === "without") set.without(marked("note"));
  if (filter.caller === "new") set.and(marked("number")).without(marked("known"));
  if (filter.caller === "hidden") set.without(marked("number"));
  if (filter.visit === "returning") set.and(marked("number")).without(marked("first"));
  if (filter.lacks !== "") {
    const mark = LACKING_MARKS[filter.lacks];
    for (const value of valuesMarked(store, mark(""))) set.without(marked(mark(value)));
  }
  narrowToTime(store, set, filter);
  let someCustomers = false;
  if (filter.customer !== "") {
    const customers = customersFor(store, filter.customer);
    someCustomers = customers.length === MOST_CUSTOMERS;
    set.and(setOf(capacity, callsOfCustomers(store, customers)));
  }
  const accept: Accept[] = [];
  if (filter.number !== "") {
    const calls = callsByNumber(store, filter.number);
    if (calls === null) accept.push(acceptNumber(store, filter.number));
    else set.and(setOf(capacity, calls));
  }
  const match = matchFor(filter.words);
  if (match !== null) {
    const calls = callsByWords(store, match);
    if (calls === null) accept.push(acceptWords(store, filter.words));
    else set.and(setOf(capacity, calls));
    set.and(marked("note"));
  }
  return { set, accept, someCustomers };
}

function marksAsked(filter: CallFilter): string[] {
  const { agent, extension, trunk, type, direction, outcome, caller, note } = filter;
  const { grade, visit, by, byExtension } = filter;
  const marks: string[] = [];
  if (agent !== null) marks.push(MARK.atAgent(agent));
  if (extension !== "") marks.push(MARK.extension(extension));
  if (trunk !== "") marks.push(MARK.trunk(trunk));
  if (type !== "") marks.push(MARK.type(type));
  if (direction !== "") marks.push(direction);
  if (outcome !== "") marks.push(outcome);
  if (caller === "known") marks.push("known");
  if (note === "with") marks.push("note");
  if (grade !== "") marks.push(MARK.grade(grade));
  if (visit !== "") marks.push(visit === "returning" ? "in" : visit);
  if (by !== null) marks.push(MARK.byAgent(by));
  if (byExtension !== "") marks.push(MARK.byExtension(byExtension));
  return marks;
}

const LACKING_MARKS: Readonly<Record<Lacking, (value: string) => string>> = {
  agent: MARK.atAgent,
  extension: MARK.extension,
  type: MARK.type,
  grade: MARK.grade,
};

function setOf(capacity: number, ids: readonly number[]): IdSet {
  const set = new IdSet(capacity);
  for (const id of ids) set.add(id);
  return set;
}

function customersFor(store: Store, text: string): number[] {
  const id = typedCustomerCode(text);
  if (id !== null) return [id];
  const found = searchCustomers(store, text, MOST_CUSTOMERS);
  if (found.length > 0) return found.map(({ id }) => id);
  // The calls say whose they are: a guess is seen to be one.
  return findCustomers(store, text, MOST_CUSTOMERS, Infinity).found.map(({ customer }) =>
    customer.id
  );
}

function callsOfCustomers(store: Store, customers: readonly number[]): number[] {
  return idsOf(store.get(
    `SELECT group_concat(id) AS ids FROM calls
     WHERE customer_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(customers),
  ));
}

/** The calls with these digits in their number; null where there are too many to look up. */
function callsByNumber(store: Store, digits: string): number[] | null {
  // The index knows no part shorter than three digits.
  if (digits.length < 3) return null;
  const numbers = idsOf(store.get(
    `SELECT group_concat(id) AS ids FROM (
       SELECT rowid AS id FROM call_number_parts WHERE normal MATCH ? LIMIT ?)`,
    `"${digits}"`,
    MOST_NUMBERS + 1,
  ));
  if (numbers.length > MOST_NUMBERS) return null;
  const calls = idsOf(store.get(
    `SELECT group_concat(id) AS ids FROM (SELECT id FROM calls WHERE normal IN (
       SELECT normal FROM call_numbers WHERE id IN (SELECT value FROM json_each(?))) LIMIT ?)`,
    JSON.stringify(numbers),
    MOST_CALLS + 1,
  ));
  return calls.length > MOST_CALLS ? null : calls;
}

/** The calls with these words in a note; null where there are too many to look up. */
function callsByWords(store: Store, match: string): number[] | null {
  const calls = idsOf(store.get(
    `SELECT group_concat(id) AS ids FROM (
       SELECT rowid AS id FROM call_words WHERE call_words MATCH ? LIMIT ?)`,
    match,
    MOST_CALLS + 1,
  ));
  return calls.length > MOST_CALLS ? null : calls;
}

/** Thousands of numbers come out of the database more quickly as one text than as rows. */
function idsOf(row: { readonly ids: string | null } | undefined): number[] {
  return row?.ids ? row.ids.split(",").map(Number) : [];
}
