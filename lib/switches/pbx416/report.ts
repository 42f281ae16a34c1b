import type { Report } from "../switch.ts";
import type { HeardFrame } from "./heard_frame.ts";
import { reconstruct } from "./reconstruct.ts";

/** What the frame reports: its trunk's event, made into events of calls by the call that is on the trunk. */
export function reportOf({ at, bytes, event, remark }: HeardFrame): Report {
  return {
    at,
    raw: { bytes, remark },
    events: event === null
      ? null
      : (live) =>
        reconstruct(live.onTrunk(event.trunk), event, () => live.unused(`${event.trunk}-`)),
  };
}
