import type { BackupProblem } from "../../domain/backup_problem.ts";

/** A backup could not be made, read or put in place: `code` for pages, the message for the command line and the log. */
export class BackupError extends Error {
  override readonly name = "BackupError";

  constructor(readonly code: BackupProblem, message: string, options?: ErrorOptions) {
    super(message, options);
  }
}

/** The code of whatever was thrown. */
export function problemOf(error: unknown): BackupProblem {
  return error instanceof BackupError ? error.code : "failed";
}
