import { type Port, PortError } from "./port.ts";

/** Port.read promises no more than this at once. */
const READ_BYTES = 4096;
const NOTHING = new Uint8Array(0);

/** What goes over the channel: bytes, or null when this end is closed. A MessagePort alone does not tell that. */
type OnChannel = Uint8Array | null;

/**
 * A port over one end of a MessageChannel: the line without a device, for systems that have no
 * pseudo-terminals. Each end can be opened once; the other end may be in another worker.
 */
export class ChannelPort implements Port {
  readonly name = "in-process line";
  readonly settings = "no speed: in the process";
  readonly #port: MessagePort;
  readonly #arrived: Uint8Array[] = [];
  #wake: (() => void) | null = null;
  #failure: PortError | null = null;

  constructor(port: MessagePort) {
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent<OnChannel>) => this.#receive(data);
  }

  async read(waitMs: number): Promise<Uint8Array> {
    if (this.#arrived.length === 0 && this.#failure === null) await this.#arrival(waitMs);
    if (this.#failure?.code === "closed") throw this.#failure;
    const next = this.#arrived.shift();
    if (next === undefined) {
      if (this.#failure !== null) throw this.#failure;
      return NOTHING;
    }
    if (next.length > READ_BYTES) this.#arrived.unshift(next.subarray(READ_BYTES));
    return next.subarray(0, READ_BYTES);
  }

  write(bytes: Uint8Array): void {
    if (this.#failure !== null) throw this.#failure;
    if (bytes.length > 0) this.#port.postMessage(bytes);
  }

  close(): void {
    if (this.#failure?.code === "closed") return;
    if (this.#failure === null) this.#port.postMessage(null);
    this.#end(new PortError("closed", `${this.name} is closed`));
  }

  #receive(data: OnChannel): void {
    if (data === null) this.#end(new PortError("unplugged", `reading ${this.name}: it hung up`));
    else this.#arrived.push(data);
    this.#wake?.();
  }

  #end(failure: PortError): void {
    this.#failure = failure;
    this.#port.close();
    this.#wake?.();
  }

  #arrival(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#wake?.(), waitMs);
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = null;
        resolve();
      };
    });
  }
}
