import { getLogger } from "@logtape/logtape";
import { guarded } from "../base/guarded.ts";
import { ExportStreams } from "./export_streams.ts";
import type { FromJobs, JobNews, ToJobs } from "./messages.ts";

const log = getLogger(["belltower", "jobs"]);

/** How long a stop waits for the jobs at work to come to a place where they can be left. */
const STOP_MS = 1000;

export interface JobsThreadOptions {
  /** The data folder. */
  readonly data: string;
  /** Of the connection whose writes go first (`Store.claims`). */
  readonly claims: SharedArrayBuffer | null;
  readonly startWorker: () => Worker;
  readonly onNews: (news: JobNews) => void;
  /** Nothing that the worker had will come to an end any more. */
  readonly onDeath: (reason: string) => void;
}

/** The main thread's side of the jobs worker, which is started with the first message and anew when it has died. */
export class JobsThread {
  readonly exports = new ExportStreams((message) => this.post(message));
  #worker: Worker | null = null;
  #stopped: (() => void) | null = null;

  constructor(private readonly options: JobsThreadOptions) {}

  post(message: ToJobs): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(message);
  }

  /** Ends the worker, within a second, and with it what it was at. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    if (worker === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((resolve) => {
      this.#stopped = resolve;
      timer = setTimeout(resolve, STOP_MS);
      this.post({ type: "stop" });
    });
    clearTimeout(timer);
    this.#worker = null;
    worker.terminate();
    this.exports.fail("the server stops");
  }

  #start(): Worker {
    const { data, claims, startWorker } = this.options;
    const worker = startWorker();
    worker.onmessage = ({ data: message }: MessageEvent<FromJobs>) =>
      guarded("what the jobs worker said", () => this.#hear(message), null);
    worker.onerror = (event) => {
      event.preventDefault();
      log.error("The jobs worker died: {error}", { error: event.message });
      this.#worker = null;
      this.exports.fail(event.message);
      guarded("the end of the jobs worker", () => this.options.onDeath(event.message), null);
    };
    worker.postMessage({ type: "begin", data, claims } satisfies ToJobs);
    return worker;
  }

  #hear(message: FromJobs): void {
    if (message.type === "stopped") this.#stopped?.();
    else if (message.type === "piece" || message.type === "end") this.exports.hear(message);
    else this.options.onNews(message);
  }
}

/** Written as `deno compile` must find it. */
export function startJobsWorker(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
}
