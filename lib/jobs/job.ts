import type { ImportOutcome } from "../domain/customer_import.ts";
import type { Lane } from "../domain/job.ts";
import { ONCE, type Tries } from "../domain/retry.ts";
import type { RestoreSource } from "./backup/restore_check.ts";

/** What is done with an import. */
export interface ImportOrder {
  readonly importId: number;
}

/** What the jobs worker can do: the input and the result of each kind, both plain data. */
export interface JobKinds {
  /** Takes an uploaded file apart, guesses its columns and looks what would happen. */
  read_import: { readonly input: ImportOrder; readonly result: null };
  /** Looks what would happen with the columns and the rule that were chosen. */
  check_import: { readonly input: ImportOrder; readonly result: ImportOutcome };
  write_import: { readonly input: ImportOrder; readonly result: ImportOutcome };
  undo_import: { readonly input: ImportOrder; readonly result: null };
  /** Brings to an end what a killed program left behind. */
  tidy_imports: { readonly input: null; readonly result: null };
  /** Makes a backup as the settings say; notes in them how it went. */
  make_backup: { readonly input: { readonly program: string }; readonly result: null };
  /** Checks a backup and leaves it ready to be put in place; notes the outcome beside it. */
  check_restore: { readonly input: RestoreSource; readonly result: null };
}
export type JobKind = keyof JobKinds;

/** How jobs of a kind are treated. */
export interface JobRule {
  readonly lane: Lane;
  /**
   * Whether doing it twice does no more than doing it once: it is begun anew where the server was stopped or killed in its
   * midst, and when a person says so. One that is not ends as `interrupted`.
   */
  readonly again: boolean;
  /** Of what may pass by itself. */
  readonly tries: Tries;
  /** Once begun it comes to its end: nobody can cancel it then. */
  readonly whole?: true;
  /** What of the input is a secret: it is kept in memory alone, and a job that loses it ends as `interrupted`. */
  readonly secret?: string;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const FILE_TRIES: Tries = { most: 4, firstMs: 2 * SECOND_MS, longestMs: MINUTE_MS };

export const JOB_RULES: Readonly<Record<JobKind, JobRule>> = {
  read_import: { lane: "files", again: true, tries: FILE_TRIES },
  check_import: { lane: "files", again: true, tries: FILE_TRIES },
  // What one that failed has written is gone, and the import with it.
  write_import: { lane: "heavy", again: false, tries: ONCE },
  undo_import: { lane: "heavy", again: false, tries: ONCE, whole: true },
  tidy_imports: {
    ...{ lane: "heavy", again: true, whole: true },
    tries: { most: 8, firstMs: 10 * SECOND_MS, longestMs: 10 * MINUTE_MS },
  },
  make_backup: {
    ...{ lane: "heavy", again: true },
    tries: { most: 4, firstMs: MINUTE_MS, longestMs: 15 * MINUTE_MS },
  },
  check_restore: { lane: "files", again: false, tries: ONCE, secret: "passphrase" },
};
