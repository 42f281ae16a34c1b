import { type CallCourse, type Connection, isLive, isStation } from "./call.ts";
import { cleared, isSame, stateOf, when } from "./call_connections.ts";
import { ended } from "./call_end.ts";
import type { CallEvent, OneCallEvent } from "./call_event.ts";

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
  // An agent who joins others to a call on hold talks on it again.
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
