import type { Call } from "../../domain/call.ts";
import { afterOfficeMs } from "../../domain/office_span.ts";
import { MISSED_TARGET_MS } from "../../domain/work.ts";
import type { Store } from "../database.ts";
import { noteEvent } from "../events.ts";
import { interactionOfCall } from "../interactions.ts";
import { addInteraction, reachWork } from "./change_work.ts";
import { officeCalendar } from "./office_calendar.ts";
import { noteStep } from "./work_steps.ts";

/**
 * Keeps the missed callers among the work in step with a call that has changed; a part of the transaction that stores
 * the change. Told the same twice, it changes nothing the second time.
 */
export function followMissed(store: Store, call: Call): void {
  if (isReached(call)) closeReached(store, call.id);
  else if (call.outcome === "missed") addMissed(store, call);
}

/**
 * Whether somebody of the office has this caller on the phone, or has called the number where the switch does not show
 * whether the far end answers.
 */
function isReached(call: Call): boolean {
  if (call.direction === "internal") return false;
  const isShown = call.direction === "in" ||
    call.connections.some(({ kind }) => kind === "external");
  return isShown ? call.answeredAt !== null : call.number !== null;
}

function closeReached(store: Store, callId: number): void {
  const settled = store.all<{ id: number; at: number }>(
    // A try that began after this call was reached is not settled by it. (An index of an expression is found by
    // expressions: a column would be compared as a number.)
    `WITH reached AS (
       SELECT customer_id, heard_at, coalesce(answered_at, started_at) AS at,
         (SELECT id FROM contact_points WHERE kind = 'telephone' AND address = calls.normal) AS point
       FROM calls WHERE id = ?)
     SELECT work.id, reached.heard_at AS at
     FROM reached CROSS JOIN work ON coalesce(work.contact_point_id, 0) = coalesce(reached.point, -1)
       AND work.kind = 'missed' AND work.done_at IS NULL
     JOIN missed_work AS missed ON missed.work_id = work.id AND missed.last_at <= reached.at
     UNION
     SELECT work.id, reached.heard_at AS at
     FROM reached CROSS JOIN work ON work.customer_id = reached.customer_id AND work.kind = 'missed' AND work.done_at IS NULL
     JOIN missed_work AS missed ON missed.work_id = work.id AND missed.last_at <= reached.at`,
    callId,
  );
  for (const { id, at } of settled) reachWork(store, id, callId, { by: null, at });
  if (settled.length > 0) noteEvent(store, { kind: "work" }, Date.now());
}

function addMissed(store: Store, call: Call): void {
  if (isListed(store, call)) return;
  const interactionId = interactionOfCall(store, call.id);
  const waiting = waitingRow(store, call, interactionId);
  const id = waiting ?? insertRow(store, call, interactionId);
  addInteraction(store, id, interactionId);
  if (waiting !== null) tryAgain(store, id, call, interactionId);
  noteEvent(store, { kind: "work" }, Date.now());
  settleIfReached(store, call);
}

/** Settles the row of a missed call whose caller somebody has reached since. */
export function settleIfReached(store: Store, call: Call): void {
  const reached = reachedSince(store, call);
  if (reached !== null) closeReached(store, reached);
}

/** Whether the call is one of a missed caller's already. */
function isListed(store: Store, call: Call): boolean {
  return store.get(
    `SELECT 1 FROM interactions JOIN work_interactions AS try ON try.interaction_id = interactions.id
     JOIN missed_work ON missed_work.work_id = try.work_id
     WHERE interactions.call_id = ?`,
    call.id,
  ) !== undefined;
}

/** The row of this caller that is not done yet: by number, else by customer. */
function waitingRow(store: Store, call: Call, interactionId: number): number | null {
  return store.get<{ id: number }>(
    `SELECT id FROM work WHERE kind = 'missed' AND done_at IS NULL AND coalesce(contact_point_id, 0) =
       (SELECT coalesce(contact_point_id, 0) FROM interactions WHERE id = ?)
     UNION ALL
     SELECT id FROM work WHERE customer_id = ? AND kind = 'missed' AND done_at IS NULL LIMIT 1`,
    interactionId,
    call.customerId,
  )?.id ?? null;
}

function insertRow(store: Store, call: Call, interactionId: number): number {
  const dueAt = afterOfficeMs(officeCalendar(store), call.startedAt, MISSED_TARGET_MS);
  const { id } = store.run(
    `INSERT INTO work (kind, state, interaction_id, contact_point_id, customer_id, wait_from, due_at)
     SELECT 'missed', 'waiting', id, contact_point_id, customer_id, began_at, ?
     FROM interactions WHERE id = ?`,
    dueAt,
    interactionId,
  );
  store.run(
    "INSERT INTO missed_work (work_id, tries, first_at, last_at) VALUES (?, 1, ?, ?)",
    id,
    call.startedAt,
    call.startedAt,
  );
  noteStep(store, id, { kind: "created", from: null }, { by: null, at: call.startedAt });
  return id;
}

/** A caller who tries again stays in the row of the first try: the wait is counted from there. */
function tryAgain(store: Store, id: number, call: Call, interactionId: number): void {
  store.run(
    "UPDATE missed_work SET tries = tries + 1, last_at = max(last_at, ?) WHERE work_id = ?",
    call.startedAt,
    id,
  );
  store.run(
    "UPDATE work SET interaction_id = ?, customer_id = coalesce(?, customer_id) WHERE id = ?",
    interactionId,
    call.customerId,
    id,
  );
}

/** A call with the same caller that was reached while this one rang, on another trunk. */
function reachedSince(store: Store, call: Call): number | null {
  return store.get<{ id: number }>(
    `SELECT other.id FROM calls AS own JOIN calls AS other
       ON other.normal = own.normal AND other.id <> own.id
     WHERE own.id = ? AND other.started_at >= own.started_at - 86400000
       AND (other.answered_at IS NOT NULL OR other.direction = 'out' AND NOT EXISTS (
         SELECT 1 FROM connections WHERE call_id = other.id AND kind = 'external'))
       AND coalesce(other.answered_at, other.started_at) >= own.started_at
     ORDER BY other.id DESC LIMIT 1`,
    call.id,
  )?.id ?? null;
}
