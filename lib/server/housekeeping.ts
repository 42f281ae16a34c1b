import { getLogger } from "@logtape/logtape";
import { pruneAudit } from "../store/audit/write_audit.ts";
import { catchUp } from "../store/call_log/catch_up.ts";
import { makeOrders, ordersAreDue } from "../store/call_log/order_build.ts";
import type { Store } from "../store/database.ts";
import type { DaysKey, OfficeSettings } from "../store/office_settings.ts";
import { pruneRawFrames } from "../store/raw_frames.ts";

const log = getLogger(["belltower", "server"]);

const DAY_MS = 86_400_000;
/** So many rows at a time take a few milliseconds; the calls come in between. */
const SLICE_ROWS = 500;
/** Each has words in an index besides. */
const AUDIT_ROWS = 200;
const SLICE_PAUSE_MS = 100;
const EVERY_MS = 3_600_000;
const CALLS_AT_ONCE = 200;
const CATCH_UP_MS = 5000;
const MAKE_PAUSE_MS = 20;

/** Takes away what is kept for a time only, in slices; from now on and every hour, until the signal. */
export function startHousekeeping(
  store: Store,
  office: OfficeSettings,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout>;
  const round = () => {
    const since = (key: DaysKey) => Date.now() - office.days(key) * DAY_MS;
    const frames = tried(
      "old frames",
      () => pruneRawFrames(store, since("raw_frame_days"), SLICE_ROWS),
      0,
    );
    const entries = tried("the audit", () => pruneAudit(store, since("audit_days"), AUDIT_ROWS), 0);
    const more = frames === SLICE_ROWS || entries === AUDIT_ROWS;
    timer = setTimeout(round, more ? SLICE_PAUSE_MS : EVERY_MS);
  };
  timer = setTimeout(round, SLICE_PAUSE_MS);
  // The call log finds few changes to look at when it is asked, even after a migration or a merge.
  let catching: ReturnType<typeof setTimeout>;
  let making: Generator<void, void, undefined> | null = null;
  const keepUp = () => {
    const more = tried("the call log", () => catchUp(store, CALLS_AT_ONCE), 0) === CALLS_AT_ONCE;
    if (!more) making = tried("the orders of the call log", () => makeOn(store, making), null);
    catching = setTimeout(
      keepUp,
      more ? SLICE_PAUSE_MS : making === null ? CATCH_UP_MS : MAKE_PAUSE_MS,
    );
  };
  catching = setTimeout(keepUp, CATCH_UP_MS);
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    clearTimeout(catching);
  });
}

/** A bite of new orders, where some are due; what is left to do of them, or null. */
function makeOn(
  store: Store,
  making: Generator<void, void, undefined> | null,
): Generator<void, void, undefined> | null {
  const work = making ?? (ordersAreDue(store) ? makeOrders(store) : null);
  return work === null || work.next().done ? null : work;
}

/** What `work` returns, or `refused` where the disk refused it: it is tried again at its time, and calls go on. */
function tried<T>(what: string, work: () => T, refused: T): T {
  try {
    return work();
  } catch (error) {
    log.error("Housekeeping of {what} failed: {error}", { what, error });
    return refused;
  }
}
