import { getLogger } from "@logtape/logtape";
import { every } from "../base/keep.ts";
import type { Call } from "../domain/call.ts";
import { refusalOf } from "../store/refused.ts";
import type { NumberedReport } from "../switches/switch.ts";
import type { CallTracker } from "./tracker.ts";

const log = getLogger(["belltower", "switchboard"]);

/** How often a report is tried again that found the database in another program's hands. */
const AGAIN_MS = 20;

export interface IntakeOptions {
  readonly tracker: Pick<CallTracker, "handle">;
  /** How long the switch waits for an answer; it sends again what has none. */
  readonly answerWithinMs: number;
  /** The report and what it changed are on the disk. */
  readonly onStored: (report: NumberedReport, calls: readonly Call[]) => void;
  /** It is not, and is not to be acknowledged; where the switch has not given it up it comes again. */
  readonly onRefused: () => void;
}

/**
 * Stores what one line reports. What the disk refuses is not acknowledged; while another program holds the database it
 * waits as long as the switch does, and nobody else with it. Only the newest waits: a switch that reports again has given
 * up the one before, or it is that one.
 */
export class Intake {
  readonly #options: IntakeOptions;
  /** Ends the wait of the report that waits. */
  #waiting: AbortController | null = null;

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  take(report: NumberedReport): void {
    if (this.#waiting !== null) {
      this.stop();
      this.#options.onRefused();
    }
    const until = performance.now() + this.#options.answerWithinMs;
    if (this.#tried(report, until)) return;
    const { signal } = this.#waiting = new AbortController();
    every(AGAIN_MS, "a report that waits for the database", () => {
      if (this.#tried(report, until)) this.stop();
    }, signal);
  }

  /** What waits is not stored any more. */
  stop(): void {
    this.#waiting?.abort();
    this.#waiting = null;
  }

  /** Whether nothing is left to do for the report: it is stored, or refused for good. */
  #tried(report: NumberedReport, until: number): boolean {
    let calls: readonly Call[];
    try {
      calls = this.#options.tracker.handle(report);
    } catch (error) {
      const why = refusalOf(error);
      if (why === "held" && performance.now() < until) return false;
      // The store has said that the database is held; this would be said every second.
      log[why === "held" ? "debug" : "error"](
        "What a switch reported could not be stored and is not acknowledged: {error}",
        { error },
      );
      this.#options.onRefused();
      return true;
    }
    this.#options.onStored(report, calls);
    return true;
  }
}
