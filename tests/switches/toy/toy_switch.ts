import type {
  CommandName,
  CommandOutcome,
  SwitchCommand,
} from "../../../lib/domain/call_command.ts";
import { eventsTo } from "../../../lib/domain/call_snapshot.ts";
import type { LineStatus } from "../../../lib/switches/line_status.ts";
import type {
  NumberedReport,
  Report,
  Switch,
  SwitchListener,
} from "../../../lib/switches/switch.ts";
import type { WhenAsked } from "../switch_contract.ts";
import type { ToyExchange } from "./toy_exchange.ts";

const COMMANDS: ReadonlySet<CommandName> = new Set(["dial", "answer", "hold", "retrieve", "clear"]);
const ANSWERS_WITHIN_MS = 200;

/** The driver of a toy exchange: another kind of switch than the 416, which tells connections and knows commands. */
export class ToySwitch implements Switch {
  readonly capabilities = { commands: COMMANDS, telephones: null };
  readonly answerWithinMs = ANSWERS_WITHIN_MS;
  /** Its snapshots end what is over. */
  readonly lapse = null;
  asked = 0;
  #state: LineStatus["state"] = "stopped";
  #listener: SwitchListener | null = null;
  #seq = 0;
  /** Told and not stored, the oldest first. */
  #pending: NumberedReport[] = [];
  #again: ReturnType<typeof setTimeout> | undefined;
  readonly #waiting = new Set<(outcome: CommandOutcome) => void>();

  constructor(readonly exchange: ToyExchange, readonly whenAsked: WhenAsked = "does") {}

  get status(): LineStatus {
    const fault = this.#state === "fault";
    return {
      ...{ state: this.#state, code: fault ? "unplugged" : null, text: fault ? "unplugged" : null },
      ...{ device: null, settings: null, since: 0 },
    };
  }

  start(listener: SwitchListener): void {
    this.#listener = listener;
    this.mend();
  }

  /** The exchange is there: what goes on in it, and then what happens. */
  mend(): void {
    this.exchange.listener = (event, at) => this.#tell({ at, events: () => [event], raw: null });
    this.#become("open");
    const pictures = this.exchange.pictures();
    this.#tell({ at: Date.now(), events: (live) => eventsTo(live.all(), pictures), raw: null });
  }

  /** What was told and not stored is in the next snapshot. */
  lose(state: "fault" | "stopped" = "fault"): void {
    this.exchange.listener = null;
    this.#pending = [];
    clearTimeout(this.#again);
    const reason = "the connection to the toy exchange broke";
    for (const end of this.#waiting) end({ outcome: "switch_down", reason });
    this.#become(state);
  }

  stored(seq: number): void {
    this.#pending = this.#pending.filter((report) => report.seq !== seq);
  }

  async perform(command: SwitchCommand): Promise<CommandOutcome> {
    const { command: name, device } = command;
    if (!COMMANDS.has(name)) {
      return { outcome: "unsupported", reason: `a toy exchange cannot ${name}` };
    }
    if (this.#state !== "open") {
      return { outcome: "switch_down", reason: `the toy exchange is ${this.#state}` };
    }
    this.asked++;
    if (this.whenAsked === "says nothing") return await this.#answer();
    const did = this.whenAsked === "does" && this.#does(name, device);
    return did
      ? { outcome: "done" }
      : { outcome: "refused", reason: `${device} cannot ${name} now` };
  }

  stop(): Promise<void> {
    this.lose("stopped");
    this.#listener = null;
    return Promise.resolve();
  }

  #does(name: CommandName, device: string): boolean {
    switch (name) {
      case "answer":
        return this.exchange.answers(device);
      case "hold":
        return this.exchange.holds(device);
      case "retrieve":
        return this.exchange.retrieves(device);
      case "clear":
        return this.exchange.ends(device);
      default:
        return true;
    }
  }

  async #answer(): Promise<CommandOutcome> {
    const { promise, resolve } = Promise.withResolvers<CommandOutcome>();
    this.#waiting.add(resolve);
    const reason = "the toy exchange did not answer";
    const limit = setTimeout(() => resolve({ outcome: "no_answer", reason }), ANSWERS_WITHIN_MS);
    try {
      return await promise;
    } finally {
      clearTimeout(limit);
      this.#waiting.delete(resolve);
    }
  }

  #tell(report: Report): void {
    const numbered = { ...report, seq: ++this.#seq };
    this.#pending.push(numbered);
    // In order: while an older one waits, it waits, too.
    if (this.#pending.length === 1) this.#send();
  }

  #send(): void {
    clearTimeout(this.#again);
    while (this.#pending.length > 0) {
      const first = this.#pending[0]!;
      this.#listener?.onReport(first);
      if (this.#pending[0] === first) {
        this.#pending[0] = { ...first, seq: ++this.#seq };
        this.#again = setTimeout(() => this.#send(), ANSWERS_WITHIN_MS);
        return;
      }
    }
  }

  #become(state: LineStatus["state"]): void {
    this.#state = state;
    this.#listener?.onStatus(this.status);
  }
}
