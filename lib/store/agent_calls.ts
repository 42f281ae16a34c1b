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

/** What rang or was at `extension` since `since` (ms since the epoch, UTC) while it was this person's. */
export interface AtExtension {
  readonly extension: string;
  readonly staffId: number;
  readonly since: number;
}

/** How many calls of which kind there were. */
export interface CallCounts {
  readonly answered: number;
  readonly missed: number;
  readonly outbound: number;
  /** Mean time of talk of the answered ones that are over, ms; null without any. */
  readonly talkMs: number | null;
}

export function countCallsAt(store: Store, asked: AtExtension): CallCounts {
  const counts = store.get<CallCounts>(
    `SELECT count(*) FILTER (WHERE answered) AS answered,
       count(*) FILTER (WHERE outcome = 'missed') AS missed,
       count(*) FILTER (WHERE dialled) AS outbound,
       avg(ended_at - answered_at) FILTER (WHERE answered) AS talkMs
     FROM (
       SELECT max(leg.kind = 'answered') AS answered, max(leg.kind = 'dialled') AS dialled,
         calls.outcome, calls.answered_at, calls.ended_at
       FROM call_legs AS leg JOIN calls ON calls.id = leg.call_id
       WHERE leg.extension = ? AND leg.at >= ? AND leg.staff_id = ?
       GROUP BY calls.id)`,
    asked.extension,
    asked.since,
    asked.staffId,
  );
  return { answered: 0, missed: 0, outbound: 0, talkMs: null, ...counts };
}

/** The newest calls of those, the newest first. */
export function callsAtExtension(store: Store, asked: AtExtension, limit: number): ListedCall[] {
  return store.all<ListedCallRow>(
    `SELECT ${LISTED_CALL_COLUMNS}
     FROM calls LEFT JOIN customers ON customers.id = calls.customer_id
     -- limited before the columns are looked up: a day has many calls, a page shows few
     WHERE calls.id IN (
       SELECT id FROM calls
       WHERE id IN (SELECT call_id FROM call_legs WHERE extension = ? AND at >= ? AND staff_id = ?)
       ORDER BY started_at DESC, id DESC LIMIT ?)
     ORDER BY calls.started_at DESC, calls.id DESC`,
    asked.extension,
    asked.since,
    asked.staffId,
    limit,
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
