import { guarded } from "../../base/guarded.ts";
import type { CommandOutcome, SwitchCommand } from "../../domain/call_command.ts";
import type { LineStatus } from "../line_status.ts";
import type { LineSource } from "../serial/line_source.ts";
import { DescriptorCell } from "../serial/posix/descriptor_cell.ts";
import type { Capabilities, LapseLimits, Switch, SwitchListener } from "../switch.ts";
import type { Dialect } from "./dialect/dialect.ts";
import { LineRunner } from "./line_runner.ts";
import type { LineEvent } from "./link/line_event.ts";
import { reportOf } from "./report.ts";

type DialResult = Extract<LineEvent, { type: "dialled" }>["result"];

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

/**
 * A 416 PBX on a serial line, or whatever speaks one of its dialects. It reads and answers on the thread that made it.
 * `cell` keeps the open device, for whoever ends that thread.
 */
export class Pbx416 implements Switch {
  readonly capabilities: Capabilities;
  readonly answerWithinMs: number;
  readonly lapse: LapseLimits;
  readonly #runner: LineRunner;
  readonly #device: string | null;
  #listener: SwitchListener | null = null;
  #status: LineStatus;
  #ended: Promise<void> = Promise.resolve();
  #requests = 0;
  readonly #dials = new Map<number, (result: DialResult) => void>();

  constructor(source: LineSource, dialect: Dialect, cell: DescriptorCell = new DescriptorCell()) {
    const { capabilities, answerWithinMs, lapse } = traitsOf(dialect);
    this.capabilities = capabilities;
    this.answerWithinMs = answerWithinMs;
    this.lapse = lapse;
    this.#device = source.kind === "device" ? source.path : null;
    this.#status = this.#statusOf({ state: "stopped" });
    this.#runner = new LineRunner({ source, dialect, cell }, (event) => this.#hear(event));
  }

  get status(): LineStatus {
    return this.#status;
  }

  start(listener: SwitchListener): void {
    this.#listener = listener;
    this.#become({ state: "opening" });
    this.#ended = this.#runner.run();
  }

  stored(seq: number): void {
    this.#runner.stored(seq);
  }

  async perform(command: SwitchCommand): Promise<CommandOutcome> {
    if (command.command !== "dial") {
      return {
        outcome: "unsupported",
        reason: `a 416 cannot be told to ${command.command}: it can dial`,
      };
    }
    return outcomeOf(await this.#dial(command.device, command.digits), this.status);
  }

  async stop(): Promise<void> {
    this.#runner.stop();
    await this.#ended;
    for (const resolve of this.#dials.values()) resolve("line_down");
    this.#dials.clear();
    if (this.#status.state !== "stopped") this.#become({ state: "stopped" });
    this.#listener = null;
  }

  #dial(extension: string, digits: string): Promise<DialResult> {
    if (this.#status.state !== "open") return Promise.resolve("line_down");
    const { promise, resolve } = Promise.withResolvers<DialResult>();
    const request = ++this.#requests;
    this.#dials.set(request, resolve);
    this.#runner.dial(request, extension, digits);
    return promise;
  }

  #hear(event: LineEvent): void {
    switch (event.type) {
      case "opened":
        return this.#become({ state: "open", settings: event.settings });
      case "fault":
        return this.#become({ state: "fault", code: event.code, text: event.text });
      case "frame":
        return this.#tell((to) => to.onReport({ ...reportOf(event), seq: event.seq }));
      case "rejected":
        return this.#tell((to) => to.onRejected(event));
      case "dialled":
        this.#dials.get(event.request)?.(event.result);
        this.#dials.delete(event.request);
        return;
      default:
        event satisfies never;
    }
  }

  #become(change: Pick<LineStatus, "state"> & Partial<LineStatus>): void {
    this.#status = this.#statusOf(change);
    this.#tell((to) => to.onStatus(this.#status));
  }

  /** What fails in the listener is no fault of the line. */
  #tell(tell: (listener: SwitchListener) => void): void {
    const listener = this.#listener;
    if (listener !== null) guarded("what a line told", () => tell(listener), null);
  }

  #statusOf(change: Pick<LineStatus, "state"> & Partial<LineStatus>): LineStatus {
    return {
      ...{ code: null, text: null, settings: null, device: this.#device, since: Date.now() },
      ...change,
    };
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
