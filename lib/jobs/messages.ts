import type { ImportFailure } from "../domain/customer_import.ts";
import type { StreamRequest } from "./export/request.ts";
import type { JobKind, JobKinds } from "./job.ts";

/** To the worker. The first message is `begin`. */
export type ToJobs =
  | {
    readonly type: "begin";
    readonly data: string;
    readonly claims: SharedArrayBuffer | null;
  }
  | {
    readonly type: "start";
    readonly id: number;
    readonly kind: JobKind;
    readonly input: JobKinds[JobKind]["input"];
  }
  | { readonly type: "cancel"; readonly id: number }
  | { readonly type: "export"; readonly id: number; readonly request: StreamRequest }
  /** The reader of an export wants another piece. */
  | { readonly type: "more"; readonly id: number }
  | { readonly type: "drop"; readonly id: number }
  | { readonly type: "stop" };

/** From the worker. */
export type FromJobs =
  | { readonly type: "running"; readonly id: number }
  | {
    readonly type: "progress";
    readonly id: number;
    readonly done: number;
    readonly total: number | null;
  }
  | { readonly type: "done"; readonly id: number }
  | { readonly type: "cancelled"; readonly id: number }
  | {
    readonly type: "failed";
    readonly id: number;
    readonly code: ImportFailure;
    readonly limit: number;
    /** For the log; null where the failure is the file's. */
    readonly error: string | null;
  }
  | { readonly type: "piece"; readonly id: number; readonly bytes: Uint8Array }
  | { readonly type: "end"; readonly id: number; readonly error: string | null }
  | { readonly type: "stopped" };
