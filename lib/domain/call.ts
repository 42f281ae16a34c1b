import type { WithheldReason } from "./caller.ts";

/**
 * Where a call stands as a whole; what each device does stands in its connection. `dialling` lasts until the far end
 * answers, on a switch that does not show that to the end.
 */
export type CallState = "ringing" | "queued" | "dialling" | "talking" | "held" | "ended";

export type CallDirection = "in" | "out" | "internal";

/** `outbound`: the switch does not show whether the far end answered; `unanswered`: it shows that nobody did. */
export type CallOutcome = "answered" | "missed" | "outbound" | "unanswered";

/** Why a call, or one connection of it, came to nothing. */
export type CallCause = "busy" | "no_answer" | "rejected" | "failed";

/** How the customer of a call was found: by the exact number, or chosen by an agent. */
export type CallMatch = "number" | "chosen";

/** What takes part in a call. `external` is a telephone outside, `application` a voice menu, a recording, a voice mail. */
export type DeviceKind = "telephone" | "browser" | "external" | "trunk" | "queue" | "application";

/** A device of a switch; its number is a name: `202`, a queue's name, the digits of somebody outside. */
export interface Device {
  readonly number: string;
  readonly kind: DeviceKind;
}

/** The connection states of CSTA (ECMA-269, 6.1.5): `null` is over. */
export type ConnectionState =
  | "initiated"
  | "alerting"
  | "connected"
  | "held"
  | "queued"
  | "failed"
  | "null";

/** Why a connection is over, beside what a whole call can come to. */
export type ConnectionCause = CallCause | "transferred" | "answered_elsewhere" | "diverted";

/** One device on one call, from its ring or seizure to its end. A device that comes back has another one. */
export interface Connection {
  readonly device: string;
  readonly kind: DeviceKind;
  readonly state: ConnectionState;
  /** Since when the state is so. All times are milliseconds since the epoch, UTC. */
  readonly since: number;
  readonly rangAt: number | null;
  /** When it took the line to call somebody; null for one that was called. */
  readonly dialledAt: number | null;
  readonly joinedAt: number | null;
  /** How long it held the call, without a hold that goes on. */
  readonly heldMs: number;
  readonly leftAt: number | null;
  readonly cause: ConnectionCause | null;
}

/**
 * What is known of a call from its switch alone: the state that `call_course.ts` moves.
 * All times are milliseconds since the epoch, UTC; `startedAt <= answeredAt <= endedAt`.
 */
export interface CallCourse {
  /** The switch's own ID of the call, which it uses for no other. */
  readonly switchCall: string;
  /** Null inside the office, and where the switch has none. */
  readonly trunk: string | null;
  readonly direction: CallDirection;
  readonly state: CallState;
  /** Digits as the wire gave them; null with a `reason`, or where no number was seen. */
  readonly number: string | null;
  readonly reason: WithheldReason | null;
  /** The number of ours that was called; null where the switch does not say. */
  readonly called: string | null;
  /** The queue in which the call waited last. */
  readonly queue: string | null;
  readonly startedAt: number;
  /** When a person answered: never an application. */
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  /** Null while the call goes on. */
  readonly outcome: CallOutcome | null;
  readonly cause: CallCause | null;
  /** In the order in which they began. */
  readonly connections: readonly Connection[];
  /** The last telephone on the call; null before any. */
  readonly extension: string | null;
  /** When the switch last spoke of this call. */
  readonly heardAt: number;
}

/** A connection as it is kept. */
export interface Party extends Connection {
  /** Whose the device was when the connection began. */
  readonly staffId: number | null;
  /** Their login, and their name as it is now. */
  readonly staff: string | null;
  readonly staffName: string | null;
}

/** A call as it is kept. */
export interface Call extends CallCourse {
  /** Made by the database, never reused. */
  readonly id: number;
  readonly line: number;
  /** The number in the form in which it is compared; null without one. */
  readonly normal: string | null;
  readonly connections: readonly Party[];
  /** The call for which this one, inside the office, asks somebody. */
  readonly consultsFor: number | null;
  readonly customerId: number | null;
  readonly match: CallMatch | null;
}

/** A device on a call, without when it did what. */
export type OnCall = Pick<Connection, "device" | "kind" | "state">;

/** As much of a call as those are told who hear of it. */
export interface ToldCall extends
  Pick<
    Call,
    "id" | "line" | "trunk" | "direction" | "state" | "number" | "customerId" | "extension"
  > {
  readonly connections: readonly OnCall[];
}

/** Whether a person of the office sits at it. */
export function isStation({ kind }: Pick<Connection, "kind">): boolean {
  return kind === "telephone" || kind === "browser";
}

/** Whether it takes part at this moment. */
export function isLive({ state }: Pick<Connection, "state">): boolean {
  return state !== "null" && state !== "failed";
}

/** Extensions that ring at this moment, in the order in which they began. */
export function ringingAt(call: { readonly connections: readonly OnCall[] }): string[] {
  return call.connections.filter((one) => isStation(one) && one.state === "alerting")
    .map(({ device }) => device);
}

/** What the telephone does on the call at this moment; null where it takes no part. */
export function connectionAt<Kept extends Connection>(
  call: { readonly connections: readonly Kept[] },
  extension: string,
): Kept | null {
  return call.connections.findLast((one) =>
    one.device === extension && isStation(one) && isLive(one)
  ) ?? null;
}

/** The telephones that took part, each once, in order. */
export function stationsOf(call: { readonly connections: readonly OnCall[] }): string[] {
  return [...new Set(call.connections.filter(isStation).map(({ device }) => device))];
}

/** Extensions that rang, each once, in order. */
export function rangOf(call: CallCourse): string[] {
  return [
    ...new Set(
      call.connections.filter((one) => isStation(one) && one.rangAt !== null)
        .map(({ device }) => device),
    ),
  ];
}

/** Extensions that talked, in order; a second entry is a transfer. */
export function answeredByOf(call: CallCourse): string[] {
  return call.connections
    .filter((one) => isStation(one) && one.joinedAt !== null && one.dialledAt === null)
    .toSorted((a, b) => a.joinedAt! - b.joinedAt!).map(({ device }) => device);
}

/** One step of a call at a device. */
export interface CallStep {
  readonly kind: "rang" | "answered" | "dialled";
  readonly device: string;
  readonly at: number;
}

/** What happened at the devices, in the order of time; what came in one millisecond, in the order of the connections. */
export function stepsOf<Kept extends Connection>(
  connections: readonly Kept[],
): (CallStep & { readonly of: Kept })[] {
  return connections.flatMap((of) => {
    const { device, rangAt, dialledAt, joinedAt } = of;
    const steps: (CallStep & { readonly of: Kept })[] = [];
    if (rangAt !== null) steps.push({ kind: "rang", device, at: rangAt, of });
    if (dialledAt !== null) steps.push({ kind: "dialled", device, at: dialledAt, of });
    else if (joinedAt !== null) steps.push({ kind: "answered", device, at: joinedAt, of });
    return steps;
  }).toSorted((a, b) => a.at - b.at || Number(b.kind === "rang") - Number(a.kind === "rang"));
}
