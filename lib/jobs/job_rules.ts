import type { JobKind } from "../domain/job_kind.ts";
import type { Lane } from "../domain/job.ts";
import { ONCE, type Tries } from "../domain/retry.ts";

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
