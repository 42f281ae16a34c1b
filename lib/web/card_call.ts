import type { Call } from "../domain/call.ts";
import { callsAtExtensions, currentCallOf, wasAtAgent } from "../store/agent_calls.ts";
import { callById } from "../store/calls.ts";
import { noteOf } from "../store/consultations.ts";
import { HttpProblem } from "./http_problem.ts";
import type { StaffVisit } from "./visit.ts";

/** For so long after its end, a call whose note is not saved comes back to a page by itself. */
const AFTER_WORK_MS = 10 * 60_000;
/** Calls may have rung here since that were not taken. */
const MOST_LOOKED_AT = 20;

/**
 * The call that belongs on the card of a page that shows `shown` (null: none): the one that this person is
 * on; else the one shown until its note is saved; else the last one, when its note was begun and not saved.
 */
export function callForCard(visit: StaffVisit, shown: Call | null): Call | null {
  const active = activeCall(visit);
  if (active !== null) return active;
  if (shown !== null) return isWrittenUp(visit, shown) ? null : shown;
  const last = lastCall(visit);
  return last !== null && noteState(visit, last) === "begun" ? last : null;
}

/** The call for a desk that is opened afresh: the last one comes back although nothing was typed yet. */
export function callForDesk(visit: StaffVisit): Call | null {
  return callForCard(visit, activeCall(visit) === null ? lastCall(visit) : null);
}

/** A call that this person may write a note on: it was at an extension of theirs. Null for any other. */
export function ownCall(visit: StaffVisit, id: number): Call | null {
  const call = callById(visit.store, id);
  return call !== null && wasAtAgent(visit.store, id, visit.person.id) ? call : null;
}

/** The same; throws the problem `not_found` for no call and `forbidden` for somebody else's. */
export function requireOwnCall(visit: StaffVisit, id: number): Call {
  const call = ownCall(visit, id);
  if (call !== null) return call;
  if (callById(visit.store, id) === null) throw new HttpProblem("not_found");
  throw new HttpProblem("forbidden", {}, "error.not_yours");
}

function activeCall(visit: StaffVisit): Call | null {
  const { extensions, id } = visit.person;
  return extensions.length === 0 ? null : currentCallOf(visit.store, id);
}

/** The last call that this person talked or dialled on, while it is not long over. */
function lastCall(visit: StaffVisit): Call | null {
  const { extensions, id } = visit.person;
  if (extensions.length === 0) return null;
  const calls = callsAtExtensions(visit.store, {
    extensions: extensions.map(({ number }) => number),
    staffId: id,
    since: visit.format.dayStart(visit.now - AFTER_WORK_MS),
  }, MOST_LOOKED_AT);
  const last = calls.find((call) =>
    call.direction !== "internal" &&
    call.connections.some((one) => one.joinedAt !== null && one.staffId === id)
  );
  if (last === undefined || (last.endedAt ?? visit.now) <= visit.now - AFTER_WORK_MS) return null;
  return last;
}

/** Whether nothing is left to write: what colleagues talk about needs no note. */
function isWrittenUp(visit: StaffVisit, call: Call): boolean {
  const note = noteState(visit, call);
  return note === "saved" || (note === "none" && call.direction === "internal");
}

function noteState(visit: StaffVisit, call: Call): "none" | "begun" | "saved" {
  const note = noteOf(visit.store, call.id, visit.person.id);
  if (note === null) return "none";
  return note.state === "draft" ? "begun" : "saved";
}
