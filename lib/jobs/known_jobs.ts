import type { JobStatus } from "../domain/job.ts";
import type { Store } from "../store/database.ts";
import {
  jobById,
  type JobShow,
  keepJob,
  latestJob,
  type ListedJob,
  listJobs,
  type StoredJob,
} from "../store/jobs.ts";

/** The jobs as they are at this moment: of those that this process has begun more is known here than their rows say. */
export class KnownJobs {
  /** Until the row says how they ended. */
  readonly #begun = new Map<number, StoredJob>();

  constructor(private readonly store: Store) {}

  status(id: number): JobStatus | null {
    return this.#begun.get(id) ?? jobById(this.store, id);
  }

  /** The newest job about `subject`; null where there was none. */
  latest(subject: string): JobStatus | null {
    const found = latestJob(this.store, subject);
    return found === null ? null : this.#begun.get(found.id) ?? found;
  }

  /** Up to `limit` jobs with IDs below `before`, the newest first. */
  list(show: JobShow, before: number | null, limit: number): ListedJob[] {
    return listJobs(this.store, show, before, limit).map((job) => ({
      ...job,
      ...this.#begun.get(job.id),
    }));
  }

  /** One that this process has begun and whose row does not say yet how it ended. */
  begun(id: number): StoredJob | undefined {
    return this.#begun.get(id);
  }

  /** Those at which the worker is. */
  running(): StoredJob[] {
    return [...this.#begun.values()].filter(({ state }) => state === "running");
  }

  /** It has begun, or gone on: no row says that. */
  follow(job: StoredJob): void {
    this.#begun.set(job.id, job);
  }

  /** It was at work and is no more. Where the disk does not take that now, it is known here until it does. */
  keep(job: StoredJob): void {
    this.#begun.set(job.id, job);
    this.store.late.note({
      what: `job ${job.id} ${job.state}`,
      key: `job ${job.id}`,
      write: () => {
        keepJob(this.store, job);
        this.#begun.delete(job.id);
      },
    });
  }
}
