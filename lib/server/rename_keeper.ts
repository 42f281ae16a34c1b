import { getLogger } from "@logtape/logtape";
import type { Store } from "../store/database.ts";
import { continueRename } from "../store/list_renames.ts";

const log = getLogger(["belltower", "server"]);

const EVERY_MS = 1000;
/** So many records are looked through in a few milliseconds; the calls come in between. */
const SPAN = 500;
const PAUSE_MS = 50;

/** Carries renamed consultation types and grades into old records, a part at a time, until `signal` aborts. */
export function startRenameKeeper(store: Store, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout>;
  const round = () => {
    timer = setTimeout(round, tried(store) ? PAUSE_MS : EVERY_MS);
  };
  timer = setTimeout(round, EVERY_MS);
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
}

/** A full disk is tried again; calls go on. */
function tried(store: Store): boolean {
  try {
    return continueRename(store, SPAN);
  } catch (error) {
    log.error("A renaming could not go on: {error}", { error });
    return false;
  }
}
