import { getLogger } from "@logtape/logtape";
import type { Dialect } from "./dialect/dialect.ts";
import type { LineStatus } from "../line_status.ts";
import type { LineSource } from "../serial/line_source.ts";
import type { FromLine } from "./link/messages.ts";
import { retryDelay } from "../serial/retry_delay.ts";
import { WorkerLife } from "./worker_life.ts";

export type LineFrame = Extract<FromLine, { type: "frame" }>;
export type LineRejection = Extract<FromLine, { type: "rejected" }>;

export type DialResult = Extract<FromLine, { type: "dialled" }>["result"];

export interface LineSettings {
  readonly source: LineSource;
  readonly dialect: Dialect;
}

export interface LineListener {
  /** The frame is to be stored, and then told by `stored`. One that is not is never answered, and comes again. */
  onFrame(frame: LineFrame): void;
  onRejected(rejection: LineRejection): void;
  onStatus(status: LineStatus): void;
}

export interface SupervisorOptions {
  readonly startWorker?: () => Worker;
  /** How long a worker may say nothing; it says that it lives every second. */
  readonly silenceMs?: number;
  readonly checkEveryMs?: number;
}

/** A worker takes a part of a second to start, so a failing one is not tried as often as a device. */
const LEAST_RESTART_MS = 250;
/** A worker that lived for so long was well until then. */
const STEADY_MS = 10_000;

const log = getLogger(["belltower", "line"]);

/**
 * The main thread's side of one line: starts its worker, starts it again when it dies or falls silent, and
 * says how the line is.
 */
export class LineSupervisor {
  readonly #listener: LineListener;
  readonly #options: Required<SupervisorOptions>;
  #settings: LineSettings;
  #status: LineStatus;
  #life: WorkerLife | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #troubleSince = 0;
  #nextSeq = 1;
  #nextRequest = 1;
  readonly #dials = new Map<number, (result: DialResult) => void>();

  constructor(settings: LineSettings, listener: LineListener, options: SupervisorOptions = {}) {
    this.#settings = settings;
    this.#listener = listener;
    this.#options = {
      startWorker: startLineWorker,
      silenceMs: 10_000,
      checkEveryMs: 1000,
      ...options,
    };
    this.#status = this.#statusOf({ state: "stopped" });
  }

  get status(): LineStatus {
    return this.#status;
  }

  /** Begins to open the line; `onStatus` tells how it goes. */
  start(): void {
    this.#troubleSince = performance.now();
    this.#become({ state: "opening" });
    this.#startWorker();
  }

  /** The frame `seq` and what it changed are on disk. May come at any time and for any frame. */
  stored(seq: number): void {
    this.#life?.post({ type: "stored", seq });
  }

  /** Asks the switch to ring `extension`, and to dial `digits` when it is lifted. Never rejects. */
  dial(extension: string, digits: string): Promise<DialResult> {
    const life = this.#life;
    if (life === null || this.#status.state !== "open") return Promise.resolve("line_down");
    return new Promise((resolve) => {
      const request = this.#nextRequest++;
      this.#dials.set(request, resolve);
      life.post({ type: "dial", request, extension, digits });
    });
  }

  /** Closes the line, within a second; then no listener is called any more. */
  async stop(): Promise<void> {
    clearTimeout(this.#retry);
    const life = this.#life;
    this.#life = null;
    await life?.stop();
    this.#dropDials();
    if (this.#status.state !== "stopped") this.#become({ state: "stopped" });
  }

  /** Closes the line and opens it again with these settings. */
  async restart(settings: LineSettings): Promise<void> {
    await this.stop();
    this.#settings = settings;
    this.start();
  }

  #startWorker(): void {
    const { startWorker, silenceMs, checkEveryMs } = this.#options;
    let worker: Worker;
    try {
      worker = startWorker();
    } catch (error) {
      return this.#mourn(`does not start: ${error}`); // and is tried again like one that died
    }
    this.#life = new WorkerLife({
      worker,
      open: { ...this.#settings, firstSeq: this.#nextSeq },
      silenceMs,
      checkEveryMs,
      onMessage: (message) => this.#hear(message),
      onDeath: (reason) => this.#mourn(reason),
    });
  }

  #hear(message: FromLine): void {
    try {
      this.#dealWith(message);
    } finally {
      // The worker holds the device back while too much is unheard.
      const counts = message.type === "frame" || message.type === "rejected";
      if (counts) this.#life?.post({ type: "heard" });
    }
  }

  #dealWith(message: FromLine): void {
    switch (message.type) {
      case "opened":
        this.#become({ state: "open", settings: message.settings });
        break;
      case "fault":
        this.#become({ state: "fault", code: message.code, text: message.text });
        break;
      case "frame":
        this.#nextSeq = message.seq + 1;
        this.#listener.onFrame(message);
        break;
      case "rejected":
        this.#listener.onRejected(message);
        break;
      case "dialled":
        this.#dials.get(message.request)?.(message.result);
        this.#dials.delete(message.request);
        break;
      case "alive":
      case "stopped":
        break;
      default:
        message satisfies never;
    }
  }

  #mourn(reason: string): void {
    const life = this.#life;
    this.#life = null;
    this.#dropDials();
    this.#become({
      state: "fault",
      code: "worker_failed",
      text: `the line's worker ${reason}`,
    });
    // The in-process pair went to the worker and died with it: only `restart` with a new one helps.
    if (this.#settings.source.kind === "channel") return;
    const now = performance.now();
    if (life !== null && now - life.startedAt > STEADY_MS) this.#troubleSince = now;
    const delay = retryDelay(now - this.#troubleSince, LEAST_RESTART_MS);
    this.#retry = setTimeout(() => this.#startWorker(), delay);
  }

  #dropDials(): void {
    for (const resolve of this.#dials.values()) resolve("line_down");
    this.#dials.clear();
  }

  #become(change: Pick<LineStatus, "state"> & Partial<LineStatus>): void {
    this.#status = this.#statusOf(change);
    const level = change.state === "fault" ? "warn" : "info";
    log[level]("line {device} is {state}", { ...this.#status });
    this.#listener.onStatus(this.#status);
  }

  #statusOf(change: Pick<LineStatus, "state"> & Partial<LineStatus>): LineStatus {
    const { source } = this.#settings;
    const device = source.kind === "device" ? source.path : null;
    return { code: null, text: null, settings: null, device, since: Date.now(), ...change };
  }
}

/** Written as `deno compile` must find it. */
function startLineWorker(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
}
