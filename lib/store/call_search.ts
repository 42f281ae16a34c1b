import { normalNumber } from "../domain/phone_number.ts";
import {
  type CallPlace,
  LISTED_CALL_COLUMNS,
  type ListedCall,
  listedCallOf,
  type ListedCallRow,
  NEWEST,
  type Page,
} from "./call_list.ts";
import { searchCustomers } from "./customer_search.ts";
import type { Store } from "./database.ts";

/** Calls of more customers than this are not looked for: the words are too few. */
const MOST_CUSTOMERS = 200;
/** Last digits are compared one call after the other: the writer may not be held up by more of them. */
const MOST_COMPARED = 50_000;

/**
 * Calls found by what was typed, the newest first: those of the customers who are found by it, those with
 * exactly this number, and of the latest 50,000 those whose number ends in these four digits or more.
 */
export function searchCalls(store: Store, text: string, page: Page<CallPlace>): ListedCall[] {
  const customers = searchCustomers(store, text, MOST_CUSTOMERS).map((customer) => customer.id);
  const digits = text.replace(/[\s()-]/g, "");
  const ending = /^\d{4,}$/.test(digits) ? digits : null;
  return store.all<ListedCallRow>(
    `SELECT ${LISTED_CALL_COLUMNS}
     FROM calls LEFT JOIN customers ON customers.id = calls.customer_id
     -- limited before the columns are looked up: much may be found, a page shows little
     WHERE calls.id IN (
       SELECT id FROM calls
       WHERE id IN (
           SELECT id FROM calls WHERE customer_id IN (SELECT value FROM json_each(?))
           UNION SELECT id FROM calls WHERE normal = ?
           UNION SELECT id FROM calls
             WHERE id > (SELECT max(id) FROM calls) - ? AND substr(normal, -length(?)) = ?)
         AND (started_at, id) < (?, ?)
       ORDER BY started_at DESC, id DESC LIMIT ?)
     ORDER BY calls.started_at DESC, calls.id DESC`,
    JSON.stringify(customers),
    normalNumber(text),
    MOST_COMPARED,
    ending,
    ending,
    page.before?.startedAt ?? NEWEST,
    page.before?.id ?? NEWEST,
    page.limit,
  ).map(listedCallOf);
}
