import type { Customer } from "../../domain/customer.ts";
import { type CustomerPlace, customersByRecency, lastContacts } from "../../store/customer_list.ts";
import { findCustomers } from "../../store/customer_search.ts";
import { newGuess } from "../search/new_guess.ts";
import type { Views } from "../view_data.ts";
import type { Visit } from "../visit.ts";
import { customerBrief, numberView, timeViewOrNull } from "../basics.ts";

const PAGE = 50;
/** Whoever has the whole list shown waits a moment for it. */
const BUDGET_MS = 300;

/**
 * Customers: those found by `query`, without the first `after` of them; or all, the last changed first, from behind
 * the place `after` on.
 */
export function customerRowsView(
  visit: Visit,
  query: string,
  after: string,
): Views["customers/customer_rows"] {
  if (query !== "") {
    const from = /^\d{1,7}$/.test(after) ? Number(after) : 0;
    const { found, complete } = findCustomers(visit.store, query, from + PAGE + 1, BUDGET_MS);
    const more = found.length > from + PAGE;
    return {
      query,
      rows: rowsOf(visit, found.slice(from, from + PAGE).map(({ customer }) => customer)).map(
        (row, at) => ({ ...row, guess: newGuess(found, from + at) }),
      ),
      next: more ? `/customers?q=${encodeURIComponent(query)}&after=${from + PAGE}` : null,
      complete,
    };
  }
  const page = { before: readPlace(after), limit: PAGE };
  const customers = customersByRecency(visit.store, page);
  const last = customers.length < PAGE ? undefined : customers.at(-1);
  return {
    query,
    rows: rowsOf(visit, customers).map((row) => ({ ...row, guess: null })),
    next: last === undefined ? null : `/customers?after=${last.changedAt}.${last.id}`,
    complete: true,
  };
}

function rowsOf(visit: Visit, customers: readonly Customer[]) {
  const contacts = lastContacts(visit.store, customers.map(({ id }) => id));
  return customers.map((customer) => {
    const main = customer.numbers[0];
    return {
      ...customerBrief(customer),
      number: main === undefined ? null : numberView(visit, main.number, main.label),
      lastContact: timeViewOrNull(visit, contacts.get(customer.id) ?? null),
    };
  });
}

function readPlace(text: string): CustomerPlace | null {
  const found = /^(\d{1,15})\.(\d{1,15})$/.exec(text);
  return found === null ? null : { changedAt: Number(found[1]), id: Number(found[2]) };
}
