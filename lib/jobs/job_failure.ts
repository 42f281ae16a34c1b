import type { FailureNote, JobFailureCode } from "../domain/job_failure.ts";
import { BackupError } from "../store/backup/backup_error.ts";
import { type Refusal, refusalOf } from "../store/refused.ts";

/** A job cannot be done, and a person can be told why: `code` has a sentence in lib/text (`failure.<code>`). */
export class JobFailure extends Error {
  override readonly name = "JobFailure";

  /** `limit` is what the sentence is about where it is about a limit. */
  constructor(readonly code: JobFailureCode, readonly limit = 0, options?: ErrorOptions) {
    super(`${code}${limit === 0 ? "" : ` (${limit})`}`, options);
  }
}

const REFUSALS: Readonly<Record<Refusal, JobFailureCode>> = {
  held: "held",
  full: "no_room",
  failed: "disk",
};

/** What people are told of whatever a job threw. */
export function failureOf(error: unknown): FailureNote {
  if (error instanceof JobFailure) return { code: error.code, limit: error.limit };
  if (error instanceof BackupError) return { code: error.code, limit: 0 };
  const refusal = refusalOf(error);
  return { code: refusal === null ? "failed" : REFUSALS[refusal], limit: 0 };
}
