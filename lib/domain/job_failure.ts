import { BACKUP_PROBLEMS } from "./backup_problem.ts";
import { IMPORT_FAILURES } from "./customer_import.ts";

/** Why a job ended without a result, or one attempt at it did; lib/text has a sentence for each (`failure.<code>`). */
const JOB_FAILURES = [
  ...IMPORT_FAILURES,
  ...BACKUP_PROBLEMS,
  /** Another program has the database to itself. */
  "held",
  /** The disk of the data folder does not write, or not read. */
  "disk",
  /** A backup was put in place in which the job still waited. */
  "restored",
] as const;
export type JobFailureCode = (typeof JOB_FAILURES)[number];

/** `limit` is what the sentence is about, where it is about a number. */
export interface FailureNote {
  readonly code: JobFailureCode;
  readonly limit: number;
}

/** Whether it is what a job's row has kept, and not what somebody, or an older program, has made of it. */
export function isFailureNote(value: unknown): value is FailureNote {
  const { code, limit } = (value ?? {}) as Partial<FailureNote>;
  return JOB_FAILURES.some((known) => known === code) && typeof limit === "number";
}

/** What may be over a little later, without anybody changing the job: a full disk, a share that is away. */
const PASSING: readonly JobFailureCode[] = [
  ...["held", "busy", "in_use", "no_room", "disk", "unreadable"] as const,
];

/** Whether another attempt may succeed. */
export function mayPass(code: JobFailureCode): boolean {
  return PASSING.includes(code);
}
