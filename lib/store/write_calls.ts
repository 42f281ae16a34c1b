import { type Call, type CallCourse, type Connection, isStation } from "../domain/call.ts";
import { readAsTold } from "../domain/dialled_number.ts";
import type { Store } from "./database.ts";
import { NotFound } from "./errors.ts";
import { ownerAt } from "./extension_at.ts";
import { numberingOf } from "./numbering.ts";

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
    wireNormal(store, course),
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
 * have said so meanwhile. Only what is other than it was is written: an index or a trigger of the rest costs a frame its
 * time, also where the value stays.
 */
export function updateCall(store: Store, before: Call, course: CallCourse): void {
  const written = changed(store, before, course);
  const { changes } = store.run(
    `UPDATE calls SET ${
      Object.keys(written).map((column) => `${column} = ?`).join(", ")
    } WHERE id = ?`,
    ...Object.values(written),
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
    // Only a telephone can be somebody's: a queue may be called 202, too.
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

/** The columns of a call that are other than they were, and when it was heard of. */
function changed(
  store: Store,
  before: CallCourse,
  course: CallCourse,
): Record<string, number | string | null> {
  const [was, is] = [changing(before), changing(course)];
  const columns = Object.entries(is).filter(([column, value]) => value !== was[column]);
  const normal = before.number === course.number ? {} : { normal: wireNormal(store, course) };
  return { ...Object.fromEntries(columns), ...normal, heard_at: course.heardAt };
}

/** What changes of a call while it goes on, by its column. */
function changing(course: CallCourse): Record<string, number | string | null> {
  return {
    switch_call: course.switchCall,
    state: course.state,
    number: course.number,
    reason: course.reason,
    called: course.called,
    queue: course.queue,
    answered_at: course.answeredAt,
    ended_at: course.endedAt,
    outcome: course.outcome,
    cause: course.cause,
    extension: course.extension,
  };
}

/** In the form in which it is compared; what no numbering plan knows is compared as it came. */
export function wireNormal(
  store: Store,
  { number, direction }: Pick<CallCourse, "number" | "direction">,
): string | null {
  return number === null ? null : readAsTold({ number, direction }, numberingOf(store));
}
