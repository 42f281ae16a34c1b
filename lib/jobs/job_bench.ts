import { openStore, type Store } from "../store/database.ts";
import { runJob } from "./handlers.ts";
import type { JobKind, JobKinds } from "./job.ts";
import type { JobContext } from "./job_context.ts";
import { JobFailure } from "./job_failure.ts";
import type { FromJobs } from "./messages.ts";

/** How often progress is told; a page asks twice a second. */
const TELL_EVERY_MS = 200;

/** The worker's side of jobs: does them one after the other. */
export class JobBench {
  readonly #cancels = new Map<number, AbortController>();
  #store: Store | null = null;
  #last: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(
    private readonly begin: Pick<JobContext, "data" | "claims">,
    private readonly tell: (message: FromJobs) => void,
  ) {}

  start(id: number, kind: JobKind, input: JobKinds[JobKind]["input"]): void {
    const cancel = new AbortController();
    this.#cancels.set(id, cancel);
    this.#last = this.#last.then(() => this.#run(id, kind, input, cancel.signal));
  }

  cancel(id: number): void {
    this.#cancels.get(id)?.abort();
  }

  /** Ends every job as if it were cancelled; what they leave, the next start tidies. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const cancel of this.#cancels.values()) cancel.abort();
    await this.#last;
    this.#store?.close();
  }

  async #run(
    id: number,
    kind: JobKind,
    input: JobKinds[JobKind]["input"],
    signal: AbortSignal,
  ): Promise<void> {
    try {
      if (this.#closed) signal.throwIfAborted();
      this.tell({ type: "running", id });
      await runJob(kind, input, {
        ...this.begin,
        store: this.#store ??= openStore(this.begin.data, { existing: true }),
        signal,
        progress: this.#progressOf(id),
        now: Date.now,
      });
      this.tell({ type: "done", id });
    } catch (error) {
      this.tell(ending(id, error, signal));
    } finally {
      this.#cancels.delete(id);
    }
  }

  #progressOf(id: number): (done: number, total: number | null) => void {
    let told = 0;
    return (done, total) => {
      const now = performance.now();
      if (now - told < TELL_EVERY_MS) return;
      told = now;
      this.tell({ type: "progress", id, done, total });
    };
  }
}

function ending(id: number, error: unknown, signal: AbortSignal): FromJobs {
  if (error instanceof JobFailure) {
    return { type: "failed", id, code: error.code, limit: error.limit, error: null };
  }
  if (signal.aborted) return { type: "cancelled", id };
  const text = error instanceof Error ? error.stack ?? error.message : String(error);
  return { type: "failed", id, code: "failed", limit: 0, error: text };
}
