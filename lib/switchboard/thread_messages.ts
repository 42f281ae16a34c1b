import type { LogRecord } from "@logtape/logtape";
import type { CommandOutcome, SwitchCommand } from "../domain/call_command.ts";
import type { Line } from "../store/lines.ts";
import type { LineStatus } from "../switches/line_status.ts";
import type { HeardResult } from "./line_at_work.ts";
import type { PlayedDay } from "../switches/switch_kind.ts";

/** What a line's thread is told. */
export type ToLine =
  /** Once, and first. */
  | {
    readonly type: "open";
    /** The data folder. */
    readonly data: string;
    /** Of the server's connection to the database, which this thread's shares (`Store.claims`). */
    readonly claims: SharedArrayBuffer;
    /** One number of 32 bits: by it a claim of this thread is taken back when it is ended from outside (`withdrawClaim`). */
    readonly claim: SharedArrayBuffer;
    readonly line: Line;
    readonly virtualDay: PlayedDay | null;
    /** The memory of a DescriptorCell: by it the device is closed when this thread is ended from outside. */
    readonly descriptor: SharedArrayBuffer;
    /** In it this thread says that it is in the midst of a write (`StoreOptions.writing`). */
    readonly writing: SharedArrayBuffer;
  }
  | { readonly type: "perform"; readonly request: number; readonly command: SwitchCommand }
  | { readonly type: "stop" };

/** What it tells; all of it has happened, and is on the disk. */
export type FromLine =
  | { readonly type: "events" }
  | { readonly type: "heard"; readonly result: HeardResult; readonly ms: number | null }
  | { readonly type: "status"; readonly status: LineStatus }
  | { readonly type: "performed"; readonly request: number; readonly outcome: CommandOutcome }
  /** For the log of the program, which this thread has not. */
  | { readonly type: "logged"; readonly record: LogRecord }
  /** It lives: every second. */
  | { readonly type: "alive" }
  /** The line is closed and the thread has ended. */
  | { readonly type: "stopped" };
