import type { Call } from "../domain/call.ts";
import type { CustomerInShort } from "../domain/customer.ts";
import { CALL_COLUMNS, callOf, type CallRow } from "./call_rows.ts";
import {
  CUSTOMER_IN_SHORT_COLUMNS,
  customerInShort,
  type CustomerInShortRow,
} from "./customer_in_short.ts";
import type { Store } from "./database.ts";

/** A call as a list shows it. */
export interface ListedCall extends Call {
  readonly customer: CustomerInShort | null;
  /** Who joined last, as whose the extension was at that moment. */
  readonly agentName: string | null;
  /** Where they joined; the last extension on the call where nobody did. */
  readonly agentExtension: string | null;
}

export interface Page<Place> {
  /** Only what comes behind this place; null begins with the newest. */
  readonly before: Place | null;
  readonly limit: number;
}

export type ListedCallRow = CallRow & CustomerInShortRow;

/** The columns that `listedCallOf` reads, from `calls` joined with its customer. */
export const LISTED_CALL_COLUMNS = `${CALL_COLUMNS}, ${CUSTOMER_IN_SHORT_COLUMNS}`;

export function listedCallOf(row: ListedCallRow): ListedCall {
  const call = callOf(row);
  const agent = call.connections
    .filter(({ joinedAt, staffId }) => joinedAt !== null && staffId !== null)
    .toSorted((a, b) => a.joinedAt! - b.joinedAt!).at(-1);
  return {
    ...call,
    customer: customerInShort(row),
    agentName: agent?.staffName ?? null,
    agentExtension: agent?.device ?? call.extension,
  };
}

/** Bigger than every ID and every time. */
export const NEWEST = Number.MAX_SAFE_INTEGER;

/** One call as the lists show it. */
export function listedCallById(store: Store, id: number): ListedCall | null {
  const row = store.get<ListedCallRow>(
    `SELECT ${LISTED_CALL_COLUMNS}
     FROM calls LEFT JOIN customers ON customers.id = calls.customer_id WHERE calls.id = ?`,
    id,
  );
  return row === undefined ? null : listedCallOf(row);
}

/** The calls inside the office in which somebody was asked for this one, the oldest first. */
export function listedConsultationsOf(store: Store, callId: number): ListedCall[] {
  return store.all<ListedCallRow>(
    `SELECT ${LISTED_CALL_COLUMNS}
     FROM calls LEFT JOIN customers ON customers.id = calls.customer_id
     WHERE calls.consults_for = ? ORDER BY calls.id`,
    callId,
  ).map(listedCallOf);
}
