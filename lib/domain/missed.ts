import type { CustomerInShort } from "./customer.ts";

/** `open`: nobody has it; `taken`: somebody is at it; `done`: by somebody, or because the caller was reached. */
export const MISSED_STATES = ["open", "taken", "done"] as const;
export type MissedState = (typeof MISSED_STATES)[number];

/** A caller whom nobody answered, with every try until the row is done. Times are ms since the epoch, UTC. */
export interface MissedCaller {
  readonly id: number;
  /** In normal form; null for all callers without a number, who share a row and cannot be called back. */
  readonly normal: string | null;
  readonly customer: CustomerInShort | null;
  readonly tries: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly lastCallId: number;
  readonly state: MissedState;
  /** Who is at it or has done it; null with `done`: closed by itself. */
  readonly staffName: string | null;
  readonly staffId: number | null;
  /** The call by which the caller was reached. */
  readonly reachedBy: number | null;
  readonly changedAt: number;
  /** Extensions that rang, each once. */
  readonly rang: readonly string[];
}
