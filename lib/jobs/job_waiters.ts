import type { JobStatus } from "../domain/job.ts";

/** Those who wait until an attempt at a job is over. */
export class JobWaiters {
  readonly #waiting = new Map<number, ((status: JobStatus) => void)[]>();

  /** The IDs of the jobs that somebody waits for. */
  get jobs(): number[] {
    return [...this.#waiting.keys()];
  }

  /** Resolves with what is told of the job next. */
  next(id: number): Promise<JobStatus> {
    return new Promise((resolve) =>
      this.#waiting.set(id, [...this.#waiting.get(id) ?? [], resolve])
    );
  }

  tell(status: JobStatus): void {
    for (const resolve of this.#waiting.get(status.id) ?? []) resolve(status);
    this.#waiting.delete(status.id);
  }
}
