import type { PortErrorCode } from "../../serial/port.ts";
import type { HeardFrame } from "../heard_frame.ts";

/** What a 416's line tells. Times are ms since the epoch, UTC. */
export type LineEvent =
  /** The device is open. */
  | { readonly type: "opened"; readonly settings: string }
  /** The device cannot be opened or went away; it is tried again. */
  | { readonly type: "fault"; readonly code: PortErrorCode; readonly text: string }
  /** A good frame. It is not answered before `stored` comes with its `seq`. See link.ts, "the time of an event". */
  | HeardFrame & { readonly type: "frame"; readonly seq: number }
  /** Bytes that are no good frame. */
  | {
    readonly type: "rejected";
    readonly at: number;
    readonly bytes: Uint8Array;
    readonly reason: string;
  }
  /** What became of a dial request. */
  | {
    readonly type: "dialled";
    readonly request: number;
    readonly result: "accepted" | "refused" | "no_answer" | "line_down";
  };
