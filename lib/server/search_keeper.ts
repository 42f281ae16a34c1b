import type { Store } from "../store/database.ts";
import { indexWaiting } from "../store/search_index.ts";

const EVERY_MS = 300;
/** A few milliseconds: calls are not kept waiting. */
const AT_ONCE = 10;

/** Keeps the search up to date with what is changed, a little at a time, until `signal` aborts. */
export function startSearchKeeper(store: Store, signal: AbortSignal): void {
  const timer = setInterval(() => indexWaiting(store, AT_ONCE), EVERY_MS);
  signal.addEventListener("abort", () => clearInterval(timer), { once: true });
}
