import {
  LISTED_CALL_COLUMNS,
  type ListedCall,
  listedCallOf,
  type ListedCallRow,
} from "./call_list.ts";
import type { Store } from "./database.ts";
import { ownerAt } from "./extension_at.ts";

/** Whether a call rang or was at an extension that was this person's at that moment. */
export function wasAtAgent(store: Store, callId: number, staffId: number): boolean {
  return store.get(
    "SELECT 1 FROM connections WHERE call_id = ? AND staff_id = ? LIMIT 1",
    callId,
    staffId,
  ) !== undefined;
}

/**
 * The calls that this person talks or dials on at this moment, then those that they hold, each with the newest first.
 * Whoever asks a colleague meanwhile still works on the customer's: the office's own come last.
 */
export function currentCallsOf(store: Store, staffId: number): ListedCall[] {
  const calls = store.all<ListedCallRow>(
    `SELECT ${LISTED_CALL_COLUMNS}
     -- the few calls that go on come first, whatever the planner thinks of the connections of years
     FROM calls CROSS JOIN connections AS here ON here.call_id = calls.id
       AND here.kind IN ('telephone', 'browser') AND here.state IN ('initiated', 'connected', 'held')
     LEFT JOIN customers ON customers.id = calls.customer_id
     WHERE calls.ended_at IS NULL AND ${ownerAt("calls.line_id", "here.device")} = ?
     ORDER BY calls.direction = 'internal', here.state = 'held', here.since DESC, calls.id DESC`,
    staffId,
  ).map(listedCallOf);
  // Two telephones of theirs may be on one call.
  return calls.filter(({ id }, index) => calls.findIndex((one) => one.id === id) === index);
}

/** The first of those. */
export function currentCallOf(store: Store, staffId: number): ListedCall | null {
  return currentCallsOf(store, staffId)[0] ?? null;
}

/** What rang or was at these extensions since `since` (ms since the epoch, UTC) while they were this person's. */
export interface AtExtensions {
  /** Their numbers. */
  readonly extensions: readonly string[];
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

export function countCallsAt(store: Store, asked: AtExtensions): CallCounts {
  const counts = store.get<CallCounts>(
    `SELECT count(*) FILTER (WHERE answered) AS answered,
       count(*) FILTER (WHERE outcome = 'missed') AS missed,
       count(*) FILTER (WHERE dialled) AS outbound,
       avg(ended_at - answered_at) FILTER (WHERE answered) AS talkMs
     FROM (
       SELECT max(party.joined_at IS NOT NULL AND party.dialled_at IS NULL) AS answered,
         max(party.dialled_at IS NOT NULL) AS dialled, calls.outcome, calls.answered_at, calls.ended_at
       FROM connections AS party JOIN calls ON calls.id = party.call_id
       WHERE party.device IN (SELECT value FROM json_each(?)) AND party.began_at >= ?
         AND party.staff_id = ? AND calls.direction <> 'internal'
       GROUP BY calls.id)`,
    JSON.stringify(asked.extensions),
    asked.since,
    asked.staffId,
  );
  return { answered: 0, missed: 0, outbound: 0, talkMs: null, ...counts };
}

/** The newest calls of those, the newest first. */
export function callsAtExtensions(store: Store, asked: AtExtensions, limit: number): ListedCall[] {
  return store.all<ListedCallRow>(
    `SELECT ${LISTED_CALL_COLUMNS}
     FROM calls LEFT JOIN customers ON customers.id = calls.customer_id
     -- limited before the columns are looked up: a day has many calls, a page shows few
     WHERE calls.id IN (
       SELECT id FROM calls
       WHERE id IN (SELECT call_id FROM connections
         WHERE device IN (SELECT value FROM json_each(?)) AND began_at >= ? AND staff_id = ?)
       ORDER BY started_at DESC, id DESC LIMIT ?)
     ORDER BY calls.started_at DESC, calls.id DESC`,
    JSON.stringify(asked.extensions),
    asked.since,
    asked.staffId,
    limit,
  ).map(listedCallOf);
}
