import type { CallCourse } from "../domain/call.ts";
import type { Caller, CallEvent } from "../domain/call_event.ts";
import { answer, begin, dial, end, has, mayBeCaller, named, ring } from "./course.ts";

/** What one event does to the call on its trunk. */
export interface Transition {
  /** The call that was on the trunk and is over now. */
  readonly ended: CallCourse | null;
  /** The call that is on the trunk now: the one before when nothing ended, else a new one. */
  readonly current: CallCourse | null;
  /** Whether anybody needs to hear of it; without it, at most `heardAt` has moved. */
  readonly changed: boolean;
}

/**
 * Moves the call on a trunk (`course`, null for an idle one) by one event, which happened at `at`
 * (milliseconds since the epoch, UTC). The same event again changes nothing: a frame whose ACK was lost
 * comes twice. A clock that jumps back stands still for the call: no time lies before an earlier one.
 */
export function transition(course: CallCourse | null, event: CallEvent, at: number): Transition {
  const now = course === null ? at : Math.max(at, course.heardAt);
  switch (event.type) {
    case "Delivered":
      return delivered(course, event.trunk, event.extension, event.caller, now);
    case "Established":
      return established(course, event.trunk, event.extension, now);
    case "ServiceInitiated":
      return dialling(course, event.trunk, event.extension, null, now);
    case "Originated":
      return dialling(course, event.trunk, event.extension, event.digits, now);
    case "ConnectionCleared":
      // F on an idle trunk changes nothing. The extension in it does not matter: the trunk is free.
      return course === null
        ? { ended: null, current: null, changed: false }
        : { ended: end(course, now), current: null, changed: true };
    default:
      return event satisfies never;
  }
}

/** C and c: the trunk rings, or an extension does. */
function delivered(
  course: CallCourse | null,
  trunk: string,
  extension: string | null,
  caller: Caller | null,
  now: number,
): Transition {
  // C on a trunk where somebody talks or dials: that call's F was lost, it ends at this moment.
  const another = course !== null && (
    (extension === null && course.state !== "ringing") ||
    // C or c with another caller than the call's: the same.
    !mayBeCaller(course, caller)
  );
  // c on an idle trunk starts a call as C does: the C was lost.
  if (course === null || another) {
    const fresh = named(begin(trunk, "in", "ringing", now), caller);
    return follow(course, extension === null ? fresh : ring(fresh, extension, now), now);
  }
  // C again is the next ring signal; the one that brings a number where none was known names the caller.
  const known = named(course, caller);
  // c on a trunk where somebody talks or dials is the ring of a transfer: the call stays where it is.
  return go(course, extension === null ? known : ring(known, extension, now), now);
}

/** N: trunk and extension talk. */
function established(
  course: CallCourse | null,
  trunk: string,
  extension: string,
  now: number,
): Transition {
  // N on an idle trunk: a call whose ring was not seen.
  if (course === null) {
    return follow(null, answer(begin(trunk, "in", "talking", now), extension, now), now);
  }
  // N of the extension that has the call already: a transfer that rings was taken back, else nothing new.
  // On an outgoing call it is no answer of the far end, which this wire does not show.
  if (has(course, extension)) {
    const rings = course.ringing.length > 0;
    return go(course, rings ? { ...course, ringing: [] } : course, now);
  }
  // N of another extension is an answer or a transfer. An outgoing call stays outgoing: that one was handed
  // on is likelier than that its F, and the C and c of another call, were all lost.
  return go(course, answer(course, extension, now), now);
}

/** n, J and O: an extension takes the trunk, and dials (`digits`) or has not yet (null). */
function dialling(
  course: CallCourse | null,
  trunk: string,
  extension: string,
  digits: string | null,
  now: number,
): Transition {
  if (course !== null && isSameDialling(course, extension, digits)) {
    // n, J or O again: their ACK was lost.
    const same = digits === null || digits === course.number;
    return go(course, same ? course : { ...course, number: digits }, now);
  }
  // An extension can take a free trunk only: the F of the call that was there is lost, whatever it was.
  // J or O on an idle trunk: the n before it was lost.
  return follow(course, dial(begin(trunk, "out", "dialling", now), extension, digits, now), now);
}

/** Whether n, J or O continue what is on the trunk. After the number, an n is a new seizure. */
function isSameDialling(course: CallCourse, extension: string, digits: string | null): boolean {
  return course.state === "dialling" && course.extension === extension &&
    (course.number === null || course.number === digits);
}

/** The call goes on as `next`. */
function go(before: CallCourse, next: CallCourse, now: number): Transition {
  return { ended: null, current: { ...next, heardAt: now }, changed: next !== before };
}

/** The call `before`, if any, is over, and `next` is on the trunk. */
function follow(before: CallCourse | null, next: CallCourse, now: number): Transition {
  return { ended: before === null ? null : end(before, now), current: next, changed: true };
}
