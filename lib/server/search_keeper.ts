import { getLogger } from "@logtape/logtape";
import type { Store } from "../store/database.ts";
import { indexWaiting } from "../store/search_index.ts";

const log = getLogger(["belltower", "server"]);

const EVERY_MS = 300;
/** After an update everything may have to be cut anew: a million customers in less than an hour. */
const BUSY_MS = 20;
/** A full disk is not asked again at once. */
const REFUSED_MS = 30_000;
/** A few milliseconds: calls are not kept waiting. */
const AT_ONCE = 10;

/** Keeps the search up to date with what is changed, a little at a time, until `signal` aborts. */
export function startSearchKeeper(store: Store, signal: AbortSignal): void {
  let timer = setTimeout(work, EVERY_MS);
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });

  function work(): void {
    timer = setTimeout(work, pauseAfterWork(store));
  }
}

function pauseAfterWork(store: Store): number {
  try {
    return indexWaiting(store, AT_ONCE) === AT_ONCE ? BUSY_MS : EVERY_MS;
  } catch (error) {
    log.error("What was changed could not be made known to the search: {error}", { error });
    return REFUSED_MS;
  }
}
