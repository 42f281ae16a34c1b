import type { Customer } from "../../domain/customer.ts";
import { type CustomerPlace, customersByRecency, lastContact } from "../../store/customer_list.ts";
import { searchCustomers } from "../../store/customer_search.ts";
import type { Views } from "../view_data.ts";
import type { Visit } from "../visit.ts";
import { customerBrief, numberView, timeViewOrNull } from "./basics.ts";

const PAGE = 50;
/** What is searched for and not among the first of these needs another word. */
const MOST_FOUND = 100;

/** Customers: those found by `query`, or all, the last changed first, from behind `after` on. */
export function customerRowsView(
  visit: Visit,
  query: string,
  after: string,
): Views["partials/customer_rows"] {
  if (query !== "") {
    const found = searchCustomers(visit.store, query, MOST_FOUND);
    return { query, rows: found.map((customer) => rowOf(visit, customer)), next: null };
  }
  const page = { before: readPlace(after), limit: PAGE };
  const customers = customersByRecency(visit.store, page);
  const last = customers.length < PAGE ? undefined : customers.at(-1);
  return {
    query,
    rows: customers.map((customer) => rowOf(visit, customer)),
    next: last === undefined ? null : `/customers?after=${last.changedAt}.${last.id}`,
  };
}

function rowOf(visit: Visit, customer: Customer): Views["partials/customer_rows"]["rows"][number] {
  const main = customer.numbers[0];
  return {
    ...customerBrief(customer),
    number: main === undefined ? null : numberView(main.number, main.label),
    lastContact: timeViewOrNull(visit, lastContact(visit.store, customer.id)),
  };
}

function readPlace(text: string): CustomerPlace | null {
  const found = /^(\d{1,15})\.(\d{1,15})$/.exec(text);
  return found === null ? null : { changedAt: Number(found[1]), id: Number(found[2]) };
}
