import {
  type Call,
  type CallCause,
  type CallCourse,
  type CallDirection,
  type CallMatch,
  type CallOutcome,
  type CallState,
  type Connection,
  isStation,
  type Party,
} from "../domain/call.ts";
import type { WithheldReason } from "../domain/caller.ts";
import { normalNumber } from "../domain/phone_number.ts";
import type { Store } from "./database.ts";
import { NotFound } from "./errors.ts";
import { ownerAt } from "./extension_at.ts";

export interface CallRow {
  id: number;
  line_id: number;
  switch_call: string;
  trunk: string | null;
  direction: CallDirection;
  state: CallState;
  number: string | null;
  reason: WithheldReason | null;
  called: string | null;
  queue: string | null;
  started_at: number;
  answered_at: number | null;
  ended_at: number | null;
  heard_at: number;
  outcome: CallOutcome | null;
  cause: CallCause | null;
  extension: string | null;
  consults_for: number | null;
  customer_id: number | null;
  match: CallMatch | null;
  connections: string;
}

/** The columns that `callOf` reads; the connections come along as JSON, in one statement. */
export const CALL_COLUMNS =
  `calls.id, calls.line_id, calls.switch_call, calls.trunk, calls.direction, calls.state,
  calls.number, calls.reason, calls.called, calls.queue, calls.started_at, calls.answered_at, calls.ended_at,
  calls.heard_at, calls.outcome, calls.cause, calls.extension, calls.consults_for, calls.customer_id, calls.match,
  (SELECT json_group_array(json_array(
     device, kind, state, since, rang_at, dialled_at, joined_at, held_ms, left_at, cause, staff_id,
     (SELECT login FROM staff WHERE staff.id = staff_id), (SELECT name FROM staff WHERE staff.id = staff_id))
     ORDER BY position)
   FROM connections WHERE call_id = calls.id) AS connections`;

type ConnectionCells = [
  ...[string, Party["kind"], Party["state"], number, number | null, number | null],
  ...[
    number | null,
    number,
    number | null,
    Party["cause"],
    number | null,
    string | null,
    string | null,
  ],
];

export function callOf(row: CallRow): Call {
  return {
    id: row.id,
    line: row.line_id,
    switchCall: row.switch_call,
    trunk: row.trunk,
    direction: row.direction,
    state: row.state,
    number: row.number,
    reason: row.reason,
    called: row.called,
    queue: row.queue,
    startedAt: row.started_at,
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    outcome: row.outcome,
    cause: row.cause,
    connections: (JSON.parse(row.connections) as ConnectionCells[]).map(partyOf),
    extension: row.extension,
    heardAt: row.heard_at,
    consultsFor: row.consults_for,
    customerId: row.customer_id,
    match: row.match,
  };
}

function partyOf(cells: ConnectionCells): Party {
  const [
    device,
    kind,
    state,
    since,
    rangAt,
    dialledAt,
    joinedAt,
    heldMs,
    leftAt,
    cause,
    staffId,
    staff,
    staffName,
  ] = cells;
  return {
    device,
    kind,
    state,
    since,
    rangAt,
    dialledAt,
    joinedAt,
    heldMs,
    leftAt,
    cause,
    staffId,
    staff,
    staffName,
  };
}

export function callById(store: Store, id: number): Call | null {
  const row = store.get<CallRow>(`SELECT ${CALL_COLUMNS} FROM calls WHERE calls.id = ?`, id);
  return row === undefined ? null : callOf(row);
}

/** The numbers of these calls by their IDs: one question, however many. */
export function numbersOfCalls(store: Store, ids: readonly number[]): Map<number, string | null> {
  const rows = store.all<Pick<CallRow, "id" | "number">>(
    "SELECT id, number FROM calls WHERE id IN (SELECT value FROM json_each(?))",
    JSON.stringify(ids),
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}

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

/** Calls with an ID above `id`, in the order of their IDs. */
export function callsAfter(store: Store, id: number, limit: number): Call[] {
  return store.all<CallRow>(
    `SELECT ${CALL_COLUMNS} FROM calls WHERE calls.id > ? ORDER BY calls.id LIMIT ?`,
    id,
    limit,
  ).map(callOf);
}

/** How many calls a customer has had, both ways. */
export function countCalls(store: Store, customerId: number): number {
  return (store.get<{ n: number }>(
    "SELECT count(*) AS n FROM calls WHERE customer_id = ?",
    customerId,
  ) as { n: number }).n;
}

/** How many calls there were from and to a number (normal form), whosever it was. */
export function countCallsOfNumber(store: Store, normal: string): number {
  return (store.get<{ n: number }>("SELECT count(*) AS n FROM calls WHERE normal = ?", normal) as {
    n: number;
  }).n;
}

/** Stores a new call, nobody's yet, that asks somebody for the call `consultsFor`; returns its ID. */
export function insertCall(
  store: Store,
  lineId: number,
  course: CallCourse,
  consultsFor: number | null = null,
): number {
  const { id } = store.run(
    `INSERT INTO calls (line_id, switch_call, trunk, direction, state, number, normal, reason, called, queue,
       started_at, answered_at, ended_at, heard_at, outcome, cause, extension, consults_for)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    lineId,
    course.switchCall,
    course.trunk,
    course.direction,
    course.state,
    course.number,
    normalOf(course),
    course.reason,
    course.called,
    course.queue,
    course.startedAt,
    course.answeredAt,
    course.endedAt,
    course.heardAt,
    course.outcome,
    course.cause,
    course.extension,
    consultsFor,
  );
  storeConnections(store, id, [], course.connections);
  return id;
}

/**
 * Stores how the call `before` went on. Its connections only grow in number. Whose call it is stays as it is: an agent may
 * have said so meanwhile.
 */
export function updateCall(store: Store, before: Call, course: CallCourse): void {
  const { changes } = store.run(
    `UPDATE calls SET switch_call = ?, state = ?, number = ?, normal = ?, reason = ?, called = ?, queue = ?,
       answered_at = ?, ended_at = ?, heard_at = ?, outcome = ?, cause = ?, extension = ? WHERE id = ?`,
    course.switchCall,
    course.state,
    course.number,
    normalOf(course),
    course.reason,
    course.called,
    course.queue,
    course.answeredAt,
    course.endedAt,
    course.heardAt,
    course.outcome,
    course.cause,
    course.extension,
    before.id,
  );
  if (changes === 0) throw new NotFound("call", before.id);
  storeConnections(store, before.id, before.connections, course.connections);
}

/** The switch has spoken of the call, and said nothing new. */
export function heardOfCall(store: Store, id: number, heardAt: number): void {
  store.run("UPDATE calls SET heard_at = ? WHERE id = ?", heardAt, id);
}

/** Says whose call it is because exactly one customer has its number. */
export function matchCall(store: Store, id: number, customerId: number): void {
  store.run("UPDATE calls SET customer_id = ?, match = 'number' WHERE id = ?", customerId, id);
}

/** Stores the connections that are new or other than they were. */
function storeConnections(
  store: Store,
  callId: number,
  before: readonly Connection[],
  connections: readonly Connection[],
): void {
  for (const [position, one] of connections.entries()) {
    const known = before[position];
    if (known === undefined) insertConnection(store, callId, position, one);
    else if (known !== one) updateConnection(store, callId, position, one);
  }
}

function insertConnection(
  store: Store,
  callId: number,
  position: number,
  one: Connection,
): void {
  store.run(
    `INSERT INTO connections (call_id, position, device, kind, state, since, began_at, rang_at, dialled_at,
       joined_at, held_ms, left_at, cause, staff_id)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,
       ${ownerAt("(SELECT line_id FROM calls WHERE id = ?1)", "?14")})`,
    callId,
    position,
    one.device,
    one.kind,
    one.state,
    one.since,
    one.rangAt ?? one.joinedAt ?? one.since,
    one.rangAt,
    one.dialledAt,
    one.joinedAt,
    one.heldMs,
    one.leftAt,
    one.cause,
    // Nobody's is what is no telephone: a queue may be called 202.
    isStation(one) ? one.device : null,
  );
}

function updateConnection(store: Store, callId: number, position: number, one: Connection): void {
  store.run(
    `UPDATE connections SET state = ?, since = ?, rang_at = ?, dialled_at = ?, joined_at = ?, held_ms = ?,
       left_at = ?, cause = ? WHERE call_id = ? AND position = ?`,
    one.state,
    one.since,
    one.rangAt,
    one.dialledAt,
    one.joinedAt,
    one.heldMs,
    one.leftAt,
    one.cause,
    callId,
    position,
  );
}

function normalOf(course: CallCourse): string | null {
  // A number that no numbering plan knows is compared as it came.
  return course.number === null ? null : normalNumber(course.number) ?? course.number;
}
