import { getLogger } from "@logtape/logtape";
import { guarded } from "../base/guarded.ts";
import { every } from "../base/keep.ts";
import { CallTracker } from "../switchboard/tracker.ts";
import type { Call } from "../domain/call.ts";
import type { LineStatus } from "../switches/line_status.ts";
import type { LineSource } from "../switches/serial/line_source.ts";
import type { PortInfo } from "../switches/serial/port_info.ts";
import { listPorts } from "../switches/serial/ports.ts";
import { VIRTUAL_DEVICE } from "../switches/virtual_pbx/virtual_device.ts";
import { type DialResult, LineSupervisor } from "../switches/pbx416/supervisor.ts";
import { BOARD_CHANGED, callNews, frameEventFor } from "../live/call_audience.ts";
import type { LiveHub } from "../live/hub.ts";
import { type Dialect, DIALECTS } from "../switches/pbx416/dialect/dialect.ts";
import { storedDialect } from "../switches/pbx416/dialect/stored_dialect.ts";
import type { ProgramMetrics } from "../metrics/program_metrics.ts";
import type { Store } from "../store/database.ts";
import { ownersOn } from "../store/extension_at.ts";
import { missedCount } from "../store/missed.ts";
import { lineSettings } from "../store/line_settings.ts";
import { type Line, linesEnabled } from "../store/lines.ts";
import type { DialPhone, HealthSource, LineStatusSource } from "../web/deps.ts";
import { lineEventFor } from "../web/present/line_view.ts";
import { Intake } from "../switchboard/intake.ts";
import { TrialPbx } from "../switchboard/trial_pbx.ts";

const log = getLogger(["belltower", "server"]);

/** How often calls that the wire has forgotten are looked for. */
const LAPSE_EVERY_MS = 5000;

/** How long a call goes on of a line that is not open: its dialect is not asked, it may be the reason. */
const CLOSED_LINE_LIMITS = DIALECTS["416"]!.timings;

interface WorkingLine {
  /** What the database said of it when it was opened. */
  readonly line: Line;
  readonly tracker: CallTracker;
  readonly supervisor: LineSupervisor;
  readonly intake: Intake;
  readonly dialect: Dialect;
  /** The PBX of a line that has none of its own: it lives as long as the line is open. */
  readonly trial: TrialPbx | null;
}

/** Where the bytes of a device's line come from; null where a virtual PBX is started for it. */
export interface SourceFor {
  (device: string): LineSource | null;
}

const fromDevice: SourceFor = (path) => path === VIRTUAL_DEVICE ? null : { kind: "device", path };

/**
 * The lines at work: frames come in, are committed with what they change, then acknowledged, then told. This
 * order is the program's promise, and this is the one place where it stands.
 */
export class Lines implements LineStatusSource {
  /** In the order in which the database has them. */
  #lines: readonly WorkingLine[];
  /** How many missed callers wait, as it was told last. */
  #missed = -1;
  readonly #stopping = new AbortController();
  /** One change of the lines at a time. */
  #changing: Promise<void> = Promise.resolve();

  /** Reads which lines there are; `start` opens them. Throws DialectError for a stored dialect that is none. */
  constructor(
    private readonly store: Store,
    private readonly hub: LiveHub,
    private readonly metrics: ProgramMetrics,
    private readonly health: HealthSource,
    private readonly sourceFor: SourceFor = fromDevice,
  ) {
    this.#lines = linesEnabled(store).map((line) => this.#working(line));
  }

  #working(line: Line): WorkingLine {
    const { metrics } = this;
    const count = (result: string) => metrics.frames.add({ line: String(line.id), result });
    const dialect = storedDialect(line.dialect);
    const tracker = new CallTracker(this.store, line.id, dialect.timings);
    const found = this.sourceFor(line.device);
    const trial = found === null ? new TrialPbx(this.store, line.id, dialect) : null;
    const source = found ?? { kind: "device" as const, path: line.device };
    const supervisor = new LineSupervisor({ source, dialect }, {
      onFrame: (frame) => intake.take(frame),
      onRejected: (rejection) => {
        count("rejected");
        this.store.late.note({
          what: `${rejection.bytes.length} bytes of line ${line.id} that were no frame`,
          write: () => {
            tracker.reject(rejection);
            this.#tellFrame(line);
          },
        });
      },
      onStatus: () => this.#tellStatus(),
    });
    const intake = new Intake({
      tracker,
      answerWithinMs: dialect.timings.ackTimeoutMs,
      onStored: (frame, calls) => {
        supervisor.stored(frame.seq);
        count(frame.event === null ? "ignored" : "accepted");
        metrics.acknowledgement.observe(Math.max(0, Date.now() - frame.at) / 1000);
        this.#tell(calls);
        this.#tellFrame(line);
      },
      onRefused: () => count("failed"),
    });
    return { line, tracker, supervisor, intake, dialect, trial };
  }

  async #open({ line, supervisor, dialect, trial }: WorkingLine): Promise<void> {
    try {
      if (trial === null) return supervisor.start();
      const source = await trial.start();
      await supervisor.restart({ source, dialect });
    } catch (error) {
      log.error("Line {line} does not start: {error}", { line: line.id, error });
    }
  }

  async #close({ supervisor, intake, trial }: WorkingLine): Promise<void> {
    // The PBX first: one that is only just starting would open the line behind its end.
    await trial?.stop();
    await supervisor.stop();
    intake.stop();
  }

  /** Closes the calls that ended while nobody listened, and opens the lines. */
  start(): void {
    guarded("the end of calls that are over", () => this.#lapse(), null);
    const { signal } = this.#stopping;
    every(LAPSE_EVERY_MS, "the end of forgotten calls", () => this.#lapse(), signal);
    for (const line of this.#lines) void this.#open(line);
  }

  /** Within a second. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#changing;
    await Promise.all(this.#lines.map((line) => this.#close(line)));
  }

  /**
   * Takes over what the database says of the lines now, while calls run: a line that is the same goes on, one
   * that is other or new is opened, one that is not to be open is closed. Nothing acknowledged is lost by it: what
   * the switch was telling at that moment it tells again. Settles when the lines that changed are closed and
   * being opened, within a second each. Rejects with DialectError for a stored dialect that is none.
   */
  reload(): Promise<void> {
    const change = this.#changing.then(() => this.#reload());
    this.#changing = change.catch(() => undefined); // the caller hears of it; the next change goes ahead
    return change;
  }

  async #reload(): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    const wanted = linesEnabled(this.store);
    const goesOn = (line: Line) => this.#lines.find((known) => isSame(known.line, line));
    const next = wanted.map((line) => goesOn(line) ?? this.#working(line));
    const gone = this.#lines.filter((known) => !next.includes(known));
    const added = next.filter((line) => !this.#lines.includes(line));
    await Promise.all(gone.map((line) => this.#close(line)));
    this.#lines = next;
    await Promise.all(added.map((line) => this.#open(line)));
    this.#tellStatus();
    this.hub.publish(() => BOARD_CHANGED);
  }

  status(): readonly LineStatus[] {
    return this.#lines.map(({ supervisor }) => supervisor.status);
  }

  statusOf(lineId: number): LineStatus | null {
    return this.#lines.find(({ line }) => line.id === lineId)?.supervisor.status ?? null;
  }

  ports(): readonly PortInfo[] {
    return listPorts();
  }

  reaches(phone: DialPhone): boolean {
    return this.#having(phone).some(isOpen);
  }

  /** On the line that has this telephone, an open one if there are several. */
  dial(phone: DialPhone, digits: string): Promise<DialResult> {
    const having = this.#having(phone);
    const line = having.find(isOpen) ?? having[0];
    return line?.supervisor.dial(phone.number, digits) ?? Promise.resolve("line_down");
  }

  #having({ number, lines }: DialPhone): WorkingLine[] {
    return this.#lines.filter(({ line, dialect }) =>
      lines.includes(line.id) && dialect.extensions.includes(number)
    );
  }

  /** Also on lines that were closed while somebody talked: nobody else would ever end those calls. */
  #lapse(): void {
    const working = new Map(this.#lines.map(({ line, tracker }) => [line.id, tracker]));
    for (const { id } of lineSettings(this.store)) {
      const tracker = working.get(id) ?? new CallTracker(this.store, id, CLOSED_LINE_LIMITS);
      this.#tell(tracker.lapse(Date.now()));
    }
  }

  #tellStatus(): void {
    const { health } = this;
    this.hub.publish((person) => lineEventFor(person, { lines: this, health }));
  }

  #tellFrame({ id }: Line): void {
    this.hub.publish((person) => frameEventFor(person, id));
  }

  #tell(calls: readonly Call[]): void {
    if (calls.length === 0) return;
    for (const call of calls) this.hub.publish(callNews(call, ownersOn(this.store, call)));
    guarded("the number of missed callers", () => this.#tellMissed(), null);
  }

  /** Any call may have made a missed caller or settled one. */
  #tellMissed(): void {
    const count = missedCount(this.store);
    if (count === this.#missed) return;
    this.#missed = count;
    this.hub.publish(() => ({ name: "missed", data: { count } }));
  }
}

function isOpen({ supervisor }: WorkingLine): boolean {
  return supervisor.status.state === "open";
}

/** A new name makes no other line. */
function isSame(one: Line, other: Line): boolean {
  return one.id === other.id && one.device === other.device && one.dialect === other.dialect;
}
