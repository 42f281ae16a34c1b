import type { CallCause, CallDirection, ConnectionCause, Device } from "./call.ts";
import type { Caller } from "./caller.ts";

/** What an event says of its call that may be the first one about it. */
interface Beginning {
  /** The switch's ID of the call. */
  readonly call: string;
  readonly trunk: string | null;
  readonly direction: CallDirection;
  /** The call, by the switch's ID, for which this one asks somebody of the office; else null. */
  readonly consultationOf: string | null;
}

/** What two calls that become one are told by. */
interface Uniting {
  readonly call: string;
  readonly consulted: string | null;
  readonly into: string;
  readonly by: Device;
}

/**
 * What a switch tells about a call, in the terms of CSTA (ECMA-269, clause 17, "Call Control Events"). The same event
 * twice changes nothing. A switch that knows less than this (a 416 PBX knows trunks) makes these out of what it hears.
 */
export type CallEvent =
  /** The call is there (`device` null), or a device rings. `caller` and `called` are null where the switch did not say. */
  | Beginning & {
    readonly type: "Delivered";
    readonly device: Device | null;
    readonly caller: Caller | null;
    readonly called: string | null;
  }
  /** The device takes part: it answered, or was joined. */
  | Beginning & { readonly type: "Established"; readonly device: Device }
  /** A device has taken a line, and has not dialled yet. */
  | Beginning & { readonly type: "ServiceInitiated"; readonly device: Device }
  /** A device has dialled. `answerShown`: the switch will tell when the far end answers. */
  | Beginning & {
    readonly type: "Originated";
    readonly device: Device;
    readonly digits: string;
    readonly answerShown: boolean;
  }
  /** The call waits in a queue. */
  | Beginning & { readonly type: "Queued"; readonly queue: string }
  | { readonly type: "Held" | "Retrieved"; readonly call: string; readonly device: Device }
  /** The call left a device for another one, which is told by an event of its own. */
  | { readonly type: "Diverted"; readonly call: string; readonly device: Device }
  /** A device could not be reached. */
  | {
    readonly type: "Failed";
    readonly call: string;
    readonly device: Device;
    readonly cause: CallCause;
  }
  | {
    readonly type: "DigitsReceived";
    readonly call: string;
    readonly device: Device;
    readonly digits: string;
  }
  /** The device takes no part any more. */
  | {
    readonly type: "ConnectionCleared";
    readonly call: string;
    readonly device: Device;
    readonly cause: ConnectionCause | null;
  }
  /**
   * The device `by` has handed the call on, or joined others to it: to those on the call `consulted`, which ends by it
   * (null: to a device that is told of by an event of its own). From then on the switch calls the whole `into`.
   */
  | Uniting & { readonly type: "Transferred" }
  | Uniting & { readonly type: "Conferenced" }
  /** The call is over. */
  | { readonly type: "CallCleared"; readonly call: string; readonly cause: CallCause | null };

/** The events that concern one call alone. */
export type OneCallEvent = Exclude<
  CallEvent,
  { readonly type: "Transferred" } | { readonly type: "Conferenced" }
>;
