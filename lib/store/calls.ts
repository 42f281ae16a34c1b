import type { Call, CallCourse, CallLeg, CallMatch, CallOutcome } from "../domain/call.ts";
import type { CallState } from "../domain/call.ts";
import type { WithheldReason } from "../domain/call_event.ts";
import { normalNumber } from "../domain/phone_number.ts";
import type { Store } from "./database.ts";
import { NotFound } from "./errors.ts";

export interface CallRow {
  id: number;
  line_id: number;
  trunk: string;
  direction: "in" | "out";
  state: CallState;
  number: string | null;
  reason: WithheldReason | null;
  started_at: number;
  answered_at: number | null;
  ended_at: number | null;
  heard_at: number;
  outcome: CallOutcome | null;
  extension: string | null;
  ringing: string;
  customer_id: number | null;
  match: CallMatch | null;
  legs: string;
}

/** The columns that `callOf` reads; the legs come along as JSON, in one statement. */
export const CALL_COLUMNS = `calls.id, calls.line_id, calls.trunk, calls.direction, calls.state,
  calls.number, calls.reason, calls.started_at, calls.answered_at, calls.ended_at, calls.heard_at,
  calls.outcome, calls.extension, calls.ringing, calls.customer_id, calls.match,
  (SELECT json_group_array(
     json_object('kind', leg.kind, 'extension', leg.extension, 'at', leg.at) ORDER BY leg.position)
   FROM call_legs AS leg WHERE leg.call_id = calls.id) AS legs`;

export function callOf(row: CallRow): Call {
  return {
    id: row.id,
    line: row.line_id,
    trunk: row.trunk,
    direction: row.direction,
    state: row.state,
    number: row.number,
    reason: row.reason,
    startedAt: row.started_at,
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    outcome: row.outcome,
    legs: JSON.parse(row.legs),
    ringing: JSON.parse(row.ringing),
    extension: row.extension,
    heardAt: row.heard_at,
    customerId: row.customer_id,
    match: row.match,
  };
}

export function callById(store: Store, id: number): Call | null {
  const row = store.get<CallRow>(`SELECT ${CALL_COLUMNS} FROM calls WHERE calls.id = ?`, id);
  return row === undefined ? null : callOf(row);
}

/** Every call that goes on, by line and trunk. */
export function liveCalls(store: Store): Call[] {
  return store.all<CallRow>(
    `SELECT ${CALL_COLUMNS} FROM calls WHERE calls.ended_at IS NULL
     ORDER BY calls.line_id, calls.trunk`,
  ).map(callOf);
}

/** The calls that go on on one line, by trunk. */
export function liveCallsOfLine(store: Store, lineId: number): Call[] {
  return store.all<CallRow>(
    `SELECT ${CALL_COLUMNS} FROM calls WHERE calls.line_id = ? AND calls.ended_at IS NULL
     ORDER BY calls.trunk`,
    lineId,
  ).map(callOf);
}

/** The call that goes on on a trunk; there is never more than one. */
export function liveCallOn(store: Store, lineId: number, trunk: string): Call | null {
  const row = store.get<CallRow>(
    `SELECT ${CALL_COLUMNS} FROM calls
     WHERE calls.line_id = ? AND calls.trunk = ? AND calls.ended_at IS NULL`,
    lineId,
    trunk,
  );
  return row === undefined ? null : callOf(row);
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

/** Stores a new call, nobody's yet; returns its ID. */
export function insertCall(store: Store, lineId: number, course: CallCourse): number {
  const { id } = store.run(
    `INSERT INTO calls (line_id, trunk, direction, state, number, normal, reason, started_at,
       answered_at, ended_at, heard_at, outcome, extension, ringing)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    lineId,
    course.trunk,
    course.direction,
    course.state,
    course.number,
    normalOf(course),
    course.reason,
    course.startedAt,
    course.answeredAt,
    course.endedAt,
    course.heardAt,
    course.outcome,
    course.extension,
    JSON.stringify(course.ringing),
  );
  insertLegs(store, id, course.legs, 0);
  return id;
}

/**
 * Stores how the call `id` went on. Its legs only grow; the first `known` of them are stored already.
 * Whose call it is stays as it is: an agent may have said so meanwhile.
 */
export function updateCall(store: Store, id: number, course: CallCourse, known: number): void {
  const { changes } = store.run(
    `UPDATE calls SET state = ?, number = ?, normal = ?, reason = ?, answered_at = ?, ended_at = ?,
       heard_at = ?, outcome = ?, extension = ?, ringing = ? WHERE id = ?`,
    course.state,
    course.number,
    normalOf(course),
    course.reason,
    course.answeredAt,
    course.endedAt,
    course.heardAt,
    course.outcome,
    course.extension,
    JSON.stringify(course.ringing),
    id,
  );
  if (changes === 0) throw new NotFound("call", id);
  insertLegs(store, id, course.legs, known);
}

/** Says whose call it is because exactly one customer has its number. */
export function matchCall(store: Store, id: number, customerId: number): void {
  store.run("UPDATE calls SET customer_id = ?, match = 'number' WHERE id = ?", customerId, id);
}

function insertLegs(store: Store, id: number, legs: readonly CallLeg[], known: number): void {
  for (let position = known; position < legs.length; position++) {
    const leg = legs[position] as CallLeg;
    store.run(
      `INSERT INTO call_legs (call_id, position, kind, extension, at, staff_id)
       VALUES (?, ?, ?, ?, ?, (SELECT staff_id FROM extensions WHERE number = ?))`,
      id,
      position,
      leg.kind,
      leg.extension,
      leg.at,
      leg.extension,
    );
  }
}

function normalOf(course: CallCourse): string | null {
  // A number that no numbering plan knows is compared as it came.
  return course.number === null ? null : normalNumber(course.number) ?? course.number;
}
