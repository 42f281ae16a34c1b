import type { JobStatus } from "../../domain/job.ts";
import { BACKUP_JOB } from "../../domain/job_subject.ts";
import { requireMay } from "../desk.ts";
import { type JobDesk, startJob } from "../jobs/job_desk.ts";

/** Makes a backup now; `program` is the version that the backup says has made it. */
export function makeBackup(desk: JobDesk, program: string): JobStatus {
  requireMay(desk, "backups.manage");
  return startJob(desk, "make_backup", { program }, BACKUP_JOB);
}
