import type { FailureNote } from "./job_failure.ts";

/** A lane's jobs wait for those of the same lane and for no others; so many of them are at work at a time. */
export const LANES = { heavy: 1, files: 1, mail: 1, webhooks: 1 } as const;
export type Lane = keyof typeof LANES;
export const LANE_NAMES = Object.keys(LANES) as Lane[];

/** `waiting` also between two attempts. */
export const JOB_STATES = ["waiting", "running", "done", "failed", "cancelled"] as const;
export type JobState = (typeof JOB_STATES)[number];

/** How long jobs that are over stay in the list of the administrators. */
export const JOB_DAYS = 90;

/** How a job is at this moment. Times are in ms since the epoch, UTC. */
export interface JobStatus {
  readonly id: number;
  /** A `JobKind`, or what an older program called one: then nobody begins it. */
  readonly kind: string;
  /** What the job is about, as `import:17`: pages find it by this. */
  readonly subject: string;
  readonly state: JobState;
  /** How often it was begun. */
  readonly attempts: number;
  /** It does not begin before. */
  readonly nextAt: number;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly done: number;
  /** Null: nobody knows how much there is. */
  readonly total: number | null;
  /** Why it failed, or why the last attempt did. */
  readonly failure: FailureNote | null;
}

export function isOver({ state }: Pick<JobStatus, "state">): boolean {
  return state === "done" || state === "failed" || state === "cancelled";
}

/** Whether somebody who waits for it can expect it at any moment: it is under way, or about to be for the first time. */
export function isUnderWay({ state, attempts }: Pick<JobStatus, "state" | "attempts">): boolean {
  return state === "running" || (state === "waiting" && attempts === 0);
}
