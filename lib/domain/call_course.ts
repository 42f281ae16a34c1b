import {
  type CallCause,
  type CallCourse,
  type CallOutcome,
  type CallState,
  type Connection,
  type ConnectionCause,
  type Device,
  isLive,
  isStation,
} from "./call.ts";
import type { CallEvent } from "./call_event.ts";
import type { Caller } from "./caller.ts";

/** The events that concern one call alone. */
export type OneCallEvent = Exclude<
  CallEvent,
  { readonly type: "Transferred" } | { readonly type: "Conferenced" }
>;

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

/** The connection of a device, changed where it is in one of these states. */
function when(
  course: CallCourse,
  device: Device,
  states: readonly Connection["state"][],
  change: (known: Connection) => Partial<Connection>,
  now: number,
): CallCourse {
  const known = liveOf(course, device);
  if (known === null || !states.includes(known.state)) return course;
  return changed(course, known, change(known), now);
}

function cleared(
  course: CallCourse,
  device: Device,
  state: "null" | "failed",
  cause: ConnectionCause | null,
  now: number,
): CallCourse {
  const known = liveOf(course, device);
  // One that failed before anything was told of it is told by this.
  if (known === null) {
    const isNew = state === "failed" && !course.connections.some((one) => isOf(one, device));
    return isNew ? joined(course, device, state, { leftAt: now, cause }, now) : course;
  }
  return changed(course, known, { state, leftAt: now, cause }, now);
}

/** The call is over, as what it is. */
export function ended<Known extends CallCourse>(
  course: Known,
  at: number,
  cause: CallCause | null = null,
): Known {
  if (course.state === "ended") return course;
  const connections = course.connections.map((one) =>
    isLive(one) ? withState(one, { state: "null", leftAt: at, cause: null }, at) : one
  );
  const outcome = outcomeOf(course);
  return {
    ...course,
    connections,
    state: "ended",
    endedAt: at,
    outcome,
    cause: outcome === "answered" ? null : cause ?? failureOf(connections),
    heardAt: at,
  };
}

function outcomeOf({ answeredAt, direction, connections }: CallCourse): CallOutcome {
  if (answeredAt !== null) return "answered";
  if (direction === "in") return "missed";
  const isShown = direction === "internal" || connections.some(({ kind }) => kind === "external");
  return isShown ? "unanswered" : "outbound";
}

/** Why the last device that failed did; what fails has a call's cause. */
function failureOf(connections: readonly Connection[]): CallCause | null {
  const failed = connections.findLast(({ state }) => state === "failed");
  return (failed?.cause ?? null) as CallCause | null;
}

/** Two calls that have become one: `survivor` goes on with everybody, `over` has ended; `swapped` if it is the first. */
export interface United<Known extends CallCourse> {
  readonly survivor: Known;
  readonly over: Known | null;
  readonly swapped: boolean;
}

/**
 * What a transfer or a conference makes of the call and of the one that consulted somebody for it. The conversation with
 * somebody outside goes on, whichever of the two it was; of two such, `call`.
 */
export function united<Known extends CallCourse>(
  call: Known,
  consulted: Known | null,
  event: Exclude<CallEvent, OneCallEvent>,
  at: number,
): United<Known> {
  const now = Math.max(at, call.heardAt, consulted?.heardAt ?? at);
  const leaves = event.type === "Transferred";
  // Who joins others to a call that they held talks on it, too.
  const freed = (course: Known): Known =>
    (leaves
      ? cleared(course, event.by, "null", "transferred", now)
      : when(course, event.by, ["held"], () => ({ state: "connected" }), now)) as Known;
  const swapped = consulted !== null && isInside(call) && !isInside(consulted);
  const [stays, goes] = swapped
    ? [freed(consulted), freed(call)]
    : [freed(call), consulted === null ? null : freed(consulted)];
  const come = goes === null
    ? []
    : goes.connections.filter((one) =>
      isLive(one) && !stays.connections.some((other) => isLive(other) && isSame(one, other))
    );
  const connections = come.length === 0
    ? stays.connections
    : [...stays.connections, ...come.map((one) => bare(one, stays.startedAt))];
  const last = connections.findLast((one) => isStation(one) && isLive(one));
  const survivor = {
    ...stays,
    switchCall: event.into,
    connections,
    extension: last?.device ?? stays.extension,
    answeredAt: stays.answeredAt ?? (goes === null ? null : answerBy(stays, goes, now)),
    heardAt: now,
  };
  return {
    survivor: { ...survivor, state: stateOf(survivor) },
    over: goes === null ? null : ended(goes, now),
    swapped,
  };
}

/**
 * When a person answered `stays` by what `goes` brought: inside when they did so there, though not before that call began;
 * a caller has them from the moment `now` at which both became one, as where a voice menu asks somebody and hands on.
 */
function answerBy(stays: CallCourse, goes: CallCourse, now: number): number | null {
  if (isInside(stays)) {
    return goes.answeredAt === null ? null : Math.max(goes.answeredAt, stays.startedAt);
  }
  const talks = goes.connections.some((one) =>
    isStation(one) && (one.state === "connected" || one.state === "held")
  );
  return stays.direction === "in" && talks ? now : null;
}

function isInside({ direction }: CallCourse): boolean {
  return direction === "internal";
}

/** As it begins on another call, which began at `from`: whose it was is asked anew. */
function bare(
  { device, kind, state, since, rangAt, joinedAt }: Connection,
  from: number,
): Connection {
  // Whoever was asked before the customer was called came to this call no earlier than it began.
  const notBefore = (at: number | null) => at === null ? null : Math.max(at, from);
  return {
    device,
    kind,
    state,
    since: Math.max(since, from),
    rangAt: notBefore(rangAt),
    // Nobody dialled to come onto this call.
    dialledAt: null,
    joinedAt: notBefore(joinedAt),
    heldMs: 0,
    leftAt: null,
    cause: null,
  };
}

/** The connection of a device that takes part; null without. */
function liveOf(course: CallCourse, device: Device): Connection | null {
  return course.connections.findLast((one) => isOf(one, device) && isLive(one)) ?? null;
}

function isOf(one: Connection, { number, kind }: Device): boolean {
  return one.device === number && one.kind === kind;
}

function isSame(one: Connection, other: Connection): boolean {
  return one.device === other.device && one.kind === other.kind;
}

function joined(
  course: CallCourse,
  { number, kind }: Device,
  state: Connection["state"],
  times: Partial<Connection>,
  now: number,
): CallCourse {
  const fresh: Connection = {
    device: number,
    kind,
    state,
    since: now,
    rangAt: null,
    dialledAt: null,
    joinedAt: null,
    heldMs: 0,
    leftAt: null,
    cause: null,
    ...times,
  };
  return settled({ ...course, connections: [...course.connections, fresh] });
}

function changed(
  course: CallCourse,
  known: Connection,
  change: Partial<Connection>,
  now: number,
): CallCourse {
  const next = withState(known, change, now);
  return settled({
    ...course,
    connections: course.connections.map((one) => one === known ? next : one),
  });
}

/** A hold that is over counts. */
function withState(known: Connection, change: Partial<Connection>, now: number): Connection {
  const held = known.state === "held" ? Math.max(0, now - known.since) : 0;
  return { ...known, heldMs: known.heldMs + held, ...change, since: now };
}

function settled(course: CallCourse): CallCourse {
  const state = stateOf(course);
  return state === course.state ? course : { ...course, state };
}

/** What a call does that goes on. */
function stateOf(course: CallCourse): CallState {
  const { direction, answeredAt, connections } = course;
  const live = connections.filter(isLive);
  const any = (state: Connection["state"]) => live.some((one) => one.state === state);
  if (answeredAt === null) {
    if (direction === "out") return "dialling";
    return any("queued") ? "queued" : "ringing";
  }
  const stations = live.filter(isStation);
  if (stations.some(({ state }) => state === "connected")) return "talking";
  if (stations.some(({ state }) => state === "held")) return "held";
  if (any("queued")) return "queued";
  return any("alerting") ? "ringing" : "talking";
}
