import { type Actor, PROGRAM } from "../domain/audit.ts";
import { JOB_STATES, type JobStatus, type Lane } from "../domain/job.ts";
import { type FailureNote, isFailureNote } from "../domain/job_failure.ts";
import type { Store } from "./database.ts";

/** A job as it is kept: how it is, and what it needs. */
export interface StoredJob extends JobStatus {
  readonly lane: Lane;
  readonly input: unknown;
  readonly actor: Actor;
}

interface JobRow {
  id: number;
  kind: string;
  lane: Lane;
  subject: string;
  input: string;
  actor: string;
  state: string;
  attempts: number;
  next_at: number;
  created_at: number;
  started_at: number | null;
  ended_at: number | null;
  done: number;
  total: number | null;
  failure: string;
}

/** Whatever somebody has made of a row by hand: it hides no other, and fails by itself where it is begun. */
const COLUMNS =
  `id, kind, lane, subject, state, attempts, next_at, created_at, started_at, ended_at,
  done, total, iif(json_valid(input), input, 'null') AS input,
  iif(json_valid(actor), actor, 'null') AS actor,
  iif(json_valid(failure), failure, '') AS failure`;

/** A wait that seems longer than any that is made is one of a clock that was set back since. */
const LONGEST_WAIT_MS = 86_400_000;

/** What is to be done, of this kind; in the transaction that is open. Returns the job's ID. */
export function addJob(
  store: Store,
  job: Pick<StoredJob, "kind" | "lane" | "subject" | "input" | "actor" | "createdAt">,
): number {
  return store.run(
    `INSERT INTO jobs (kind, lane, subject, input, actor, next_at, created_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)`,
    job.kind,
    job.lane,
    job.subject,
    JSON.stringify(job.input),
    JSON.stringify(job.actor),
    job.createdAt,
  ).id;
}

export function jobById(store: Store, id: number): StoredJob | null {
  const row = store.get<JobRow>(`SELECT ${COLUMNS} FROM jobs WHERE id = ?`, id);
  return row === undefined ? null : jobOf(row);
}

/** The newest job about `subject`. */
export function latestJob(store: Store, subject: string): StoredJob | null {
  const row = store.get<JobRow>(
    `SELECT ${COLUMNS} FROM jobs WHERE subject = ? ORDER BY id DESC LIMIT 1`,
    subject,
  );
  return row === undefined ? null : jobOf(row);
}

/** Up to `limit` jobs of a lane that may begin at `now`, in the order in which they are due. */
export function dueJobs(store: Store, lane: Lane, now: number, limit: number): StoredJob[] {
  return store.all<JobRow>(
    `SELECT ${COLUMNS} FROM jobs
     WHERE lane = ?1 AND state = 'waiting' AND ended_at IS NULL AND (next_at <= ?2 OR next_at > ?3)
     ORDER BY next_at, id LIMIT ?4`,
    lane,
    now,
    now + LONGEST_WAIT_MS,
    limit,
  ).map(jobOf);
}

/** A job in the list of the administrators. */
export interface ListedJob extends StoredJob {
  /** Of the file that is imported; null where it is about none. */
  readonly fileName: string | null;
}

/** All of them, those that are to be done, or those that came to no good end. */
export const JOB_SHOWS = ["all", "unfinished", "failed"] as const;
export type JobShow = (typeof JOB_SHOWS)[number];

/** Up to `limit` jobs with IDs below `before` (null: the newest), the newest first. */
export function listJobs(
  store: Store,
  show: JobShow,
  before: number | null,
  limit: number,
): ListedJob[] {
  return store.all<JobRow & { file_name: string | null }>(
    `SELECT ${COLUMNS}, (SELECT file_name FROM imports WHERE 'import:' || imports.id = subject
       AND imports.id = CAST(substr(subject, 8) AS INTEGER)) AS file_name
     FROM jobs
     WHERE id < ?2 AND (?1 = 'all' OR ?1 = 'unfinished' AND ended_at IS NULL
       OR ?1 = 'failed' AND state = 'failed')
     ORDER BY id DESC LIMIT ?3`,
    show,
    before ?? Number.MAX_SAFE_INTEGER,
    limit,
  ).map((row) => ({ ...jobOf(row), fileName: row.file_name }));
}

/** Those that stand as being at work. */
export function runningJobs(store: Store): StoredJob[] {
  return store.all<JobRow>(
    `SELECT ${COLUMNS} FROM jobs WHERE state = 'running' AND ended_at IS NULL ORDER BY id`,
  ).map(jobOf);
}

/** Notes that a job that waits begins now, for one attempt more; false where it does not wait any more. */
export function beginJob(store: Store, id: number, now: number): boolean {
  return store.run(
    `UPDATE jobs SET state = 'running', attempts = attempts + 1, started_at = ?, done = 0, total = NULL
     WHERE id = ? AND state = 'waiting'`,
    now,
    id,
  ).changes === 1;
}

/** Notes how a job is that was begun, whatever it was meanwhile. */
export function keepJob(
  store: Store,
  { id, state, attempts, nextAt, endedAt, done, total, failure }: JobStatus,
): void {
  store.run(
    `UPDATE jobs SET state = ?, attempts = ?, next_at = ?, ended_at = ?, done = ?, total = ?, failure = ?
     WHERE id = ?`,
    state,
    attempts,
    nextAt,
    endedAt,
    done,
    total,
    failureText(failure),
    id,
  );
}

/** A job that waits never begins; false where it does not wait. */
export function cancelWaitingJob(store: Store, id: number, now: number): boolean {
  return store.run(
    "UPDATE jobs SET state = 'cancelled', ended_at = ? WHERE id = ? AND state = 'waiting'",
    now,
    id,
  ).changes === 1;
}

/** Those about `subject` that wait for another attempt never begin: something newer does what they would have done. */
export function supersedeJobs(store: Store, subject: string, now: number): void {
  store.run(
    `UPDATE jobs SET state = 'cancelled', ended_at = ?
     WHERE subject = ? AND state = 'waiting' AND attempts > 0`,
    now,
    subject,
  );
}

/** A job that has failed, was cancelled or waits for another attempt is due now, with all its attempts; false where it is not so. */
export function redoJob(store: Store, id: number, now: number): boolean {
  return store.run(
    `UPDATE jobs SET state = 'waiting', attempts = 0, next_at = ?, ended_at = NULL, done = 0,
       total = NULL, failure = ''
     WHERE id = ? AND (state NOT IN ('waiting', 'running', 'done') OR state = 'waiting' AND attempts > 0)`,
    now,
    id,
  ).changes === 1;
}

/** Forgets up to `limit` jobs that ended before `before` (ms since the epoch, UTC); returns how many. */
export function pruneJobs(store: Store, before: number, limit: number): number {
  return store.run(
    "DELETE FROM jobs WHERE id IN (SELECT id FROM jobs WHERE ended_at < ? ORDER BY ended_at LIMIT ?)",
    before,
    limit,
  ).changes;
}

function failureText(failure: FailureNote | null): string {
  return failure === null ? "" : JSON.stringify(failure);
}

function failureOf(text: string): FailureNote | null {
  if (text === "") return null;
  const note: unknown = JSON.parse(text);
  return isFailureNote(note) ? note : null;
}

function jobOf(row: JobRow): StoredJob {
  return {
    id: row.id,
    kind: row.kind,
    lane: row.lane,
    subject: row.subject,
    input: JSON.parse(row.input),
    actor: JSON.parse(row.actor) ?? PROGRAM,
    // A word that is none any more: nobody goes on with it, and it can be begun anew.
    state: JOB_STATES.find((known) => known === row.state) ?? "failed",
    attempts: row.attempts,
    nextAt: row.next_at,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    done: row.done,
    total: row.total,
    failure: failureOf(row.failure),
  };
}
