import type { CustomerInShort } from "./customer.ts";

/**
 * What somebody must do: call a missed caller (부재중) back, call as it was promised in a consultation, or what a colleague
 * or they themselves have noted. Mail and chat will be more of them.
 */
export const WORK_KINDS = ["missed", "callback", "task"] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** `waiting`: for anybody; `held`: somebody has it; `done`: by somebody, or because it came to its end by itself. */
export type WorkState = "waiting" | "held" | "done";

/**
 * What became of work. `reached`: a call with the caller ended it; `promised`: the note in which a call was promised says
 * something else; `moved`: it has to be done by another time.
 */
export type WorkStepKind =
  | "created"
  | "taken"
  | "released"
  | "handed"
  | "moved"
  | "changed"
  | "finished"
  | "reached"
  | "reopened";

/** How soon a missed caller is called back, of the time in which the office is open. */
export const MISSED_TARGET_MS = 30 * 60_000;

/** Times are ms since the epoch, UTC. */
export interface Work {
  readonly id: number;
  readonly kind: WorkKind;
  readonly state: WorkState;
  /** What is to be done: of a task what it says, of a promise what its note says. */
  readonly subject: string;
  /** More about it; of a task alone. */
  readonly text: string;
  readonly customer: CustomerInShort | null;
  /** Where they are reached, in normal form: the number that called, else the customer's first; null where there is none. */
  readonly number: string | null;
  /** The call of which it came: of a missed caller the last try. */
  readonly callId: number | null;
  /** The note in which the call was promised. */
  readonly consultationId: number | null;
  /** Who has it, or has done it; null with `done`: it came to its end by itself. */
  readonly staffId: number | null;
  readonly staffName: string | null;
  readonly waitFrom: number;
  /** Nothing can be done before. */
  readonly notBefore: number | null;
  readonly dueAt: number;
  readonly doneAt: number | null;
  readonly createdBy: number | null;
  readonly createdByName: string | null;
  /** Grows with every change that somebody makes. */
  readonly version: number;
  /** Of a missed caller alone. */
  readonly missed: MissedTries | null;
}

/** Every try of a caller whom nobody answered, until the row is done. */
export interface MissedTries {
  readonly tries: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** The call by which they were reached. */
  readonly reachedBy: number | null;
  /** Extensions that rang, each once. */
  readonly rang: readonly string[];
}
