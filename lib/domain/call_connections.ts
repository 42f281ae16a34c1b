import {
  type CallCourse,
  type CallState,
  type Connection,
  type ConnectionCause,
  type Device,
  isLive,
  isStation,
} from "./call.ts";

/** The connection of a device that takes part; null without. */
export function liveOf(course: CallCourse, device: Device): Connection | null {
  return course.connections.findLast((one) => isOf(one, device) && isLive(one)) ?? null;
}

function isOf(one: Connection, { number, kind }: Device): boolean {
  return one.device === number && one.kind === kind;
}

/** Whether both are the same device's. */
export function isSame(one: Connection, other: Connection): boolean {
  return one.device === other.device && one.kind === other.kind;
}

/** The call with a connection more, of a device that came to it at `now`. */
export function joined(
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

/** The call with one of its connections changed at `now`. */
export function changed(
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

/** The connection of a device, changed where it is in one of these states. */
export function when(
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

/** The call without a device from `now` on; one that failed before anything was told of it is told by this. */
export function cleared(
  course: CallCourse,
  device: Device,
  state: "null" | "failed",
  cause: ConnectionCause | null,
  now: number,
): CallCourse {
  const known = liveOf(course, device);
  if (known === null) {
    const isNew = state === "failed" && !course.connections.some((one) => isOf(one, device));
    return isNew ? joined(course, device, state, { leftAt: now, cause }, now) : course;
  }
  return changed(course, known, { state, leftAt: now, cause }, now);
}

/** A hold that is over counts. */
export function withState(known: Connection, change: Partial<Connection>, now: number): Connection {
  const held = known.state === "held" ? Math.max(0, now - known.since) : 0;
  return { ...known, heldMs: known.heldMs + held, ...change, since: now };
}

function settled(course: CallCourse): CallCourse {
  const state = stateOf(course);
  return state === course.state ? course : { ...course, state };
}

/** What a call does that goes on. */
export function stateOf(course: CallCourse): CallState {
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
