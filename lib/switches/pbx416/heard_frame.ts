import type { TrunkEvent } from "./frames/trunk_event.ts";

/** A good frame of a 416, from its line or from a capture. */
export interface HeardFrame {
  /** When the switch first tried to tell it: ms since the epoch, UTC. */
  readonly at: number;
  readonly bytes: Uint8Array;
  /** Null where the frame changes no call: `remark` then says why, for the line monitor. */
  readonly event: TrunkEvent | null;
  readonly remark: string | null;
}
