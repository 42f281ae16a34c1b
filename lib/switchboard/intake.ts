import { getLogger } from "@logtape/logtape";
import { every } from "../base/keep.ts";
import type { CallTracker } from "./tracker.ts";
import type { Call } from "../domain/call.ts";
import type { LineFrame } from "../switches/pbx416/supervisor.ts";
import { refusalOf } from "../store/refused.ts";

const log = getLogger(["belltower", "server"]);

/** How often a frame is tried again that found the database in another program's hands. */
const AGAIN_MS = 20;

export interface IntakeOptions {
  readonly tracker: Pick<CallTracker, "handle">;
  /** How long the switch waits for an answer; it sends again what has none. */
  readonly answerWithinMs: number;
  /** The frame and what it changed are on the disk. */
  readonly onStored: (frame: LineFrame, calls: readonly Call[]) => void;
  /** It is not, and is not to be acknowledged. */
  readonly onRefused: () => void;
}

/**
 * Stores the frames of one line. One that the disk refuses is not acknowledged; while another program holds the
 * database it waits as long as the switch does, and nobody else with it. Only the newest waits: a switch has one
 * frame in flight, and what comes is that one again.
 */
export class Intake {
  readonly #options: IntakeOptions;
  #waiting = new AbortController();

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  take(frame: LineFrame): void {
    this.stop();
    const until = performance.now() + this.#options.answerWithinMs;
    if (this.#tried(frame, until)) return;
    this.#waiting = new AbortController();
    const { signal } = this.#waiting;
    every(AGAIN_MS, "a frame that waits for the database", () => {
      if (this.#tried(frame, until)) this.stop();
    }, signal);
  }

  /** What waits is not stored any more. */
  stop(): void {
    this.#waiting.abort();
  }

  /** Whether nothing is left to do for the frame: it is stored, or refused for good. */
  #tried(frame: LineFrame, until: number): boolean {
    let calls: readonly Call[];
    try {
      calls = this.#options.tracker.handle(frame);
    } catch (error) {
      const why = refusalOf(error);
      if (why === "held" && performance.now() < until) return false;
      // The store has said that the database is held; this would be said every second.
      log[why === "held" ? "debug" : "error"](
        "A frame could not be stored and is not acknowledged: {error}",
        { error },
      );
      this.#options.onRefused();
      return true;
    }
    this.#options.onStored(frame, calls);
    return true;
  }
}
