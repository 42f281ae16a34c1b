import { isOver, type JobStatus } from "../../domain/job.ts";
import { importJob } from "../../domain/job_subject.ts";
import type { JobDesk } from "../jobs/job_desk.ts";

/** The job that is at work on an import, or waits to be; null where there is none. */
export function jobOnImport({ jobs }: Pick<JobDesk, "jobs">, importId: number): JobStatus | null {
  const job = jobs.latest(importJob(importId));
  return job === null || isOver(job) ? null : job;
}
