import type { CallLeg } from "../domain/call.ts";
import {
  LISTED_CALL_COLUMNS,
  type ListedCall,
  listedCallOf,
  type ListedCallRow,
} from "./call_list.ts";
import type { Store } from "./database.ts";

/** A leg of a call with the name of whose extension it was at that moment; null where it was nobody's. */
export interface NamedLeg extends CallLeg {
  readonly staffName: string | null;
}

/** Whether a call rang or was at an extension that was this person's at that moment. */
export function wasAtAgent(store: Store, callId: number, staffId: number): boolean {
  return store.get(
    "SELECT 1 FROM call_legs WHERE call_id = ? AND staff_id = ? LIMIT 1",
    callId,
    staffId,
  ) !== undefined;
}

/** The newest call that an extension talks or dials on at this moment. */
export function currentCallAt(store: Store, extension: string): ListedCall | null {
  const row = store.get<ListedCallRow>(
    `SELECT ${LISTED_CALL_COLUMNS}
     FROM calls LEFT JOIN customers ON customers.id = calls.customer_id
     WHERE calls.ended_at IS NULL AND calls.state IN ('talking', 'dialling') AND calls.extension = ?
     ORDER BY (SELECT max(leg.at) FROM call_legs AS leg WHERE leg.call_id = calls.id) DESC,
       calls.id DESC
     LIMIT 1`,
    extension,
  );
  return row === undefined ? null : listedCallOf(row);
}

/**
 * The calls that rang or were at `extension` since `since` (ms since the epoch, UTC) while it was this
 * person's, the newest first.
 */
export function callsAtExtension(
  store: Store,
  asked: {
    readonly extension: string;
    readonly staffId: number;
    readonly since: number;
    readonly limit: number;
  },
): ListedCall[] {
  return store.all<ListedCallRow>(
    `SELECT ${LISTED_CALL_COLUMNS}
     FROM calls LEFT JOIN customers ON customers.id = calls.customer_id
     WHERE calls.id IN (
       SELECT call_id FROM call_legs WHERE extension = ? AND at >= ? AND staff_id = ?)
     ORDER BY calls.started_at DESC, calls.id DESC LIMIT ?`,
    asked.extension,
    asked.since,
    asked.staffId,
    asked.limit,
  ).map(listedCallOf);
}

/** The legs of a call in their order, with names. */
export function namedLegs(store: Store, callId: number): NamedLeg[] {
  return store.all<NamedLeg>(
    `SELECT leg.kind, leg.extension, leg.at, staff.name AS staffName
     FROM call_legs AS leg LEFT JOIN staff ON staff.id = leg.staff_id
     WHERE leg.call_id = ? ORDER BY leg.position`,
    callId,
  ).map(({ kind, extension, at, staffName }) => ({ kind, extension, at, staffName }));
}
