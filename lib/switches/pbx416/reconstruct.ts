import { type CallCourse, type Connection, type Device, isLive } from "../../domain/call.ts";
import { lacksCaller } from "../../domain/call_course.ts";
import type { CallEvent } from "../../domain/call_event.ts";
import type { Caller } from "../../domain/caller.ts";
import type { TrunkEvent } from "./frames/trunk_event.ts";

/**
 * What an event on a trunk says of calls. The 416 tells of trunks alone: which call is meant, that its F
 * was lost, that N out of nothing is a call whose ring was not seen and a second N a transfer, is made out here.
 * `course` is the call on the trunk (null: idle); `newCall` gives the ID of one that begins. The same event again leads to
 * events that change nothing: a frame whose ACK was lost comes twice.
 */
export function reconstruct(
  course: CallCourse | null,
  event: TrunkEvent,
  newCall: () => string,
): CallEvent[] {
  switch (event.type) {
    case "Delivered":
      return delivered(course, event, newCall);
    case "Established":
      return established(course, event, newCall);
    case "ServiceInitiated":
      return dialling(course, event, null, newCall);
    case "Originated":
      return dialling(course, event, event.digits, newCall);
    case "ConnectionCleared":
      // F on an idle trunk changes nothing. The extension in it does not matter: the trunk is free.
      return course === null ? [] : [over(course)];
    default:
      return event satisfies never;
  }
}

/** C and c: the trunk rings, or an extension does. */
function delivered(
  course: CallCourse | null,
  { trunk, extension, caller }: Extract<TrunkEvent, { type: "Delivered" }>,
  newCall: () => string,
): CallEvent[] {
  // C on a trunk where somebody talks or dials: that call's F was lost, it ends at this moment.
  const another = course !== null && (
    (extension === null && course.state !== "ringing") ||
    // C or c with another caller than the call's: the same.
    !mayBeCaller(course, caller)
  );
  const device = extension === null ? null : telephone(extension);
  // C again is the next ring signal; the one that brings a number where none was known names the caller. c on a trunk
  // where somebody talks or dials is the ring of a transfer: the call stays where it is.
  const same = course !== null && !another ? course : null;
  // c on an idle trunk starts a call as C does: the C was lost.
  const told: CallEvent = {
    type: "Delivered",
    ...calledOn(same, trunk, "in", newCall),
    device,
    caller,
    called: null,
  };
  return another ? [over(course), told] : [told];
}

/** N: trunk and extension talk. */
function established(
  course: CallCourse | null,
  { trunk, extension }: Extract<TrunkEvent, { type: "Established" }>,
  newCall: () => string,
): CallEvent[] {
  // N on an idle trunk: a call whose ring was not seen. N of the extension that has the call already: a transfer that
  // rings was taken back, else nothing new; on an outgoing call it is no answer of the far end, which this wire does not
  // show. N of another extension is an answer or a transfer. An outgoing call stays outgoing: that one was handed on is
  // likelier than that its F, and the C and c of another call, were all lost.
  const told: CallEvent = {
    type: "Established",
    ...calledOn(course, trunk, "in", newCall),
    device: telephone(extension),
  };
  const others = (course?.connections ?? []).filter((one) =>
    isLive(one) && one.device !== extension
  );
  return [told, ...others.map((one) => left(told.call, one))];
}

/** Only one extension is on a trunk: whoever takes it, takes it from the others. */
function left(call: string, { device, kind, state }: Connection): CallEvent {
  return {
    type: "ConnectionCleared",
    call,
    device: { number: device, kind },
    cause: state === "alerting" ? "answered_elsewhere" : "transferred",
  };
}

/** n, J and O: an extension takes the trunk, and dials (`digits`) or has not yet (null). */
function dialling(
  course: CallCourse | null,
  { trunk, extension }: { readonly trunk: string; readonly extension: string },
  digits: string | null,
  newCall: () => string,
): CallEvent[] {
  // n, J or O again: their ACK was lost.
  const same = course !== null && isSameDialling(course, extension, digits) ? course : null;
  // J or O on an idle trunk: the n before it was lost.
  const begins = calledOn(same, trunk, "out", newCall);
  const device = telephone(extension);
  const told: CallEvent = digits === null
    ? { type: "ServiceInitiated", ...begins, device }
    : { type: "Originated", ...begins, device, digits, answerShown: false };
  // An extension can take a free trunk only: the F of the call that was there is lost, whatever it was.
  return course !== null && same === null ? [over(course), told] : [told];
}

/** Whether n, J or O continue what is on the trunk. After the number, an n is a new seizure. */
function isSameDialling(course: CallCourse, extension: string, digits: string | null): boolean {
  return course.state === "dialling" && course.extension === extension &&
    (course.number === null || course.number === digits);
}

/**
 * Whether `caller` can be the one who is on the call. A number that was not to be had may still come; a
 * number that was withheld never does, and none is ever taken back: to show the last caller's card to
 * another one is worse than to count one call as two.
 */
function mayBeCaller(course: CallCourse, caller: Caller | null): boolean {
  if (caller === null || lacksCaller(course)) return true;
  return course.number === caller.number && course.reason === caller.reason;
}

function calledOn(
  course: CallCourse | null,
  trunk: string,
  direction: "in" | "out",
  newCall: () => string,
) {
  return {
    call: course?.switchCall ?? newCall(),
    trunk,
    direction: course?.direction ?? direction,
    consultationOf: null,
  } as const;
}

function over({ switchCall }: CallCourse): CallEvent {
  return { type: "CallCleared", call: switchCall, cause: null };
}

function telephone(number: string): Device {
  return { number, kind: "telephone" };
}
