import { oldestSession } from "../domain/session_life.ts";
import { keep } from "../base/keep.ts";
import { pruneAgentStates } from "../store/agent_states.ts";
import { pruneAudit } from "../store/audit/write_audit.ts";
import { catchUp } from "../store/call_log/catch_up.ts";
import { makeOrders, ordersAreDue } from "../store/call_log/order_build.ts";
import type { Store } from "../store/database.ts";
import type { DaysKey, OfficeSettings } from "../store/office_settings.ts";
import { pruneSessions } from "../store/sessions.ts";
import { pruneRawFrames } from "../store/raw_frames.ts";

const DAY_MS = 86_400_000;
/** So many rows at a time take a few milliseconds; the calls come in between. */
const SLICE_ROWS = 500;
/** Each has words in an index besides. */
const AUDIT_ROWS = 200;
const SLICE_PAUSE_MS = 100;
const EVERY_MS = 3_600_000;
/** A disk that refused to let something go is asked again before the hour is over: it may be full. */
const AGAIN_MS = 60_000;
const CALLS_AT_ONCE = 200;
const CATCH_UP_MS = 5000;
const MAKE_PAUSE_MS = 20;

/** Takes away what is kept for a time only, in slices; from now on and every hour, until the signal. */
export function startHousekeeping(
  store: Store,
  office: OfficeSettings,
  signal: AbortSignal,
): void {
  const since = (key: DaysKey) => Date.now() - office.days(key) * DAY_MS;
  const prune = (what: string, most: number, some: () => number) => {
    const round = () => some() === most ? SLICE_PAUSE_MS : EVERY_MS;
    keep({ what, first: SLICE_PAUSE_MS, again: AGAIN_MS, round }, signal);
  };
  prune(
    "housekeeping of old frames",
    SLICE_ROWS,
    () => pruneRawFrames(store, since("raw_frame_days"), SLICE_ROWS),
  );
  prune(
    "housekeeping of the audit",
    AUDIT_ROWS,
    () => pruneAudit(store, since("audit_days"), AUDIT_ROWS),
  );
  prune(
    "housekeeping of agents' states",
    SLICE_ROWS,
    () => pruneAgentStates(store, since("audit_days"), SLICE_ROWS),
  );
  const endSessions = () => {
    const { seen, created } = oldestSession(Date.now());
    pruneSessions(store, seen, created);
    return EVERY_MS;
  };
  keep({
    what: "housekeeping of sessions that are over",
    first: SLICE_PAUSE_MS,
    again: AGAIN_MS,
    round: endSessions,
  }, signal);
  // The call log finds few changes to look at when it is asked, even after a migration or a merge.
  let making: Generator<void, void, undefined> | null = null;
  const keepUp = () => {
    if (catchUp(store, CALLS_AT_ONCE) === CALLS_AT_ONCE) return SLICE_PAUSE_MS;
    const before = making;
    making = null; // one that throws is over: the next round begins anew
    making = makeOn(store, before);
    return making === null ? CATCH_UP_MS : MAKE_PAUSE_MS;
  };
  keep({ what: "housekeeping of the call log", first: CATCH_UP_MS, round: keepUp }, signal);
}

/** A bite of new orders, where some are due; what is left to do of them, or null. */
function makeOn(
  store: Store,
  making: Generator<void, void, undefined> | null,
): Generator<void, void, undefined> | null {
  const work = making ?? (ordersAreDue(store) ? makeOrders(store) : null);
  return work === null || work.next().done ? null : work;
}
