/** Why a call came without a number. */
export type WithheldReason = "withheld" | "unavailable" | "payphone";

/** Who calls, as the wire gave it: digits (`0-9 * # +`, at least one) or the reason there are none. */
export type Caller =
  | { readonly number: string; readonly reason: null }
  | { readonly number: null; readonly reason: WithheldReason };
