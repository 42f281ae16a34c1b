import { keep } from "../base/keep.ts";
import type { Store } from "../store/database.ts";
import { continueRename } from "../store/list_renames.ts";

const EVERY_MS = 1000;
/** So many records are looked through in a few milliseconds; the calls come in between. */
const SPAN = 500;
const PAUSE_MS = 50;

/** Carries renamed consultation types and grades into old records, a part at a time, until `signal` aborts. */
export function startRenameKeeper(store: Store, signal: AbortSignal): void {
  const round = () => continueRename(store, SPAN) ? PAUSE_MS : EVERY_MS;
  keep({ what: "the renaming in old records", first: EVERY_MS, round }, signal);
}
