/**
 * What a switch tells about a call, in the terms of CSTA (ECMA-269, clause 15, "Call Control
 * Events"). The 416 PBX is the first switch behind them; others fit in without the rest of the
 * program hearing of it.
 */

/** Why a call came without a number. */
export type WithheldReason = "withheld" | "unavailable" | "payphone";

/** Who calls, as the wire gave it: digits (`0-9 * # +`, at least one) or the reason there are none. */
export type Caller =
  | { readonly number: string; readonly reason: null }
  | { readonly number: null; readonly reason: WithheldReason };

/**
 * One event on one trunk. Trunks are `"1"`.. and extensions `"200"`.., strings as on the wire: they are
 * names, not quantities.
 */
export type CallEvent =
  /** The trunk rings (`extension` null), or an extension rings. `caller` is null where the wire sent nothing. */
  | {
    readonly type: "Delivered";
    readonly trunk: string;
    readonly extension: string | null;
    readonly caller: Caller | null;
  }
  /** Trunk and extension are connected: they talk. */
  | { readonly type: "Established"; readonly trunk: string; readonly extension: string }
  /** An extension seizes a trunk, and has not dialled yet. */
  | { readonly type: "ServiceInitiated"; readonly trunk: string; readonly extension: string }
  /** An extension dials out; `requested` when this server had asked the switch to. */
  | {
    readonly type: "Originated";
    readonly trunk: string;
    readonly extension: string;
    readonly digits: string;
    readonly requested: boolean;
  }
  /** Disconnected. */
  | {
    readonly type: "ConnectionCleared";
    readonly trunk: string;
    readonly extension: string | null;
  };
