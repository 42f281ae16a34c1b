import type { Report } from "../switch.ts";
import type { TrunkEvent } from "./frames/trunk_event.ts";
import { reconstruct } from "./reconstruct.ts";

/** A good frame of a 416, from its line or from a capture. */
export interface HeardFrame {
  /** When the switch first tried to tell it: ms since the epoch, UTC. */
  readonly at: number;
  readonly bytes: Uint8Array;
  /** Null where the frame changes no call: `remark` then says why. */
  readonly event: TrunkEvent | null;
  readonly remark: string | null;
}

/** What the frame reports: its trunk's event, made into events of calls by the call that is on the trunk. */
export function reportOf({ at, bytes, event, remark }: HeardFrame): Report {
  return {
    at,
    raw: { bytes, remark },
    events: event === null
      ? null
      : (live) =>
        reconstruct(live.onTrunk(event.trunk), event, () => `${event.trunk}-${live.unused()}`),
  };
}
