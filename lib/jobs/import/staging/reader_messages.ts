import type { ImportContents, ImportReading } from "../../../domain/import_contents.ts";
import type { FailureNote } from "../../../domain/job_failure.ts";

/** What the reader's thread is started with: the paths of the foreign file, and of the file for its rows. */
export interface ReaderOrder {
  readonly file: string;
  readonly rows: string;
  readonly reading: ImportReading;
}

/** From the thread: how far it is, and at last one of the others. */
export type FromReader =
  | { readonly type: "progress"; readonly done: number }
  | { readonly type: "done"; readonly contents: ImportContents }
  | {
    readonly type: "failed";
    readonly failure: FailureNote;
    /** For the log; null where the failure is the file's. */
    readonly error: string | null;
  };
