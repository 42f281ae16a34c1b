import { catchUp } from "../store/call_log/catch_up.ts";
import { makeOrders, ordersAreDue } from "../store/call_log/order_build.ts";
import type { Store } from "../store/database.ts";

const CALLS_AT_ONCE = 200;
const CATCH_UP_MS = 5000;
const SLICE_PAUSE_MS = 100;
const MAKE_PAUSE_MS = 20;

/** The call log finds few changes to look at when it is asked, even after a migration or a merge. */
export function callLogRound(store: Store): () => number {
  let making: Generator<void, void, undefined> | null = null;
  return () => {
    if (catchUp(store, CALLS_AT_ONCE) === CALLS_AT_ONCE) return SLICE_PAUSE_MS;
    const before = making;
    making = null; // one that throws is over: the next round begins anew
    making = makeOn(store, before);
    return making === null ? CATCH_UP_MS : MAKE_PAUSE_MS;
  };
}

/** A bite of new orders, where some are due; what is left to do of them, or null. */
function makeOn(
  store: Store,
  making: Generator<void, void, undefined> | null,
): Generator<void, void, undefined> | null {
  const work = making ?? (ordersAreDue(store) ? makeOrders(store) : null);
  return work === null || work.next().done ? null : work;
}
