import { TIDY_JOB } from "../domain/job_subject.ts";
import type { Jobs } from "../jobs/jobs.ts";

/** For jobs whose time to be tried again has come, and those that another process wrote down. */
const LOOK_MS = 1000;

/** Sees to what a server before this one left of its jobs, and from then on begins those whose time has come. */
export function jobRound(jobs: Jobs): () => number {
  let settled = false;
  return () => {
    if (!settled) {
      jobs.settle();
      jobs.start("tidy_imports", null, TIDY_JOB);
      settled = true;
    }
    jobs.look();
    return LOOK_MS;
  };
}
