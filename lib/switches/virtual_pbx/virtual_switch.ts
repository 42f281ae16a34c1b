import { getLogger } from "@logtape/logtape";
import type { CommandOutcome, SwitchCommand } from "../../domain/call_command.ts";
import type { LineStatus } from "../line_status.ts";
import { Pbx416, traitsOf } from "../pbx416/pbx416.ts";
import type { DescriptorCell } from "../serial/posix/descriptor_cell.ts";
import type { Capabilities, LapseLimits, Switch, SwitchListener } from "../switch.ts";
import type { Play } from "./messages.ts";
import { VIRTUAL_DEVICE } from "./virtual_device.ts";
import { startVirtualPbx, type VirtualPbx, type VirtualPbxOptions } from "./virtual_pbx.ts";

const log = getLogger(["belltower", "line"]);

export interface VirtualSwitchOptions extends Omit<VirtualPbxOptions, "play"> {
  /** What happens there, asked for when it starts. */
  readonly play: () => Play;
  /** Keeps the open device of the link, for whoever ends this thread. */
  readonly cell?: DescriptorCell;
}

/** A virtual PBX with the link to it: calls come from `start` to `stop`. */
export class VirtualSwitch implements Switch {
  readonly capabilities: Capabilities;
  readonly answerWithinMs: number;
  readonly lapse: LapseLimits;
  readonly #options: VirtualSwitchOptions;
  #listener: SwitchListener | null = null;
  #pbx: Promise<VirtualPbx | null> = Promise.resolve(null);
  /** What reads the PBX; null where there is none yet. */
  #link: Pbx416 | null = null;
  #own: LineStatus = statusNow("stopped", null);

  constructor(options: VirtualSwitchOptions) {
    const { capabilities, answerWithinMs, lapse } = traitsOf(options.dialect);
    this.capabilities = capabilities;
    this.answerWithinMs = answerWithinMs;
    this.lapse = lapse;
    this.#options = options;
  }

  get status(): LineStatus {
    return this.#link?.status ?? this.#own;
  }

  start(listener: SwitchListener): void {
    this.#listener = listener;
    this.#become(statusNow("opening", null));
    this.#pbx = this.#opened();
  }

  stored(seq: number): void {
    this.#link?.stored(seq);
  }

  async perform(command: SwitchCommand): Promise<CommandOutcome> {
    const link = this.#link ?? new Pbx416({ kind: "device", path: "" }, this.#options.dialect);
    return await link.perform(command);
  }

  async stop(): Promise<void> {
    // The PBX first: one that is only just starting would open the link behind its end.
    await (await this.#pbx)?.stop();
    await this.#link?.stop();
    if (this.#link === null) this.#become(statusNow("stopped", null));
    this.#listener = null;
  }

  /** Null, and a fault, where the system gives it no line. */
  async #opened(): Promise<VirtualPbx | null> {
    const { play, dialect, cell, ...how } = this.#options;
    try {
      const pbx = await startVirtualPbx({ ...how, dialect, play: play() });
      this.#link = new Pbx416(pbx.source, dialect, cell);
      if (this.#listener !== null) this.#link.start(this.#listener);
      pbx.play();
      return pbx;
    } catch (error) {
      log.error("The virtual PBX does not start: {error}", { error });
      this.#become(statusNow("fault", `the virtual PBX does not start: ${error}`));
      return null;
    }
  }

  #become(status: LineStatus): void {
    this.#own = status;
    this.#listener?.onStatus(status);
  }
}

function statusNow(state: LineStatus["state"], text: string | null): LineStatus {
  const code = state === "fault" ? "worker_failed" : null;
  return { state, code, text, device: VIRTUAL_DEVICE, settings: null, since: Date.now() };
}
