import type { Call } from "../domain/call.ts";
import type { Store } from "./database.ts";
import { noteEvent } from "./events.ts";
import { interactionOfCall } from "./interactions.ts";

/**
 * Keeps the list of missed callers in step with a call that has changed; a part of the transaction that stores
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
  const settled = store.all<{ id: number; by: number; at: number }>(
    // A try that began after this call was reached is not settled by it.
    `SELECT missed.id, calls.id AS by, calls.heard_at AS at
     FROM calls JOIN missed_callers AS missed
       ON coalesce(missed.normal, '') = calls.normal OR missed.customer_id = calls.customer_id
     WHERE calls.id = ? AND missed.state <> 'done'
       AND missed.last_at <= coalesce(calls.answered_at, calls.started_at)`,
    callId,
  );
  for (const { id, by, at } of settled) {
    store.run(
      `UPDATE missed_callers SET state = 'done', staff_id = NULL, reached_by = ?, changed_at = ?
       WHERE id = ?`,
      by,
      at,
      id,
    );
  }
  if (settled.length > 0) noteEvent(store, { kind: "missed" }, Date.now());
}

function addMissed(store: Store, call: Call): void {
  if (isListed(store, call)) return;
  const waiting = waitingRow(store, call);
  const id = waiting ?? insertRow(store, call);
  store.run(
    "INSERT INTO missed_interactions (interaction_id, missed_id) VALUES (?, ?)",
    interactionOfCall(store, call.id),
    id,
  );
  if (waiting !== null) {
    store.run(
      `UPDATE missed_callers SET tries = tries + 1, last_at = max(last_at, ?), last_call_id = ?,
         customer_id = coalesce(?, customer_id) WHERE id = ?`,
      call.startedAt,
      call.id,
      call.customerId,
      id,
    );
  }
  noteEvent(store, { kind: "missed" }, Date.now());
  const reached = reachedSince(store, call);
  if (reached !== null) closeReached(store, reached);
}

/** Whether the call is one of a missed caller's already. */
function isListed(store: Store, call: Call): boolean {
  return store.get(
    `SELECT 1 FROM interactions JOIN missed_interactions ON interaction_id = interactions.id
     WHERE interactions.call_id = ?`,
    call.id,
  ) !== undefined;
}

/** The row of this caller that is not done yet: by number, else by customer. */
function waitingRow(store: Store, call: Call): number | null {
  return store.get<{ id: number }>(
    `SELECT missed_callers.id FROM calls JOIN missed_callers
       ON coalesce(missed_callers.normal, '') = coalesce(calls.normal, '')
     WHERE calls.id = ? AND missed_callers.state <> 'done'
     UNION ALL
     SELECT missed_callers.id FROM missed_callers
     WHERE missed_callers.customer_id = ? AND missed_callers.state <> 'done' LIMIT 1`,
    call.id,
    call.customerId,
  )?.id ?? null;
}

function insertRow(store: Store, call: Call): number {
  return store.run(
    `INSERT INTO missed_callers
       (normal, customer_id, tries, first_at, last_at, last_call_id, state, changed_at)
     SELECT normal, customer_id, 1, started_at, started_at, id, 'open', heard_at
     FROM calls WHERE id = ?`,
    call.id,
  ).id;
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

/** Somebody takes a caller in work; one who is taken already changes hands. False where the row is done. */
export function takeMissed(store: Store, id: number, staffId: number, now: number): boolean {
  return store.run(
    `UPDATE missed_callers SET state = 'taken', staff_id = ?, changed_at = ?
     WHERE id = ? AND state <> 'done'`,
    staffId,
    now,
    id,
  ).changes > 0;
}

/** Somebody gives a caller back. */
export function releaseMissed(store: Store, id: number, now: number): boolean {
  return store.run(
    `UPDATE missed_callers SET state = 'open', staff_id = NULL, changed_at = ?
     WHERE id = ? AND state = 'taken'`,
    now,
    id,
  ).changes > 0;
}

/** Somebody says that nothing is left to do. */
export function finishMissed(store: Store, id: number, staffId: number, now: number): boolean {
  return store.run(
    `UPDATE missed_callers SET state = 'done', staff_id = ?, changed_at = ?
     WHERE id = ? AND state <> 'done'`,
    staffId,
    now,
    id,
  ).changes > 0;
}

/** Takes a person's `done` back. False where the row is not done, or the caller waits in a newer row already. */
export function reopenMissed(store: Store, id: number, now: number): boolean {
  return store.run(
    `UPDATE missed_callers SET state = 'open', staff_id = NULL, reached_by = NULL, changed_at = ?
     WHERE id = ? AND state = 'done' AND NOT EXISTS (
       SELECT 1 FROM missed_callers AS newer
       WHERE newer.state <> 'done' AND coalesce(newer.normal, '') = coalesce(missed_callers.normal, ''))`,
    now,
    id,
  ).changes > 0;
}

/** How many callers wait: the number in the navigation. */
export function missedCount(store: Store): number {
  return store.get<{ n: number }>(
    "SELECT count(*) AS n FROM missed_callers WHERE state <> 'done'",
  )?.n ?? 0;
}
