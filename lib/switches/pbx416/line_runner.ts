import { IntakePace } from "../serial/intake_pace.ts";
import type { LineSource } from "../serial/line_source.ts";
import type { Dialect } from "./dialect/dialect.ts";
import { Link, type LinkAction } from "./link/link.ts";
import type { LineEvent } from "./link/line_event.ts";
import { type OpenedPort, openPort } from "../serial/open_port.ts";
import { PortError } from "../serial/port.ts";
import { PortDriver } from "../serial/port_driver.ts";
import type { DescriptorCell } from "../serial/posix/descriptor_cell.ts";
import { retryDelay } from "../serial/retry_delay.ts";
import { timeOfDay } from "../../base/time_of_day.ts";

/** A device that stays open for so long works, even if nothing is heard from it. */
const STEADY_MS = 5000;

export interface LineRunnerOptions {
  readonly source: LineSource;
  readonly dialect: Dialect;
  /** Keeps the open device for whoever ends this thread. */
  readonly cell: DescriptorCell;
}

/**
 * Opens the line's device, runs the link on it, and opens it again whenever it goes away. What the link's
 * clock is: the monotonic one, since somebody sets the other; what it tells is in time of day.
 */
export class LineRunner {
  readonly #options: LineRunnerOptions;
  readonly #link: Link;
  readonly #tell: (event: LineEvent) => void;
  #driver: PortDriver<LinkAction> | null = null;
  readonly #pace: IntakePace;
  #stopped = false;
  #endPause: () => void = () => {};
  /** Since when nothing has worked. */
  #troubleSince = performance.now();
  #downSince: number | null = null;
  #heard = false;
  #faultTold: string | null = null;

  constructor(options: LineRunnerOptions, tell: (event: LineEvent) => void) {
    this.#options = options;
    this.#link = new Link(options.dialect);
    this.#tell = tell;
    this.#pace = new IntakePace(options.dialect.serial.baudRate);
  }

  /** Resolves after `stop`, with the device closed. Throws for nothing that a device can do. */
  async run(): Promise<void> {
    while (!this.#stopped) {
      const opened = this.#open();
      if (opened !== null) await this.#serve(opened);
      if (!this.#stopped) await this.#pause(retryDelay(performance.now() - this.#troubleSince));
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#driver?.close();
    this.#endPause();
  }

  stored(seq: number): void {
    this.#do(this.#link.stored(seq, performance.now()));
  }

  dial(request: number, extension: string, digits: string): void {
    this.#do(this.#link.dial(request, extension, digits, performance.now()));
  }

  #open(): OpenedPort | null {
    try {
      return openPort(this.#options.source, this.#options.dialect.serial, this.#options.cell);
    } catch (error) {
      if (!(error instanceof PortError)) throw error;
      this.#tellFault(error);
      return null;
    }
  }

  /** Returns when the port is closed: it comes first, then the next try to open it. */
  async #serve({ port, waiting }: OpenedPort): Promise<void> {
    const openedAt = performance.now();
    this.#heard = false;
    this.#faultTold = null;
    this.#link.opened(openedAt, this.#downSince, waiting);
    this.#driver = new PortDriver(port, this.#link, (action) => this.#perform(action), this.#pace);
    this.#tell({ type: "opened", settings: port.settings });
    const failure = await this.#driver.run();
    const lostAt = performance.now();
    this.#driver = null;
    this.#downSince = lostAt;
    if (this.#heard || lostAt - openedAt >= STEADY_MS) this.#troubleSince = lostAt;
    for (const action of this.#link.lost(lostAt)) this.#perform(action);
    if (!this.#stopped) this.#tellFault(failure);
  }

  /** Without a device the link only tells. */
  #do(actions: readonly LinkAction[]): void {
    if (this.#driver !== null) this.#driver.do(actions);
    else for (const action of actions) this.#perform(action);
  }

  #perform(action: LinkAction): void {
    switch (action.type) {
      case "write":
        this.#driver?.write(action.bytes);
        break;
      case "frame":
        this.#heard = true;
        this.#tell({ ...action, at: timeOfDay(action.at) });
        break;
      case "rejected":
        this.#tell({ ...action, at: timeOfDay(action.at) });
        break;
      case "dialled":
        this.#tell(action);
        break;
      default:
        action satisfies never;
    }
  }

  /** A missing device is tried many times, and told once. */
  #tellFault({ code, message }: PortError): void {
    if (this.#faultTold === message) return;
    this.#faultTold = message;
    this.#tell({ type: "fault", code, text: message });
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
