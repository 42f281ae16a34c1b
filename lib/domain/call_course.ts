import { type CallCourse, type Connection, type Device, isStation } from "./call.ts";
import { changed, cleared, joined, liveOf, when } from "./call_connections.ts";
import { ended } from "./call_end.ts";
import type { OneCallEvent } from "./call_event.ts";
import type { Caller } from "./caller.ts";

/**
 * The call after one event about it, which happened at `at` (milliseconds since the epoch, UTC). `course` is null for a
 * call that nothing is known of: then the event begins one, or where it cannot, nothing comes of it. The same event again
 * moves `heardAt` alone. A clock that jumps back stands still for the call: no time lies before an earlier one.
 */
export function applied<Known extends CallCourse>(
  course: Known,
  event: OneCallEvent,
  at: number,
): Known;
export function applied(
  course: CallCourse | null,
  event: OneCallEvent,
  at: number,
): CallCourse | null;
export function applied(
  course: CallCourse | null,
  event: OneCallEvent,
  at: number,
): CallCourse | null {
  const now = course === null ? at : Math.max(at, course.heardAt);
  const known = course ?? begun(event, now);
  if (known === null) return null;
  return { ...moved(known, event, now), heardAt: now };
}

/** Whether somebody needs to hear of it: more has moved than `heardAt`. */
export function isNews(before: CallCourse | null, after: CallCourse): boolean {
  if (before === null) return true;
  return (Object.keys(after) as (keyof CallCourse)[])
    .some((key) => key !== "heardAt" && before[key] !== after[key]);
}

/** A call of which nothing is known but that it is there; null where the event cannot be a call's first. */
function begun(event: OneCallEvent, now: number): CallCourse | null {
  if (!("direction" in event)) return null;
  return {
    switchCall: event.call,
    trunk: event.trunk,
    direction: event.direction,
    state: event.direction === "out" ? "dialling" : "ringing",
    number: null,
    reason: null,
    called: null,
    queue: null,
    startedAt: now,
    answeredAt: null,
    endedAt: null,
    outcome: null,
    cause: null,
    connections: [],
    extension: null,
    heardAt: now,
  };
}

function moved(course: CallCourse, event: OneCallEvent, now: number): CallCourse {
  switch (event.type) {
    case "Delivered":
      return delivered(named(course, event.caller, event.called), event.device, now);
    case "Established":
      return established(course, event.device, now);
    case "ServiceInitiated":
      return seized(course, event.device, "initiated", now);
    case "Originated": {
      const dialled = withNumber(seized(course, event.device, "connected", now), event.digits);
      if (!event.answerShown || course.direction !== "out") return dialled;
      const far = { number: event.digits, kind: "external" } as const;
      return liveOf(dialled, far) === null ? joined(dialled, far, "initiated", {}, now) : dialled;
    }
    case "Queued": {
      const queue = { number: event.queue, kind: "queue" } as const;
      if (liveOf(course, queue) !== null) return course;
      return joined({ ...course, queue: event.queue }, queue, "queued", {}, now);
    }
    case "Held":
      return when(course, event.device, ["connected"], () => ({ state: "held" }), now);
    case "Retrieved":
      return when(course, event.device, ["held"], () => ({ state: "connected" }), now);
    case "Diverted":
      return cleared(course, event.device, "null", "diverted", now);
    case "Failed":
      return cleared(course, event.device, "failed", event.cause, now);
    case "ConnectionCleared":
      return cleared(course, event.device, "null", event.cause, now);
    case "DigitsReceived":
      return course;
    case "CallCleared":
      return ended(course, now, event.cause);
    default:
      return event satisfies never;
  }
}

/**
 * The call with its caller named, where none was known. A number that was not to be had may still come; a number that was
 * withheld never does, and none is ever taken back.
 */
function named(course: CallCourse, caller: Caller | null, called: string | null): CallCourse {
  const reached = course.called === null && called !== null ? { ...course, called } : course;
  if (caller === null || !lacksCaller(course)) return reached;
  if (course.number === caller.number && course.reason === caller.reason) return reached;
  return { ...reached, number: caller.number, reason: caller.reason };
}

/** Whether who calls may still be said. */
export function lacksCaller(course: CallCourse): boolean {
  return course.direction !== "out" && course.number === null &&
    (course.reason === null || course.reason === "unavailable");
}

function delivered(course: CallCourse, device: Device | null, now: number): CallCourse {
  const known = device === null ? null : liveOf(course, device);
  if (device === null || (known !== null && !isCalled(known))) return course;
  if (known !== null) return changed(course, known, { state: "alerting", rangAt: now }, now);
  const isFirst = course.state === "ringing" || course.state === "queued";
  const extension = isFirst && isStation(device) ? device.number : course.extension;
  return joined({ ...course, extension }, device, "alerting", { rangAt: now }, now);
}

/** Whether it is called and does not ring yet: the far end of an outgoing call. */
function isCalled({ state, joinedAt }: Connection): boolean {
  return state === "initiated" && joinedAt === null;
}

function established(course: CallCourse, device: Device, now: number): CallCourse {
  const known = liveOf(course, device);
  if (known?.state === "connected") return course;
  const extension = isStation(device) ? device.number : course.extension;
  const isAnswer = answers(course, device, known);
  const answeredAt = isAnswer ? course.answeredAt ?? now : course.answeredAt;
  const next = { ...course, extension, answeredAt };
  if (known === null) return joined(next, device, "connected", { joinedAt: now }, now);
  return changed(
    next,
    known,
    { state: "connected", joinedAt: known.joinedAt ?? now },
    now,
  );
}

/** Whether it is a person, and not the one who calls. */
function answers(course: CallCourse, device: Device, known: Connection | null): boolean {
  if (device.kind === "external") {
    if (course.direction !== "in") return true;
    // Which one a caller without a number is, is not known: whoever rang is another one.
    if (course.number === null) return (known?.rangAt ?? null) !== null;
    return device.number !== course.number;
  }
  return course.direction !== "out" && isStation(device) && (known?.dialledAt ?? null) === null;
}

/** A device takes a line to call somebody. */
function seized(
  course: CallCourse,
  device: Device,
  state: "initiated" | "connected",
  now: number,
): CallCourse {
  const known = liveOf(course, device);
  const next = course.extension === null && isStation(device)
    ? { ...course, extension: device.number }
    : course;
  if (known === null) {
    return joined(next, device, state, { dialledAt: now, joinedAt: now }, now);
  }
  // A switch that rings the telephone before it dials for it told of that first.
  const dials = known.dialledAt === null &&
    course.connections.every((one) => one.dialledAt === null);
  const goesOn = known.state === "initiated" && state === "connected";
  if (!dials && !goesOn) return next;
  return changed(next, known, {
    ...(goesOn ? { state } : {}),
    ...(dials ? { dialledAt: now, joinedAt: known.joinedAt ?? now } : {}),
  }, now);
}

/** What was dialled: outside it is whom the call is with, inside whom of us it called. */
function withNumber(course: CallCourse, digits: string): CallCourse {
  if (course.direction === "out") {
    return course.number === digits ? course : { ...course, number: digits };
  }
  return course.called === digits ? course : { ...course, called: digits };
}
