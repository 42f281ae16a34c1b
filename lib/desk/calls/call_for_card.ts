import type { Call } from "../../domain/call.ts";
import { callsAtExtensions, currentCallOf } from "../../store/agent_calls.ts";
import { noteOf } from "../../store/consultations.ts";
import type { StaffDesk } from "../desk.ts";

/** For so long after its end, a call whose note is not saved comes back to a page by itself. */
const AFTER_WORK_MS = 10 * 60_000;
/** A call that has been over for so short a time began within this. */
const LONGEST_MS = 24 * 60 * 60_000;
/** Calls may have rung here since that were not taken. */
const MOST_LOOKED_AT = 20;

/**
 * The call that belongs on the card of a page that shows `shown` (null: none): the one that whoever asks is on; else
 * the one shown until its note is saved; else the last one, when its note was begun and not saved.
 */
export function callForCard(desk: StaffDesk, shown: Call | null): Call | null {
  const active = activeCall(desk);
  if (active !== null) return active;
  if (shown !== null) return isWrittenUp(desk, shown) ? null : shown;
  const last = lastCall(desk);
  return last !== null && noteState(desk, last) === "begun" ? last : null;
}

/** The call for a desk that is opened afresh: the last one comes back although nothing was typed yet. */
export function callForDesk(desk: StaffDesk): Call | null {
  const active = activeCall(desk);
  if (active !== null) return active;
  const last = lastCall(desk);
  return last === null || isWrittenUp(desk, last) ? null : last;
}

function activeCall({ store, by }: StaffDesk): Call | null {
  return by.extensions.length === 0 ? null : currentCallOf(store, by.id);
}

/** The last call that they talked or dialled on, while it is not long over. */
function lastCall({ store, by, now }: StaffDesk): Call | null {
  if (by.extensions.length === 0) return null;
  const calls = callsAtExtensions(store, {
    extensions: by.extensions.map(({ number }) => number),
    staffId: by.id,
    since: now - LONGEST_MS,
  }, MOST_LOOKED_AT);
  const last = calls.find((call) =>
    call.direction !== "internal" &&
    call.connections.some((one) => one.joinedAt !== null && one.staffId === by.id)
  );
  return last !== undefined && (last.endedAt ?? now) > now - AFTER_WORK_MS ? last : null;
}

/** Whether nothing is left to write: what colleagues talk about needs no note. */
function isWrittenUp(desk: StaffDesk, call: Call): boolean {
  const note = noteState(desk, call);
  return note === "saved" || (note === "none" && call.direction === "internal");
}

function noteState({ store, by }: StaffDesk, call: Call): "none" | "begun" | "saved" {
  const note = noteOf(store, call.id, by.id);
  if (note === null) return "none";
  return note.state === "draft" ? "begun" : "saved";
}
