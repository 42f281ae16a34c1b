import type { ImportFailure } from "../domain/customer_import.ts";

/** A job cannot be done, and a person can be told why: `code` has a sentence in lib/text (`import.failure_<code>`). */
export class JobFailure extends Error {
  override readonly name = "JobFailure";

  /** `limit` is what the sentence is about where it is about a limit. */
  constructor(readonly code: ImportFailure, readonly limit = 0, options?: ErrorOptions) {
    super(`${code}${limit === 0 ? "" : ` (${limit})`}`, options);
  }
}
