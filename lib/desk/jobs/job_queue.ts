import type { Actor } from "../../domain/audit.ts";
import type { JobStatus } from "../../domain/job.ts";
import type { JobKind, JobKinds } from "../../domain/job_kind.ts";

/** What takes long and is done beside the pages, as whoever starts or ends some of it sees it; lib/jobs is this. */
export interface JobQueue {
  /**
   * Writes down what is to be done, in the transaction that is open: it begins when that was committed. `subject` is how
   * it is found again.
   */
  start<Kind extends JobKind>(
    kind: Kind,
    input: JobKinds[Kind]["input"],
    subject: string,
    actor: Actor,
  ): JobStatus;
  /** Null where there is none of that ID. */
  status(id: number): JobStatus | null;
  /** The newest about `subject`; null where there was none. */
  latest(subject: string): JobStatus | null;
  /** Asks a job to end; one that is over, or cannot be left now, stays as it is. */
  cancel(id: number): void;
  /** Begins a job anew that came to no good end; one that may not be stays as it is. */
  redo(id: number): void;
}
