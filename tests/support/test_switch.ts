import type { CommandName, CommandOutcome, SwitchCommand } from "../../lib/domain/call_command.ts";
import type { CallEvent } from "../../lib/domain/call_event.ts";
import type { LineStatus } from "../../lib/switches/line_status.ts";
import type {
  Capabilities,
  LapseLimits,
  Report,
  Switch,
  SwitchListener,
} from "../../lib/switches/switch.ts";

export interface TestSwitchOptions {
  readonly commands?: readonly CommandName[];
  readonly lapse?: LapseLimits | null;
  readonly answerWithinMs?: number;
}

/** A switch in the process: tells what a test wants told, by itself or as a 416 would, and does what it is asked. */
export class TestSwitch implements Switch {
  readonly capabilities: Capabilities;
  readonly answerWithinMs: number;
  readonly lapse: LapseLimits | null;
  /** What it was asked, and did not have to refuse by itself. */
  readonly asked: SwitchCommand[] = [];
  /** What comes of being asked. */
  outcome: CommandOutcome = { outcome: "done" };
  state: LineStatus["state"] = "stopped";
  #listener: SwitchListener | null = null;
  #seq = 0;
  #stored = 0;

  constructor(options: TestSwitchOptions = {}) {
    const { commands = ["dial"], lapse = null, answerWithinMs = 2000 } = options;
    this.capabilities = { commands: new Set(commands), telephones: null };
    this.lapse = lapse;
    this.answerWithinMs = answerWithinMs;
  }

  get status(): LineStatus {
    return { state: this.state, code: null, text: null, device: null, settings: null, since: 0 };
  }

  start(listener: SwitchListener): void {
    this.#listener = listener;
    this.become("open");
  }

  stored(seq: number): void {
    this.#stored = Math.max(this.#stored, seq);
  }

  perform(command: SwitchCommand): Promise<CommandOutcome> {
    const { command: name } = command;
    if (!this.capabilities.commands.has(name)) {
      return Promise.resolve({ outcome: "unsupported", reason: `this switch does not ${name}` });
    }
    if (this.state !== "open") {
      return Promise.resolve({ outcome: "switch_down", reason: `the line is ${this.state}` });
    }
    this.asked.push(command);
    return Promise.resolve(this.outcome);
  }

  stop(): Promise<void> {
    this.become("stopped");
    this.#listener = null;
    return Promise.resolve();
  }

  become(state: LineStatus["state"]): void {
    this.state = state;
    this.#listener?.onStatus(this.status);
  }

  /** Whether it is on the disk when this returns. */
  tell(report: Report): boolean {
    const seq = ++this.#seq;
    this.#listener?.onReport({ ...report, seq });
    return this.#stored === seq;
  }

  /** The same of these events, which happened at `at`. */
  says(at: number, ...events: readonly CallEvent[]): boolean {
    return this.tell({ at, events: () => events, raw: null });
  }
}
