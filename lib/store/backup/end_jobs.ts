import { DatabaseSync } from "node:sqlite";
import type { FailureNote } from "../../domain/job_failure.ts";

const RESTORED: FailureNote = { code: "restored", limit: 0 };

/**
 * Ends the jobs that waited or were at work when the backup `candidate` was made, at `now` (ms since the epoch, UTC): what
 * was wanted then has been done since, or is not wanted any more; the backup itself was one of them. It is one file without
 * a log, and stays so.
 */
export function endJobs(candidate: string, now: number): void {
  const db = new DatabaseSync(candidate);
  try {
    db.exec("PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON");
    const exists = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'jobs'");
    // A backup of an older version has none.
    if (exists.get() === undefined) return;
    db.prepare(
      `UPDATE jobs SET state = 'cancelled', ended_at = ?, failure = ?
       WHERE ended_at IS NULL`,
    ).run(now, JSON.stringify(RESTORED));
  } finally {
    db.close();
  }
}
