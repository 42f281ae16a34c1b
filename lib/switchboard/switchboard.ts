import { getLogger } from "@logtape/logtape";
import { guarded } from "../base/guarded.ts";
import { every } from "../base/keep.ts";
import type { Telephony } from "../desk/telephony/telephony.ts";
import type { CommandName, CommandOutcome, SwitchCommand } from "../domain/call_command.ts";
import type { Phone } from "../domain/extension.ts";
import type { Store } from "../store/database.ts";
import { lineSettings } from "../store/line_settings.ts";
import { type Line, linesEnabled } from "../store/lines.ts";
import type { LineStatus } from "../switches/line_status.ts";
import type { SwitchboardListener, WorkingLine } from "./line_at_work.ts";
import { CLOSED_LINE_LIMITS } from "./lapse.ts";
import { CallTracker } from "./tracker.ts";

const log = getLogger(["belltower", "switchboard"]);

/** How often calls that their switch has forgotten are looked for. */
const LAPSE_EVERY_MS = 5000;

const NO_LINE: CommandOutcome = {
  outcome: "switch_down",
  reason: "no line of the office that is at work has this telephone",
};

/** A line that is to be open, not started. Throws DialectError for a stored dialect that is none. */
export interface LineFor {
  (line: Line): WorkingLine;
}

/** The switches of the office at work: opens and closes their lines, carries commands to them, ends what they forgot. */
export class Switchboard implements Telephony {
  /** In the order in which the database has them. */
  #lines: readonly WorkingLine[];
  readonly #stopping = new AbortController();
  /** One change of the lines at a time. */
  #changing: Promise<void> = Promise.resolve();

  /** Reads which lines there are; `start` opens them. Throws DialectError for a stored dialect that is none. */
  constructor(
    private readonly store: Store,
    private readonly listener: Pick<SwitchboardListener, "onEvents" | "onLines">,
    private readonly lineFor: LineFor,
  ) {
    this.#lines = linesEnabled(store).map(lineFor);
  }

  /** Ends the calls that were over while nobody listened, and opens the lines. */
  start(): void {
    guarded("the end of calls that are over", () => this.#lapse(), null);
    const { signal } = this.#stopping;
    every(LAPSE_EVERY_MS, "the end of forgotten calls", () => this.#lapse(), signal);
    for (const line of this.#lines) start(line);
  }

  /** Within a second; conversations go on. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#changing.catch(() => undefined);
    await Promise.all(this.#lines.map((line) => line.stop()));
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

  status(): readonly LineStatus[] {
    return this.#lines.map(({ status }) => status);
  }

  /** Null for a line that is not to be open. */
  statusOf(lineId: number): LineStatus | null {
    return this.#line(lineId)?.status ?? null;
  }

  /** What may be asked of this line's switch; nothing of a line that is not to be open. */
  commandsOf(lineId: number): ReadonlySet<CommandName> {
    return this.#line(lineId)?.capabilities.commands ?? new Set();
  }

  /** Whether an open line has this telephone, and dials for it. */
  reaches(phone: Phone): boolean {
    return this.#dialling(phone).some(isOpen);
  }

  /** Has the telephone ring, and then dial `digits`: on the line that has it, an open one if there are several. */
  dial(phone: Phone, digits: string): Promise<CommandOutcome> {
    const lines = this.#dialling(phone);
    const line = lines.find(isOpen) ?? lines[0];
    return line?.perform({ command: "dial", device: phone.number, digits }) ??
      Promise.resolve(NO_LINE);
  }

  /** Carries a command to the switch of this line. Never rejects. */
  perform(lineId: number, command: SwitchCommand): Promise<CommandOutcome> {
    return this.#line(lineId)?.perform(command) ?? Promise.resolve(NO_LINE);
  }

  async #reload(): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    const wanted = linesEnabled(this.store);
    const goesOn = (line: Line) => this.#lines.find((known) => isSame(known.line, line));
    const next = wanted.map((line) => goesOn(line) ?? this.lineFor(line));
    const gone = this.#lines.filter((known) => !next.includes(known));
    const added = next.filter((line) => !this.#lines.includes(line));
    await Promise.all(gone.map((line) => line.stop()));
    this.#lines = next;
    for (const line of added) start(line);
    this.listener.onLines();
  }

  #line(id: number): WorkingLine | undefined {
    return this.#lines.find(({ line }) => line.id === id);
  }

  #dialling({ number, lines }: Phone): WorkingLine[] {
    return this.#lines.filter(({ line, capabilities }) =>
      lines.includes(line.id) && capabilities.commands.has("dial") &&
      (capabilities.telephones?.has(number) ?? true)
    );
  }

  /** Also on lines that were closed while somebody talked: nobody else would ever end those calls. */
  #lapse(): void {
    const working = new Map(this.#lines.map(({ line, lapse }) => [line.id, lapse]));
    for (const { id } of lineSettings(this.store)) {
      const limits = working.has(id) ? working.get(id)! : CLOSED_LINE_LIMITS;
      const over = new CallTracker(this.store, id, limits).lapse(Date.now());
      if (over.length > 0) this.listener.onEvents();
    }
  }
}

/** A line that does not start leaves the others alone. */
function start(line: WorkingLine): void {
  try {
    line.start();
  } catch (error) {
    log.error("Line {line} does not start: {error}", { line: line.line.id, error });
  }
}

function isOpen({ status }: WorkingLine): boolean {
  return status.state === "open";
}

/** A new name makes no other line. */
function isSame(one: Line, other: Line): boolean {
  return one.id === other.id && one.device === other.device && one.dialect === other.dialect;
}
