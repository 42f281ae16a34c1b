import { keep } from "../base/keep.ts";
import type { Store } from "../store/database.ts";
import { indexWaiting } from "../store/search_index.ts";

const EVERY_MS = 300;
/** After an update everything may have to be cut anew: a million customers in less than an hour. */
const BUSY_MS = 20;
/** A few milliseconds: calls are not kept waiting. */
const AT_ONCE = 10;

/** Keeps the search up to date with what is changed, a little at a time, until `signal` aborts. */
export function startSearchKeeper(store: Store, signal: AbortSignal): void {
  const round = () => indexWaiting(store, AT_ONCE) === AT_ONCE ? BUSY_MS : EVERY_MS;
  keep({ what: "the index of the search", first: EVERY_MS, round }, signal);
}
