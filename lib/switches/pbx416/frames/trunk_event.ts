import type { Caller } from "../../../domain/caller.ts";

/**
 * What a 416 PBX tells: events on a trunk, not of a call. Trunks are `"1"`.. and extensions `"200"`.., strings as on the
 * wire: they are names, not quantities. `reconstruct.ts` makes calls of them.
 */
export type TrunkEvent =
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
