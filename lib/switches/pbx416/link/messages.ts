import type { TrunkEvent } from "../frames/trunk_event.ts";
import type { Dialect } from "../dialect/dialect.ts";
import type { LineSource } from "../../serial/line_source.ts";
import type { PortErrorCode } from "../../serial/port.ts";

/** What the line tells: from its worker to the main thread. Times are ms since the epoch, UTC. */
export type FromLine =
  /** The device is open. */
  | { readonly type: "opened"; readonly device: string; readonly settings: string }
  /** The device cannot be opened or went away; the worker goes on trying. */
  | { readonly type: "fault"; readonly code: PortErrorCode; readonly text: string }
  /** A good frame. It is not answered before `stored` comes back with its `seq`. */
  | {
    readonly type: "frame";
    readonly seq: number;
    /** When the switch first tried to tell it: see link.ts, "the time of an event". */
    readonly at: number;
    readonly bytes: Uint8Array;
    /** Null where the frame changes no call: `remark` then says why, for the line monitor. */
    readonly event: TrunkEvent | null;
    readonly remark: string | null;
  }
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
  }
  /** The worker lives: every second. */
  | { readonly type: "alive" }
  /** The device is closed and the worker has ended. */
  | { readonly type: "stopped" };

/** What the main thread tells the line's worker. */
export type ToLine =
  /** Once, and first. */
  | {
    readonly type: "open";
    readonly source: LineSource;
    readonly dialect: Dialect;
    /** Above every `seq` of the workers before, so that no late `stored` of theirs fits a frame of this one. */
    readonly firstSeq: number;
    /** The memory of a DescriptorCell: by it the device is closed when this worker is ended from outside. */
    readonly descriptor: SharedArrayBuffer;
  }
  /** The frame `seq` and what it changed are on disk: the promise may be given. */
  | { readonly type: "stored"; readonly seq: number }
  /** A frame or rejected bytes have been dealt with, stored or not: one for each of them. */
  | { readonly type: "heard" }
  | {
    readonly type: "dial";
    readonly request: number;
    readonly extension: string;
    readonly digits: string;
  }
  | { readonly type: "stop" };
