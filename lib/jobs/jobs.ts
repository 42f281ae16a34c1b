import { getLogger } from "@logtape/logtape";
import { guarded } from "../base/guarded.ts";
import { type Actor, PROGRAM } from "../domain/audit.ts";
import { isOver, type JobStatus, LANE_NAMES, LANES } from "../domain/job.ts";
import type { JobKind, JobKinds } from "../domain/job_kind.ts";
import { type FailureNote, mayPass } from "../domain/job_failure.ts";
import type { Store } from "../store/database.ts";
import {
  addJob,
  beginJob,
  cancelWaitingJob,
  dueJobs,
  type JobShow,
  keepJob,
  type ListedJob,
  redoJob,
  runningJobs,
  type StoredJob,
  supersedeJobs,
} from "../store/jobs.ts";
import type { StreamRequest } from "./export/request.ts";
import { begunJob, failedJob, interruptedJob, leftJob } from "./job_course.ts";
import { JOB_RULES, type JobRule } from "./job_rules.ts";
import { JobWaiters } from "./job_waiters.ts";
import { JobsThread, startJobsWorker } from "./jobs_thread.ts";
import { KnownJobs } from "./known_jobs.ts";
import type { JobNews } from "./messages.ts";

const log = getLogger(["belltower", "jobs"]);

export interface JobsOptions {
  readonly startWorker?: () => Worker;
  /** How kinds are treated, by their names. */
  readonly rules?: Readonly<Record<string, JobRule>>;
  /** In ms since the epoch, UTC. */
  readonly now?: () => number;
}

/**
 * The main thread's side of jobs. Each is a row of the database, written with the page that starts it; here it is begun when
 * its lane has room, tried again where what failed may pass, and ended. The worker does the work and writes no row.
 */
export class Jobs {
  readonly #known: KnownJobs;
  readonly #waiters = new JobWaiters();
  readonly #secrets = new Map<number, unknown>();
  readonly #rules: ReadonlyMap<string, JobRule>;
  readonly #now: () => number;
  readonly #thread: JobsThread;
  #stopped = false;

  /** `data` is the data folder. Without rounds of `look` only what is started here is begun. */
  constructor(
    private readonly store: Store,
    data: string,
    { startWorker = startJobsWorker, rules = JOB_RULES, now = Date.now }: JobsOptions = {},
  ) {
    this.#rules = new Map(Object.entries(rules));
    this.#now = now;
    this.#known = new KnownJobs(store);
    this.#thread = new JobsThread({
      ...{ data, claims: store.claims, startWorker },
      onNews: (news) => this.#hear(news),
      onDeath: () => this.#mourn(),
    });
  }

  /**
   * Writes down what is to be done, in the transaction that is open, and begins it soon after that was committed. `subject` is how it
   * is found again; one about the same that waits to be tried again is not tried any more. Throws what a disk can do.
   */
  start<Kind extends JobKind>(
    kind: Kind,
    input: JobKinds[Kind]["input"],
    subject: string,
    actor: Actor = PROGRAM,
  ): JobStatus {
    const { lane, secret } = this.#rules.get(kind)!;
    const { [secret ?? ""]: hidden, ...open } = (input ?? {}) as Record<string, unknown>;
    const createdAt = this.#now();
    const id = this.store.transaction(() => {
      supersedeJobs(this.store, subject, createdAt);
      return addJob(this.store, { kind, lane, subject, input: open, actor, createdAt });
    });
    if (secret !== undefined) this.#secrets.set(id, hidden);
    this.#lookSoon();
    return this.status(id)!;
  }

  status(id: number): JobStatus | null {
    return this.#known.status(id);
  }

  /** The newest job about `subject`; null where there was none. */
  latest(subject: string): JobStatus | null {
    return this.#known.latest(subject);
  }

  /** Up to `limit` jobs with IDs below `before`, the newest first. */
  list(show: JobShow, before: number | null, limit: number): ListedJob[] {
    return this.#known.list(show, before, limit);
  }

  /** Resolves with how the job is when the attempt that comes to an end next has done so, or the server stops. */
  attempted(id: number): Promise<JobStatus> {
    const status = this.status(id);
    if (status === null) return Promise.reject(new RangeError(`there is no job ${id}`));
    if (isOver(status) || this.#stopped) return Promise.resolve(status);
    return this.#waiters.next(id);
  }

  /** Resolves when the job is over, however it ended; when the server stops, with how it is then. */
  async over(id: number): Promise<JobStatus> {
    const status = await this.attempted(id);
    return isOver(status) || this.#stopped ? status : this.over(id);
  }

  /** Whether `cancel` can end it now. */
  mayCancel({ kind, state }: Pick<JobStatus, "kind" | "state">): boolean {
    return state === "waiting" || state === "running" && !this.#rules.get(kind)?.whole;
  }

  /** Asks a job to end; it leaves nothing behind. One that is over, or cannot be left now, stays as it is. */
  cancel(id: number): void {
    const job = this.status(id);
    if (job === null || !this.mayCancel(job)) return;
    const begun = this.#known.begun(id);
    if (begun?.state === "running") this.#thread.post({ type: "cancel", id });
    else if (begun?.state === "waiting") {
      this.#become({ ...begun, state: "cancelled", endedAt: this.#now() });
    } else if (cancelWaitingJob(this.store, id, this.#now())) this.#waiters.tell(this.status(id)!);
  }

  /** Whether `redo` can begin it anew: where nothing newer has done, or does, what is to be done about its subject. */
  mayRedo({ id, kind, subject, state, attempts }: JobStatus): boolean {
    const waits = state === "failed" || state === "cancelled" ||
      state === "waiting" && attempts > 0;
    return waits && this.#rules.get(kind)?.again === true && this.latest(subject)?.id === id;
  }

  /** Begins a job anew that came to no good end, at once and with all its attempts. Does nothing where that may not be. */
  redo(id: number): void {
    const job = this.status(id);
    if (job === null || !this.mayRedo(job)) return;
    if (redoJob(this.store, id, this.#now())) this.#lookSoon();
  }

  /** The bytes of an export, made as fast as they are read. */
  exportStream(request: StreamRequest): ReadableStream<Uint8Array> {
    return this.#thread.exports.open(request);
  }

  /** Jobs that were at work when an earlier server was killed wait again, or have failed. */
  settle(): void {
    this.store.transaction(() => {
      for (const job of runningJobs(this.store)) {
        if (this.#known.begun(job.id) === undefined) keepJob(this.store, this.#left(job));
      }
    });
  }

  /** Begins what is due, as far as its lane has room. */
  look(): void {
    if (this.#stopped) return;
    for (const lane of LANE_NAMES) {
      const atWork = this.#known.running().filter((job) => job.lane === lane);
      const room = LANES[lane] - atWork.length;
      if (room <= 0) continue;
      for (const job of dueJobs(this.store, lane, this.#now(), room)) this.#begin(job);
    }
  }

  /** Ends the worker, within a second. Jobs at work go on at the next start where their kind may begin anew. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#thread.stop();
    for (const job of this.#known.running()) {
      // It was not the job that broke off: the attempt does not count.
      this.#become(this.#left({ ...job, attempts: job.attempts - 1 }));
    }
    for (const id of this.#waiters.jobs) this.#waiters.tell(this.status(id)!);
  }

  /** Behind the transaction that is open: that is not async. */
  #lookSoon(): void {
    queueMicrotask(() => guarded("the look for jobs", () => this.look(), undefined));
  }

  #begin(job: StoredJob): void {
    const { id, kind, lane, actor: by } = job;
    const now = this.#now();
    // From here on it is at work, whatever happens: nobody begins it a second time.
    if (this.#known.begun(id) !== undefined || !beginJob(this.store, id, now)) return;
    const begun = begunJob(job, now);
    this.#known.follow(begun);
    const rule = this.#rules.get(kind);
    const secret = rule?.secret;
    if (rule === undefined || secret !== undefined && !this.#secrets.has(id)) {
      return this.#become(interruptedJob(begun, now));
    }
    const input = secret === undefined
      ? job.input
      : { ...job.input as object, [secret]: this.#secrets.get(id) };
    const isLast = begun.attempts >= rule.tries.most;
    const start = { type: "start", id, lane, kind: kind as JobKind, by, isLast } as const;
    this.#thread.post({ ...start, input: input as JobKinds[JobKind]["input"] });
  }

  #hear(news: JobNews): void {
    const job = this.#known.begun(news.id);
    if (job?.state !== "running") return;
    switch (news.type) {
      case "progress":
        this.#known.follow({ ...job, done: news.done, total: news.total });
        return;
      case "done":
        return this.#become({ ...job, state: "done", endedAt: this.#now(), failure: null });
      case "cancelled":
        // The stop did this, and writes the state down once the worker has ended.
        if (this.#stopped) return;
        return this.#become({ ...job, state: "cancelled", endedAt: this.#now(), failure: null });
      case "failed": {
        const { id, failure, error } = news;
        if (error !== null) log.error("Job {id} failed: {error}", { id, error });
        return this.#fail(job, failure, mayPass(failure.code));
      }
      default:
        news satisfies never;
    }
  }

  #fail(job: StoredJob, failure: FailureNote, passes: boolean): void {
    const rule = this.#rules.get(job.kind)!;
    this.#become(failedJob(job, rule, failure, passes, this.#now(), Math.random()));
  }

  /** The worker died, of one of them or beside them. */
  #mourn(): void {
    for (const job of this.#known.running()) {
      this.#fail(job, { code: "failed", limit: 0 }, this.#rules.get(job.kind)?.again ?? false);
    }
  }

  #left(job: StoredJob): StoredJob {
    return leftJob(job, this.#rules.get(job.kind), this.#now());
  }

  /** An attempt at it is over, or none will be made any more. */
  #become(job: StoredJob): void {
    if (isOver(job)) this.#secrets.delete(job.id);
    this.#known.keep(job);
    this.#waiters.tell(job);
    this.#lookSoon();
  }
}
