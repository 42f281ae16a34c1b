import { getLogger } from "@logtape/logtape";
import type { CommandOutcome, SwitchCommand } from "../domain/call_command.ts";
import type { Line } from "../store/lines.ts";
import type { LineStatus } from "../switches/line_status.ts";
import { retryDelay } from "../switches/serial/retry_delay.ts";
import type { Capabilities, LapseLimits } from "../switches/switch.ts";
import type { SwitchboardListener, WorkingLine } from "./line_at_work.ts";
import type { PlayedDay } from "../switches/switch_kind.ts";
import type { FromLine } from "./thread_messages.ts";
import { WorkerLife } from "./worker_life.ts";

export interface LineThreadOptions {
  /** The data folder. */
  readonly data: string;
  /** Of the server's connection to the database (`Store.claims`). */
  readonly claims: SharedArrayBuffer;
  readonly virtualDay?: PlayedDay | null;
  readonly startWorker?: () => Worker;
  /** How long a thread may say nothing; it says that it lives every second. */
  readonly silenceMs?: number;
  /** How long whoever asks for something waits for a thread that does not answer. */
  readonly answerMs?: number;
  readonly checkEveryMs?: number;
  /** A thread was ended in the midst of a write: what it had of the database may be nobody's until the program ends. */
  readonly onLeftWriting?: () => void;
}

/** What is known of the line's switch before it is open. */
export interface Traits {
  readonly capabilities: Capabilities;
  readonly lapse: LapseLimits | null;
}

/** A worker takes a part of a second to start, so a failing one is not tried as often as a device. */
const LEAST_RESTART_MS = 250;
/** A worker that lived for so long was well until then. */
const STEADY_MS = 10_000;

const log = getLogger(["belltower", "line"]);

/**
 * A line at work on a thread of its own (line_worker.ts), seen from the thread of the browsers: starts it, starts it again
 * when it dies or falls silent, and says how the line is.
 */
export class LineThread implements WorkingLine {
  readonly capabilities: Capabilities;
  readonly lapse: LapseLimits | null;
  readonly #options: Required<LineThreadOptions>;
  #status: LineStatus;
  #life: WorkerLife | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #troubleSince = 0;
  #requests = 0;
  readonly #asked = new Map<number, (outcome: CommandOutcome) => void>();

  constructor(
    readonly line: Line,
    { capabilities, lapse }: Traits,
    private readonly listener: SwitchboardListener,
    options: LineThreadOptions,
  ) {
    this.capabilities = capabilities;
    this.lapse = lapse;
    this.#options = {
      virtualDay: null,
      startWorker: startLineWorker,
      silenceMs: 10_000,
      answerMs: 9000,
      checkEveryMs: 1000,
      onLeftWriting: () => undefined,
      ...options,
    };
    this.#status = this.#statusOf({ state: "stopped" });
  }

  get status(): LineStatus {
    return this.#status;
  }

  start(): void {
    this.#troubleSince = performance.now();
    this.#become(this.#statusOf({ state: "opening" }));
    this.#startWorker();
  }

  perform(command: SwitchCommand): Promise<CommandOutcome> {
    const life = this.#life;
    if (life === null) return Promise.resolve(this.#down());
    const { promise, resolve } = Promise.withResolvers<CommandOutcome>();
    const request = ++this.#requests;
    // A thread that loads or hangs says nothing; somebody waits for this.
    const reason = "the line's thread did not answer in time";
    const limit = setTimeout(
      () => this.#answer(request, { outcome: "unknown", reason }),
      this.#options.answerMs,
    );
    this.#asked.set(request, (outcome) => {
      clearTimeout(limit);
      resolve(outcome);
    });
    life.post({ type: "perform", request, command });
    return promise;
  }

  async stop(): Promise<void> {
    clearTimeout(this.#retry);
    const life = this.#life;
    this.#life = null;
    await life?.stop();
    this.#endAsked();
    if (this.#status.state !== "stopped") this.#become(this.#statusOf({ state: "stopped" }));
  }

  #startWorker(): void {
    const { startWorker, data, claims, virtualDay, silenceMs, checkEveryMs, onLeftWriting } =
      this.#options;
    let worker: Worker;
    try {
      worker = startWorker();
    } catch (error) {
      return this.#mourn(`does not start: ${error}`); // and is tried again like one that died
    }
    this.#life = new WorkerLife({
      worker,
      open: { data, claims, line: this.line, virtualDay },
      silenceMs,
      checkEveryMs,
      onMessage: (message) => this.#hear(message),
      onDeath: (reason) => this.#mourn(reason),
      onLeftWriting,
    });
  }

  #hear(message: FromLine): void {
    switch (message.type) {
      case "events":
        return this.listener.onEvents();
      case "heard":
        return this.listener.onHeard(this.line, message.result, message.ms);
      case "status":
        return this.#become(message.status);
      case "performed":
        return this.#answer(message.request, message.outcome);
      case "logged":
        return getLogger([...message.record.category]).emit(message.record);
      case "alive":
      case "stopped":
        return;
      default:
        return message satisfies never;
    }
  }

  #mourn(reason: string): void {
    const life = this.#life;
    this.#life = null;
    this.#endAsked();
    this.#become(this.#statusOf({
      state: "fault",
      code: "worker_failed",
      text: `the line's worker ${reason}`,
    }));
    const now = performance.now();
    if (life !== null && now - life.startedAt > STEADY_MS) this.#troubleSince = now;
    const delay = retryDelay(now - this.#troubleSince, LEAST_RESTART_MS);
    this.#retry = setTimeout(() => this.#startWorker(), delay);
  }

  #answer(request: number, outcome: CommandOutcome): void {
    this.#asked.get(request)?.(outcome);
    this.#asked.delete(request);
  }

  #endAsked(): void {
    for (const resolve of this.#asked.values()) resolve(this.#down());
    this.#asked.clear();
  }

  #down(): CommandOutcome {
    const { state, text } = this.#status;
    return { outcome: "switch_down", reason: text ?? `the line is ${state}` };
  }

  #become(status: LineStatus): void {
    this.#status = status;
    const level = status.state === "fault" ? "warn" : "info";
    log[level]("line {device} is {state}", { ...status });
    this.listener.onStatus();
  }

  #statusOf(change: Pick<LineStatus, "state"> & Partial<LineStatus>): LineStatus {
    const { device } = this.line;
    return { code: null, text: null, settings: null, device, since: Date.now(), ...change };
  }
}

/** Written as `deno compile` must find it. */
function startLineWorker(): Worker {
  return new Worker(new URL("./line_worker.ts", import.meta.url), { type: "module" });
}
