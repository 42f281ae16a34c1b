import type { CommandOutcome, SwitchCommand } from "../domain/call_command.ts";
import type { Store } from "../store/database.ts";
import type { Line } from "../store/lines.ts";
import type { LineStatus } from "../switches/line_status.ts";
import type { Capabilities, LapseLimits, Switch } from "../switches/switch.ts";
import { Intake } from "./intake.ts";
import { CallTracker } from "./tracker.ts";

/** What came over a line, and what became of it; `failed`: it could not be stored, and comes again. */
export type HeardResult = "accepted" | "ignored" | "rejected" | "failed";

/** Who is told of what has happened at the lines, once it is on the disk. None of this may throw. */
export interface SwitchboardListener {
  /** Events of calls have been committed, by whatever connection. */
  onEvents(): void;
  /** `ms` is from the first sign of it to its acknowledgement; null where it is not acknowledged. */
  onHeard(line: Line, result: HeardResult, ms: number | null): void;
  /** How a line is has changed. */
  onStatus(): void;
  /** There are other lines than before. */
  onLines(): void;
}

/** A line at work, in this thread or in one of its own. */
export interface WorkingLine {
  /** What the database said of it when it was opened. */
  readonly line: Line;
  readonly status: LineStatus;
  readonly capabilities: Capabilities;
  readonly lapse: LapseLimits | null;
  start(): void;
  /** Never rejects. */
  perform(command: SwitchCommand): Promise<CommandOutcome>;
  /** Within a second; then the listener hears nothing more. */
  stop(): Promise<void>;
}

/**
 * One line at work in this thread: what its switch reports is committed with what it changes, then acknowledged, then told. This order is
 * the program's promise, and this is the one place where it stands.
 */
export class LineAtWork implements WorkingLine {
  readonly #tracker: CallTracker;
  readonly #intake: Intake;

  constructor(
    private readonly store: Store,
    readonly line: Line,
    private readonly theSwitch: Switch,
    private readonly listener: Pick<SwitchboardListener, "onEvents" | "onHeard" | "onStatus">,
  ) {
    this.#tracker = new CallTracker(store, line.id, theSwitch.lapse);
    this.#intake = new Intake({
      tracker: this.#tracker,
      answerWithinMs: theSwitch.answerWithinMs,
      onStored: (report, calls) => {
        theSwitch.stored(report.seq);
        const ms = Math.max(0, Date.now() - report.at);
        if (calls.length > 0) listener.onEvents();
        listener.onHeard(line, report.events === null ? "ignored" : "accepted", ms);
      },
      onRefused: () => listener.onHeard(line, "failed", null),
    });
  }

  get status(): LineStatus {
    return this.theSwitch.status;
  }

  get capabilities(): Capabilities {
    return this.theSwitch.capabilities;
  }

  get lapse(): LapseLimits | null {
    return this.theSwitch.lapse;
  }

  perform(command: SwitchCommand): Promise<CommandOutcome> {
    return this.theSwitch.perform(command);
  }

  start(): void {
    const { line, listener } = this;
    this.theSwitch.start({
      onReport: (report) => this.#intake.take(report),
      onRejected: (rejected) =>
        this.store.late.note({
          what: `${rejected.bytes.length} bytes of line ${line.id} that were no frame`,
          write: () => {
            this.#tracker.reject(rejected);
            listener.onHeard(line, "rejected", null);
          },
        }),
      onStatus: () => listener.onStatus(),
    });
  }

  async stop(): Promise<void> {
    await this.theSwitch.stop();
    this.#intake.stop();
  }
}
