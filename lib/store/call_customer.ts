import type { Call } from "../domain/call.ts";
import { callById } from "./calls.ts";
import type { Change } from "./customers.ts";
import type { Store } from "./database.ts";
import { NotFound } from "./errors.ts";
import { followMissed } from "./work/missed_callers.ts";

/**
 * An agent says whose call it is, or with null that it is nobody's known. What hangs on the call
 * goes along by triggers, and the choice is offered first when the number calls again.
 * Throws `NotFound` for an unknown call or customer.
 */
export function linkCall(
  store: Store,
  callId: number,
  customerId: number | null,
  change: Change,
): Call {
  return store.transaction(() => {
    if (customerId !== null) requireCustomer(store, customerId);
    const { changes } = store.run(
      "UPDATE calls SET customer_id = ?, match = ? WHERE id = ?",
      customerId,
      customerId === null ? null : "chosen",
      callId,
    );
    if (changes === 0) throw new NotFound("call", callId);
    rememberChoice(store, callId, customerId, change);
    const call = callById(store, callId) as Call;
    // Whoever turns out to have been on the phone waits for no call back any more.
    followMissed(store, call);
    return call;
  });
}

function requireCustomer(store: Store, id: number): void {
  if (store.get("SELECT 1 FROM customers WHERE id = ?", id) === undefined) {
    throw new NotFound("customer", id);
  }
}

function rememberChoice(
  store: Store,
  callId: number,
  customerId: number | null,
  change: Change,
): void {
  if (customerId === null) {
    store.run(
      "DELETE FROM number_choices WHERE normal = (SELECT normal FROM calls WHERE id = ?)",
      callId,
    );
    return;
  }
  store.run(
    `INSERT INTO number_choices (normal, customer_id, chosen_at, chosen_by)
     SELECT normal, ?, ?, ? FROM calls WHERE id = ? AND normal IS NOT NULL
     ON CONFLICT (normal) DO UPDATE SET customer_id = excluded.customer_id,
       chosen_at = excluded.chosen_at, chosen_by = excluded.chosen_by`,
    customerId,
    change.at,
    change.by,
    callId,
  );
}
