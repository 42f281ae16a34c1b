import { readAsTold, type ToldNumber } from "../domain/dialled_number.ts";
import type { Numbering } from "../domain/numbering.ts";
import { callById } from "./calls.ts";
import { customersByNumber } from "./customer_match.ts";
import type { Store } from "./database.ts";
import type { Slice } from "./reread_slice.ts";
import { followMissed, settleIfReached } from "./work/missed_callers.ts";
import { matchCall } from "./write_calls.ts";

/** Calls at a time, and so many of them at most that read otherwise: each has indexes to be written. */
const SPAN = 1000;
const MOST_CHANGED = 25;

/** Reads the numbers of the next calls anew; whose they are is looked up for those that are nobody's. */
export function rereadCalls(store: Store, numbering: Numbering, after: number): Slice {
  const rows = store.all<
    ToldNumber & { id: number; normal: string | null; customer_id: number | null }
  >(
    `SELECT id, number, direction, normal, customer_id FROM calls
     WHERE id > ? AND number IS NOT NULL ORDER BY id LIMIT ?`,
    after,
    SPAN,
  );
  let changed = 0;
  for (const { id, number, direction, normal, customer_id } of rows) {
    const read = readAsTold({ number, direction }, numbering);
    if (read === normal) continue;
    store.run("UPDATE calls SET normal = ? WHERE id = ?", read, id);
    if (normal !== null) moveChoice(store, normal, read);
    if (customer_id === null) matchAnew(store, id, read);
    moveMissed(store, id);
    // A caller whom somebody has called back meanwhile waits no more.
    const call = callById(store, id)!;
    if (call.outcome === "missed") settleIfReached(store, call);
    else followMissed(store, call);
    if (++changed === MOST_CHANGED) return { last: id, changed: true };
  }
  return { last: rows.at(-1)?.id ?? null, changed: changed > 0 };
}

/**
 * Takes calls off a customer whose number was read as `before` and is another one (`now`), where they were theirs by that
 * number alone. A call with a note stays: somebody has talked with them.
 */
export function leaveCalls(
  store: Store,
  numbering: Numbering,
  customerId: number,
  before: string,
  now: string,
): void {
  const calls = store.all<ToldNumber & { id: number }>(
    `SELECT id, number, direction FROM calls
     WHERE normal = ?1 AND customer_id = ?2 AND match = 'number' AND number IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM customer_numbers WHERE customer_id = ?2 AND normal = ?1)
       AND NOT EXISTS (SELECT 1 FROM interactions JOIN consultations ON consultations.interaction_id = interactions.id
         WHERE interactions.call_id = calls.id)`,
    before,
    customerId,
  );
  for (const { id, ...told } of calls) {
    // Both were read otherwise, and are the same again.
    if (readAsTold(told, numbering) === now) continue;
    store.run("UPDATE calls SET customer_id = NULL, match = NULL WHERE id = ?", id);
    matchAnew(store, id, before);
  }
}

function matchAnew(store: Store, id: number, normal: string): void {
  const [customer, another] = customersByNumber(store, normal);
  if (customer !== undefined && another === undefined) matchCall(store, id, customer.id);
}

/** Whom somebody chose for the number as it was read before is offered first as ever. */
function moveChoice(store: Store, before: string, now: string): void {
  store.run("UPDATE OR IGNORE number_choices SET normal = ? WHERE normal = ?", now, before);
}

/** A missed caller waits under the number as it is read now, unless another row of the same number does. */
function moveMissed(store: Store, callId: number): void {
  store.run(
    `UPDATE OR IGNORE work SET contact_point_id = (SELECT contact_point_id FROM interactions WHERE call_id = ?1)
     WHERE kind = 'missed' AND done_at IS NULL
       AND interaction_id = (SELECT id FROM interactions WHERE call_id = ?1)`,
    callId,
  );
}
