import { getLogger } from "@logtape/logtape";
import { CallTracker } from "../calls/tracker.ts";
import { storedDialect } from "../config.ts";
import type { Call } from "../domain/call.ts";
import type { LineStatus } from "../line/line_status.ts";
import type { LineSource } from "../line/messages.ts";
import { type DialResult, LineSupervisor } from "../line/supervisor.ts";
import { callNewsFor } from "../live/call_audience.ts";
import type { LiveHub } from "../live/hub.ts";
import type { Dialect } from "../protocol/dialect.ts";
import type { ProgramMetrics } from "../metrics/program_metrics.ts";
import type { Store } from "../store/database.ts";
import { missedCount } from "../store/missed.ts";
import { linesEnabled } from "../store/lines.ts";
import type { LineStatusSource } from "../web/deps.ts";
import { lineEventFor } from "../web/present/line_view.ts";

const log = getLogger(["belltower", "server"]);

/** How often calls that the wire has forgotten are looked for. */
const LAPSE_EVERY_MS = 5000;

interface WorkingLine {
  readonly tracker: CallTracker;
  readonly supervisor: LineSupervisor;
  readonly dialect: Dialect;
}

/** Where a line's bytes come from when not from the device that the database names. */
export interface SourceFor {
  (device: string): LineSource;
}

/**
 * The lines at work: frames come in, are committed with what they change, then acknowledged, then told. This
 * order is the program's promise, and this is the one place where it stands.
 */
export class Lines implements LineStatusSource {
  readonly #lines: readonly WorkingLine[];
  /** How many missed callers wait, as it was told last. */
  #missed = -1;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Reads which lines there are; `start` opens them. Throws DialectError for a stored dialect that is none. */
  constructor(
    private readonly store: Store,
    private readonly hub: LiveHub,
    metrics: ProgramMetrics,
    sourceFor: SourceFor = (path) => ({ kind: "device", path }),
  ) {
    this.#lines = linesEnabled(store).map((line, index) => {
      const count = (result: string) => metrics.frames.add({ line: String(index + 1), result });
      const dialect = storedDialect(line.dialect);
      const tracker = new CallTracker(store, line.id, dialect.timings);
      const supervisor = new LineSupervisor({ source: sourceFor(line.device), dialect }, {
        onFrame: (frame) => {
          const calls = this.#kept("a frame", () => tracker.handle(frame));
          if (calls === null) return count("failed"); // no ACK: the switch keeps it, and sends it again
          supervisor.stored(frame.seq);
          count(frame.event === null ? "ignored" : "accepted");
          metrics.acknowledgement.observe(Math.max(0, Date.now() - frame.at) / 1000);
          this.#tell(calls);
        },
        onRejected: (rejection) => {
          count("rejected");
          this.#kept("rejected bytes", () => tracker.reject(rejection));
        },
        onStatus: () => hub.publish((person) => lineEventFor(person, this)),
      });
      return { tracker, supervisor, dialect };
    });
  }

  /** Closes the calls that ended while nobody listened, and opens the lines. */
  start(): void {
    this.#lapse();
    this.#timer = setInterval(() => this.#lapse(), LAPSE_EVERY_MS);
    for (const { supervisor } of this.#lines) supervisor.start();
  }

  /** Within a second. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#lines.map(({ supervisor }) => supervisor.stop()));
  }

  status(): readonly LineStatus[] {
    return this.#lines.map(({ supervisor }) => supervisor.status);
  }

  /** On the line that has this extension, an open one if there are several. */
  dial(extension: string, digits: string): Promise<DialResult> {
    const having = this.#lines.filter(({ dialect }) => dialect.extensions.includes(extension));
    const line = having.find(({ supervisor }) => supervisor.status.state === "open") ?? having[0];
    return line?.supervisor.dial(extension, digits) ?? Promise.resolve("line_down");
  }

  #lapse(): void {
    for (const { tracker } of this.#lines) {
      const calls = this.#kept("the end of forgotten calls", () => tracker.lapse(Date.now()));
      if (calls !== null) this.#tell(calls);
    }
  }

  #tell(calls: readonly Call[]): void {
    for (const call of calls) this.hub.publish((person) => callNewsFor(person, call));
    if (calls.length > 0) this.#tellMissed();
  }

  /** Any call may have made a missed caller or settled one. */
  #tellMissed(): void {
    const count = missedCount(this.store);
    if (count === this.#missed) return;
    this.#missed = count;
    this.hub.publish(() => ({ name: "missed", data: { count } }));
  }

  /** What `work` returns, or null where the disk refused it: a full disk stops no line. */
  #kept<T>(what: string, work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      log.error("{what} could not be stored and is not acknowledged: {error}", { what, error });
      return null;
    }
  }
}
