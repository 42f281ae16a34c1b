import type { Call } from "../domain/call.ts";
import type { Store } from "./database.ts";
import { CALL_COLUMNS, callOf, type CallRow } from "./call_rows.ts";

/** Every call that goes on, by line and trunk. */
export function liveCalls(store: Store): Call[] {
  return store.all<CallRow>(
    `SELECT ${CALL_COLUMNS} FROM calls WHERE calls.ended_at IS NULL
     ORDER BY calls.line_id, calls.trunk, calls.id`,
  ).map(callOf);
}

/** The calls that go on on one line, by trunk. */
export function liveCallsOfLine(store: Store, lineId: number): Call[] {
  return store.all<CallRow>(
    `SELECT ${CALL_COLUMNS} FROM calls WHERE calls.line_id = ? AND calls.ended_at IS NULL
     ORDER BY calls.trunk, calls.id`,
    lineId,
  ).map(callOf);
}

/** The call that goes on on a trunk; the newest, where the trunk carries several. */
export function liveCallOn(store: Store, lineId: number, trunk: string): Call | null {
  const row = store.get<CallRow>(
    `SELECT ${CALL_COLUMNS} FROM calls
     WHERE calls.line_id = ? AND calls.trunk = ? AND calls.ended_at IS NULL
     ORDER BY calls.id DESC LIMIT 1`,
    lineId,
    trunk,
  );
  return row === undefined ? null : callOf(row);
}

/** The call that goes on and has this ID of its switch. */
export function liveCallNamed(store: Store, lineId: number, switchCall: string): Call | null {
  const row = store.get<CallRow>(
    `SELECT ${CALL_COLUMNS} FROM calls
     WHERE calls.line_id = ? AND calls.switch_call = ? AND calls.ended_at IS NULL`,
    lineId,
    switchCall,
  );
  return row === undefined ? null : callOf(row);
}

/** The ID that the next call will have: a running number that is never used again. */
export function nextCallId(store: Store): number {
  const row = store.get<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'calls'");
  return (row?.seq ?? 0) + 1;
}

/** Among so many calls of all lines one that a switch tells again is looked for: it does so within seconds. */
const RECENT_CALLS = 200;

/** The ID of the call that had this ID of its switch a short while ago, over or not; null where there is none. */
export function recentCallNamed(store: Store, lineId: number, switchCall: string): number | null {
  return store.get<{ id: number }>(
    "SELECT id FROM calls WHERE id >= ? AND line_id = ? AND switch_call = ? ORDER BY id DESC LIMIT 1",
    nextCallId(store) - RECENT_CALLS,
    lineId,
    switchCall,
  )?.id ?? null;
}
