/** How a job goes from one state to the next. Times are in ms since the epoch, UTC. */
import type { FailureNote } from "../domain/job_failure.ts";
import { retryWait } from "../domain/retry.ts";
import type { StoredJob } from "../store/jobs.ts";
import type { JobRule } from "./job_rules.ts";

/** An attempt at it begins. */
export function begunJob(job: StoredJob, now: number): StoredJob {
  const { attempts } = job;
  return { ...job, state: "running", attempts: attempts + 1, startedAt: now, done: 0, total: null };
}

/** It ends, since the server that was at it did. */
export function interruptedJob(job: StoredJob, now: number): StoredJob {
  return { ...job, state: "failed", endedAt: now, failure: { code: "interrupted", limit: 0 } };
}

/**
 * An attempt at it failed. It waits for the next one where what failed `passes` and its kind is tried as often, and has
 * failed otherwise. `random` is from 0 to below 1.
 */
export function failedJob(
  job: StoredJob,
  { tries }: Pick<JobRule, "tries">,
  failure: FailureNote,
  passes: boolean,
  now: number,
  random: number,
): StoredJob {
  if (!passes || job.attempts >= tries.most) {
    return { ...job, state: "failed", endedAt: now, failure };
  }
  const nextAt = now + retryWait(tries, job.attempts, random);
  return { ...job, state: "waiting", nextAt, failure };
}

/**
 * The server that was at it ends, or was killed. It waits for the next one where its kind may begin anew; one that has ended
 * several servers is not begun again, and neither is one of a kind without a rule.
 */
export function leftJob(job: StoredJob, rule: JobRule | undefined, now: number): StoredJob {
  return rule !== undefined && rule.again && job.attempts < rule.tries.most
    ? { ...job, state: "waiting", nextAt: now }
    : interruptedJob(job, now);
}
