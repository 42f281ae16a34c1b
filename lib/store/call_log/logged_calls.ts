import {
  LISTED_CALL_COLUMNS,
  type ListedCall,
  listedCallOf,
  type ListedCallRow,
} from "../call_list.ts";
import type { Store } from "../database.ts";

/** These calls as lists show them, in the order in which they are asked for. */
export function loggedCalls(store: Store, ids: readonly number[]): ListedCall[] {
  return store.all<ListedCallRow>(
    `SELECT ${LISTED_CALL_COLUMNS} FROM json_each(?) AS asked
     CROSS JOIN calls ON calls.id = asked.value
     LEFT JOIN customers ON customers.id = calls.customer_id ORDER BY asked.key`,
    JSON.stringify(ids),
  ).map(listedCallOf);
}
