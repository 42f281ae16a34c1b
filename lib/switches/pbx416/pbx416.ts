import type { CommandOutcome, SwitchCommand } from "../../domain/call_command.ts";
import type { LineStatus } from "../line_status.ts";
import type { LineSource } from "../serial/line_source.ts";
import type { Capabilities, LapseLimits, Switch, SwitchListener } from "../switch.ts";
import type { Dialect } from "./dialect/dialect.ts";
import { reportOf } from "./report.ts";
import { type DialResult, LineSupervisor, type SupervisorOptions } from "./supervisor.ts";

const COMMANDS = new Set(["dial"] as const);

/** What is known of a 416 before its line is open. */
export function traitsOf(
  { timings, extensions }: Dialect,
): Pick<Pbx416, "capabilities" | "answerWithinMs" | "lapse"> {
  return {
    capabilities: { commands: COMMANDS, telephones: new Set(extensions) },
    answerWithinMs: timings.ackTimeoutMs,
    lapse: timings,
  };
}

/** A 416 PBX on a serial line, or whatever speaks one of its dialects. */
export class Pbx416 implements Switch {
  readonly capabilities: Capabilities;
  readonly answerWithinMs: number;
  readonly lapse: LapseLimits;
  #listener: SwitchListener | null = null;
  readonly #supervisor: LineSupervisor;

  constructor(source: LineSource, dialect: Dialect, options: SupervisorOptions = {}) {
    const { capabilities, answerWithinMs, lapse } = traitsOf(dialect);
    this.capabilities = capabilities;
    this.answerWithinMs = answerWithinMs;
    this.lapse = lapse;
    this.#supervisor = new LineSupervisor({ source, dialect }, {
      onFrame: (frame) => this.#listener?.onReport({ ...reportOf(frame), seq: frame.seq }),
      onRejected: (rejected) => this.#listener?.onRejected(rejected),
      onStatus: (status) => this.#listener?.onStatus(status),
    }, options);
  }

  get status(): LineStatus {
    return this.#supervisor.status;
  }

  start(listener: SwitchListener): void {
    this.#listener = listener;
    this.#supervisor.start();
  }

  stored(seq: number): void {
    this.#supervisor.stored(seq);
  }

  async perform(command: SwitchCommand): Promise<CommandOutcome> {
    if (command.command !== "dial") {
      return {
        outcome: "unsupported",
        reason: `a 416 cannot be told to ${command.command}: it can dial`,
      };
    }
    return outcomeOf(await this.#supervisor.dial(command.device, command.digits), this.status);
  }

  async stop(): Promise<void> {
    await this.#supervisor.stop();
    this.#listener = null;
  }
}

function outcomeOf(result: DialResult, { state, text }: LineStatus): CommandOutcome {
  switch (result) {
    case "accepted":
      return { outcome: "done" };
    case "refused":
      return { outcome: "refused", reason: "the switch, or its dialect, does not take the number" };
    case "no_answer":
      return { outcome: "no_answer", reason: "the switch did not answer the request" };
    case "line_down":
      return { outcome: "switch_down", reason: text ?? `the line is ${state}` };
    default:
      return result satisfies never;
  }
}
