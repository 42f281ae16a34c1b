import type { WithheldReason } from "./call_event.ts";

/** Where a call stands. `dialling` lasts to the end: this wire does not show the far end's answer. */
export type CallState = "ringing" | "talking" | "dialling" | "ended";

export type CallOutcome = "answered" | "missed" | "outbound";

/** How the customer of a call was found: by the exact number, or chosen by an agent. */
export type CallMatch = "number" | "chosen";

/** One step of a call at an extension, in the order in which they happened. */
export interface CallLeg {
  readonly kind: "rang" | "answered" | "dialled";
  readonly extension: string;
  /** Milliseconds since the epoch, UTC. */
  readonly at: number;
}

/**
 * What is known of a call from the wire alone: the state that `lib/calls/transition.ts` moves.
 * All times are milliseconds since the epoch, UTC; `startedAt <= answeredAt <= endedAt`.
 */
export interface CallCourse {
  readonly trunk: string;
  readonly direction: "in" | "out";
  readonly state: CallState;
  /** Digits as the wire gave them; null with a `reason`, or where no number was seen. */
  readonly number: string | null;
  readonly reason: WithheldReason | null;
  readonly startedAt: number;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  /** Null while the call goes on. */
  readonly outcome: CallOutcome | null;
  readonly legs: readonly CallLeg[];
  /** Extensions that ring at this moment. */
  readonly ringing: readonly string[];
  /** The last extension on the call; null before any. */
  readonly extension: string | null;
  /** When the wire last spoke of this call. */
  readonly heardAt: number;
}

/** A call as it is kept. */
export interface Call extends CallCourse {
  /** Made by the database, never reused. */
  readonly id: number;
  readonly line: number;
  readonly customerId: number | null;
  readonly match: CallMatch | null;
}

/** Extensions that rang, each once, in order. */
export function rangOf(call: CallCourse): string[] {
  return [...new Set(call.legs.filter((leg) => leg.kind === "rang").map((leg) => leg.extension))];
}

/** Extensions that talked, in order; a second entry is a transfer, inferred. */
export function answeredByOf(call: CallCourse): string[] {
  return call.legs.filter((leg) => leg.kind === "answered").map((leg) => leg.extension);
}
