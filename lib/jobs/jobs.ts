import { getLogger } from "@logtape/logtape";
import { guarded } from "../base/guarded.ts";
import type { StreamRequest } from "./export/request.ts";
import { ExportStreams } from "./export_streams.ts";
import { isOver, type JobKind, type JobKinds, type JobStatus } from "./job.ts";
import type { FromJobs, ToJobs } from "./messages.ts";

const log = getLogger(["belltower", "jobs"]);

/** How many jobs that are over are remembered. */
const REMEMBERED = 200;
/** How long a stop waits for the job at work to come to a place where it can be left. */
const STOP_MS = 1000;

export interface JobsOptions {
  readonly startWorker?: () => Worker;
  /** Of the connection whose writes go first (`Store.claims`). */
  readonly claims?: SharedArrayBuffer;
}

/** The main thread's side of the jobs worker: starts jobs, knows how they are, hands exports on. */
export class Jobs {
  readonly #jobs = new Map<number, JobStatus>();
  readonly #waiting = new Map<number, ((status: JobStatus) => void)[]>();
  readonly #exports = new ExportStreams((message) => this.#post(message));
  readonly #startWorker: () => Worker;
  readonly #claims: SharedArrayBuffer | null;
  #worker: Worker | null = null;
  #stopped: (() => void) | null = null;
  #nextId = 1;

  /** The worker is started with the first job. `data` is the data folder. */
  constructor(private readonly data: string, options: JobsOptions = {}) {
    this.#startWorker = options.startWorker ?? startJobsWorker;
    this.#claims = options.claims ?? null;
  }

  /** Puts a job behind those that wait. `subject` is how it is found again. */
  start<Kind extends JobKind>(
    kind: Kind,
    input: JobKinds[Kind]["input"],
    subject: string,
  ): JobStatus {
    const id = this.#nextId++;
    const [state, done, total, failure] = ["waiting", 0, null, null] as const;
    const status = { id, kind, subject, state, done, total, failure };
    this.#jobs.set(id, status);
    for (const [old, job] of this.#jobs) {
      if (this.#jobs.size <= REMEMBERED) break;
      if (isOver(job)) this.#jobs.delete(old);
    }
    this.#post({ type: "start", id, kind, input });
    return status;
  }

  status(id: number): JobStatus | null {
    return this.#jobs.get(id) ?? null;
  }

  /** The newest job about `subject`; null where there was none since the start. */
  latest(subject: string): JobStatus | null {
    return [...this.#jobs.values()].findLast((job) => job.subject === subject) ?? null;
  }

  /** Resolves when the job is over, however it ended. */
  over(id: number): Promise<JobStatus> {
    const status = this.#jobs.get(id);
    if (status === undefined) return Promise.reject(new RangeError(`there is no job ${id}`));
    if (isOver(status)) return Promise.resolve(status);
    return new Promise((resolve) =>
      this.#waiting.set(id, [...this.#waiting.get(id) ?? [], resolve])
    );
  }

  /** Asks a job to end; it leaves nothing behind. */
  cancel(id: number): void {
    this.#post({ type: "cancel", id });
  }

  /** The bytes of an export, made as fast as they are read. */
  exportStream(request: StreamRequest): ReadableStream<Uint8Array> {
    return this.#exports.open(request);
  }

  /** Ends the worker, within a second. A job that does not end by then is tidied up at the next start. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    if (worker === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((resolve) => {
      this.#stopped = resolve;
      timer = setTimeout(resolve, STOP_MS);
      this.#post({ type: "stop" });
    });
    clearTimeout(timer);
    this.#worker = null;
    worker.terminate();
    this.#mourn("the server stops");
  }

  #post(message: ToJobs): void {
    if (this.#worker === null) {
      this.#worker = this.#startWorker();
      this.#worker.onmessage = ({ data }: MessageEvent<FromJobs>) =>
        guarded("what the jobs worker said", () => this.#hear(data), null);
      this.#worker.onerror = (event) => {
        event.preventDefault();
        log.error("The jobs worker died: {error}", { error: event.message });
        this.#worker = null;
        this.#mourn(event.message);
      };
      const [data, claims] = [this.data, this.#claims];
      this.#worker.postMessage({ type: "begin", data, claims } satisfies ToJobs);
    }
    this.#worker.postMessage(message);
  }

  #hear(message: FromJobs): void {
    switch (message.type) {
      case "running":
        return this.#become(message.id, { state: "running" });
      case "progress":
        return this.#become(message.id, { done: message.done, total: message.total });
      case "done":
        return this.#become(message.id, { state: "done" });
      case "cancelled":
        return this.#become(message.id, { state: "cancelled" });
      case "failed": {
        const { id, code, limit, error } = message;
        if (error !== null) log.error("Job {id} failed: {error}", { id, error });
        return this.#become(id, { state: "failed", failure: { code, limit } });
      }
      case "piece":
      case "end":
        return this.#exports.hear(message);
      case "stopped":
        return this.#stopped?.();
      default:
        message satisfies never;
    }
  }

  #become(id: number, change: Partial<JobStatus>): void {
    const before = this.#jobs.get(id);
    if (before === undefined) return;
    const status = { ...before, ...change };
    this.#jobs.set(id, status);
    if (!isOver(status)) return;
    for (const resolve of this.#waiting.get(id) ?? []) resolve(status);
    this.#waiting.delete(id);
  }

  /** Nothing that the worker had will come to an end any more. */
  #mourn(reason: string): void {
    this.#exports.fail(reason);
    for (const job of [...this.#jobs.values()]) {
      if (!isOver(job)) {
        this.#become(job.id, { state: "failed", failure: { code: "failed", limit: 0 } });
      }
    }
  }
}

/** Written as `deno compile` must find it. */
function startJobsWorker(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
}
