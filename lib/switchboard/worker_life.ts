import { guarded } from "../base/guarded.ts";
import { every } from "../base/keep.ts";
import { letGo, withdrawClaim } from "../store/turn.ts";
import { closeDevice } from "../switches/serial/open_port.ts";
import { DescriptorCell } from "../switches/serial/posix/descriptor_cell.ts";
import type { FromLine, ToLine } from "./thread_messages.ts";

export interface WorkerLifeOptions {
  readonly worker: Worker;
  readonly open: Omit<
    Extract<ToLine, { type: "open" }>,
    "type" | "descriptor" | "claim" | "writing"
  >;
  /** How long the worker may say nothing, once it has begun to. */
  readonly silenceMs: number;
  readonly checkEveryMs: number;
  readonly onMessage: (message: FromLine) => void;
  /** The worker died or fell silent: `reason` completes "the line's worker …". It has been ended. */
  readonly onDeath: (reason: string) => void;
  /** The worker was ended in the midst of a write. */
  readonly onLeftWriting: () => void;
}

const STOP_WITHIN_MS = 800;

/** A worker that has not said anything yet may still be loading, on a busy machine. */
const LOAD_WITHIN_MS = 30_000;

/** One life of the line's worker, from its start to its end, however it comes. After it nothing is heard. */
export class WorkerLife {
  readonly startedAt = performance.now();
  readonly #options: WorkerLifeOptions;
  readonly #cell = new DescriptorCell();
  readonly #claim = new SharedArrayBuffer(4);
  readonly #writing = new Int32Array(new SharedArrayBuffer(4));
  readonly #ending = new AbortController();
  #heardAt = this.startedAt;
  #checkedAt = this.startedAt;
  #loaded = false;
  #stopped: (() => void) | null = null;

  constructor(options: WorkerLifeOptions) {
    this.#options = options;
    const { worker, open, checkEveryMs } = options;
    worker.onmessage = ({ data }: MessageEvent<FromLine>) =>
      guarded("what the line's worker said", () => this.#hear(data), null);
    worker.onerror = (event) => {
      // Else the worker's error would be this thread's as well.
      event.preventDefault();
      this.#die(`failed: ${event.message}`);
    };
    worker.onmessageerror = () => this.#die("said something that cannot be read");
    const [descriptor, writing] = [this.#cell.shared, this.#writing.buffer];
    const shared = { descriptor, claim: this.#claim, writing };
    worker.postMessage({ type: "open", ...open, ...shared } satisfies ToLine);
    const check = () => this.#checkSilence();
    every(checkEveryMs, "the look after the line's worker", check, this.#ending.signal);
  }

  post(message: Exclude<ToLine, { type: "open" }>): void {
    this.#options.worker.postMessage(message);
  }

  /** Lets the worker close its device and end; one that does not is ended. Takes less than a second. */
  async stop(): Promise<void> {
    const stopped = new Promise<void>((resolve) => this.#stopped = resolve);
    const limit = setTimeout(() => this.#stopped?.(), STOP_WITHIN_MS);
    this.post({ type: "stop" });
    await stopped;
    clearTimeout(limit);
    this.end();
  }

  /** Ends the worker at once, closes the device that it had open and takes back its claim on the database. */
  end(): void {
    const { worker, open, onLeftWriting } = this.#options;
    this.#ending.abort();
    worker.onmessage = worker.onerror = worker.onmessageerror = null;
    worker.terminate();
    closeDevice(this.#cell);
    withdrawClaim(open.claims, this.#claim);
    const leftWriting = Atomics.load(this.#writing, 0) === 1;
    letGo(open.claims, this.#writing.buffer);
    if (leftWriting) onLeftWriting();
  }

  #hear(message: FromLine): void {
    this.#heardAt = performance.now();
    this.#loaded = true;
    if (message.type === "stopped") this.#stopped?.();
    else this.#options.onMessage(message);
  }

  #die(reason: string): void {
    this.end();
    // A worker that dies while it stops has stopped.
    if (this.#stopped !== null) this.#stopped();
    else this.#options.onDeath(reason);
  }

  #checkSilence(): void {
    const now = performance.now();
    const { silenceMs, checkEveryMs } = this.#options;
    // A check that is late itself shows that this thread was held up, with the worker's messages behind it.
    const onTime = now - this.#checkedAt < checkEveryMs * 2;
    this.#checkedAt = now;
    if (!onTime) this.#heardAt = now;
    const silentMs = now - this.#heardAt;
    const limitMs = this.#loaded ? silenceMs : Math.max(silenceMs, LOAD_WITHIN_MS);
    if (silentMs > limitMs) this.#die(`said nothing for ${Math.round(silentMs)} ms`);
  }
}
