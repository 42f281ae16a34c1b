import type { Actor } from "../domain/audit.ts";
import type { Lane } from "../domain/job.ts";
import type { JobKind, JobKinds } from "../domain/job_kind.ts";
import type { FailureNote } from "../domain/job_failure.ts";
import type { StreamRequest } from "./export/request.ts";

/** One attempt at a job. */
export interface JobStart {
  readonly type: "start";
  readonly id: number;
  readonly lane: Lane;
  readonly kind: JobKind;
  readonly input: JobKinds[JobKind]["input"];
  readonly by: Actor;
  /** There will be no other, whatever it fails of. */
  readonly isLast: boolean;
}

/** To the worker. The first message is `begin`. */
export type ToJobs =
  | {
    readonly type: "begin";
    readonly data: string;
    readonly claims: SharedArrayBuffer | null;
  }
  | JobStart
  | { readonly type: "cancel"; readonly id: number }
  | { readonly type: "export"; readonly id: number; readonly request: StreamRequest }
  /** The reader of an export wants another piece. */
  | { readonly type: "more"; readonly id: number }
  | { readonly type: "drop"; readonly id: number }
  | { readonly type: "stop" };

/** What the worker says of a job. */
export type JobNews =
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
    readonly failure: FailureNote;
    /** For the log; null where the failure is the file's. */
    readonly error: string | null;
  };

/** What the worker says of an export. */
export type ExportNews =
  | { readonly type: "piece"; readonly id: number; readonly bytes: Uint8Array }
  | { readonly type: "end"; readonly id: number; readonly error: string | null };

/** From the worker. */
export type FromJobs = JobNews | ExportNews | { readonly type: "stopped" };
