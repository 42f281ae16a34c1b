import type { Lane } from "../domain/job.ts";
import { mayPass } from "../domain/job_failure.ts";
import type { Store } from "../store/database.ts";
import { openStore } from "../store/open_store.ts";
import { runJob } from "./handlers.ts";
import type { JobContext } from "./job_context.ts";
import { failureOf, JobFailure } from "./job_failure.ts";
import type { JobNews, JobStart } from "./messages.ts";

/** How often progress is told; a page asks twice a second. */
const TELL_EVERY_MS = 200;

interface AtWork {
  readonly cancel: AbortController;
  readonly ended: Promise<void>;
}

/** The worker's side of jobs: makes one attempt at each that it is given, at once. */
export class JobBench {
  readonly #atWork = new Map<number, AtWork>();
  /** A connection for each lane: an import asks its own to commit lazily. */
  readonly #stores = new Map<Lane, Store>();

  constructor(
    private readonly begin: Pick<JobContext, "data" | "claims">,
    private readonly tell: (news: JobNews) => void,
  ) {}

  start(order: JobStart): void {
    const cancel = new AbortController();
    // Not before it stands among those at work: it may end at once.
    const ended = Promise.resolve().then(() => this.#run(order, cancel.signal));
    this.#atWork.set(order.id, { cancel, ended });
  }

  cancel(id: number): void {
    this.#atWork.get(id)?.cancel.abort();
  }

  /** Ends every job as if it were cancelled; what they leave, the next start tidies. */
  async close(): Promise<void> {
    const all = [...this.#atWork.values()];
    for (const { cancel } of all) cancel.abort();
    await Promise.all(all.map(({ ended }) => ended));
    for (const store of this.#stores.values()) store.close();
  }

  async #run({ id, kind, lane, input, by, isLast }: JobStart, signal: AbortSignal): Promise<void> {
    try {
      signal.throwIfAborted();
      await runJob(kind, input, {
        ...this.begin,
        ...{ store: this.#storeOf(lane), by, signal },
        progress: this.#progressOf(id),
        now: Date.now,
        comesAgain: (error) => !isLast && mayPass(failureOf(error).code),
      });
      this.tell({ type: "done", id });
    } catch (error) {
      this.tell(ending(id, error, signal));
    } finally {
      this.#atWork.delete(id);
    }
  }

  #storeOf(lane: Lane): Store {
    const known = this.#stores.get(lane);
    if (known !== undefined) return known;
    const store = openStore(this.begin.data, { existing: true });
    this.#stores.set(lane, store);
    return store;
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

function ending(id: number, error: unknown, signal: AbortSignal): JobNews {
  const failure = failureOf(error);
  if (error instanceof JobFailure) return { type: "failed", id, failure, error: null };
  if (signal.aborted) return { type: "cancelled", id };
  const text = error instanceof Error ? error.stack ?? error.message : String(error);
  return { type: "failed", id, failure, error: text };
}
