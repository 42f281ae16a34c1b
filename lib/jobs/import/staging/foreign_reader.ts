import { Worker } from "node:worker_threads";
import { every } from "../../../base/keep.ts";
import type { ImportContents } from "../../../domain/import_contents.ts";
import { JobFailure } from "../../job_failure.ts";
import { READER_GROWS_MB, READER_HEAP_MB, READER_MS, READER_YOUNG_MB } from "../limits.ts";
import type { FromReader, ReaderOrder } from "./reader_messages.ts";

const LOOK_EVERY_MS = 100;
const MB = 1024 * 1024;

export interface ReaderLimits {
  /** Milliseconds that it may take in all. */
  readonly ms: number;
  /** Megabytes of JavaScript objects; Deno 2.6 does not hold to it, and it does not see all. */
  readonly heapMb: number;
  /** Megabytes by which the program may grow meanwhile, whatever it is that grows. */
  readonly growsMb: number;
}

const LIMITS: ReaderLimits = {
  ms: READER_MS,
  heapMb: READER_HEAP_MB,
  growsMb: READER_GROWS_MB,
};

export interface ReaderOptions {
  readonly signal: AbortSignal;
  progress(done: number): void;
  readonly limits?: Partial<ReaderLimits>;
  /** For tests, which have threads that misbehave. */
  readonly start?: typeof startReader;
}

/**
 * Has a foreign file read in a thread of its own, which is ended when it takes too much time or memory: what happens
 * there happens to nobody else. Deno ends a thread when that comes back to its event loop, and not in the middle of a
 * loop (2.9.6), so whoever reads comes back now and then (`memberBytes`). Returns what the file has. Throws JobFailure, and the signal's reason.
 */
export async function readForeign(
  order: ReaderOrder,
  { signal, progress, limits = {}, start = startReader }: ReaderOptions,
): Promise<ImportContents> {
  signal.throwIfAborted();
  const { ms, heapMb, growsMb } = { ...LIMITS, ...limits };
  const { promise, resolve, reject } = Promise.withResolvers<ImportContents>();
  const worker = start(order, heapMb);
  worker.on("message", (message: FromReader) => {
    if (message.type === "progress") progress(message.done);
    else if (message.type === "done") resolve(message.contents);
    else reject(thrown(message));
  });
  worker.on("error", (cause: Error & { code?: string }) => {
    const code = cause.code === "ERR_WORKER_OUT_OF_MEMORY" ? "reader_memory" : "reader_died";
    reject(new JobFailure(code, 0, { cause }));
  });
  // In Deno 2.6 a thread that dies says no more than this. What it said before comes before.
  worker.on("exit", () => setTimeout(() => reject(new JobFailure("reader_died"))));
  const [before, end] = [Deno.memoryUsage().rss, performance.now() + ms];
  const over = new AbortController();
  every(LOOK_EVERY_MS, "Watching over a foreign file", () => {
    const grown = Deno.memoryUsage().rss - before;
    if (grown > growsMb * MB) reject(new JobFailure("reader_memory"));
    if (performance.now() > end) reject(new JobFailure("reader_time", Math.ceil(ms / 60_000)));
  }, over.signal);
  const abort = () => reject(signal.reason);
  signal.addEventListener("abort", abort);
  try {
    return await promise;
  } finally {
    signal.removeEventListener("abort", abort);
    over.abort();
    await worker.terminate();
  }
}

/** What nobody foresaw stays an error, for the log. */
function thrown({ failure, error }: FromReader & { type: "failed" }): Error {
  const { code, limit } = failure;
  return code === "failed" && error !== null
    ? new Error(error)
    : new JobFailure(code, limit, { cause: error });
}

/** Written as `deno compile` must find it. */
function startReader(order: ReaderOrder, heapMb: number): Worker {
  return new Worker(new URL("./reader_thread.ts", import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: READER_YOUNG_MB },
  });
}
