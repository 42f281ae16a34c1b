import { ok } from "node:assert/strict";
import type { PseudoTerminal } from "../../lib/switches/serial/pseudo_terminal.ts";
import { DIALECTS } from "../../lib/switches/pbx416/dialect/dialect.ts";
import { encodeFrame } from "../../lib/switches/pbx416/frames/encode.ts";
import type { EventClient } from "./event_client.ts";

const ACK = 0x06;
const ACK_WAIT_MS = 20_000;
const dialect = DIALECTS["416"]!;

/** How many calls until one that nobody takes. */
const MISSED_EVERY = 10;

/** A call after the other, with a frame when it rings, is answered and ends, and a browser that listens. */
export class BenchCalls {
  #calls = 0;
  #rest: Uint8Array<ArrayBuffer>[] = [];

  constructor(private readonly terminal: PseudoTerminal, private readonly stream: EventClient) {}

  /** Sends the next frame; how long it took from its last byte to `event: call` and to the ACK, in ms. */
  async frame(): Promise<{ readonly event: number; readonly ack: number }> {
    const frame = this.#rest.shift() ?? this.#rings();
    const seen = this.stream.seen("event: call");
    const start = performance.now();
    this.terminal.master.write(frame);
    const [event, ack] = await Promise.all([seen, this.#acknowledged()]);
    return { event: event - start, ack: ack - start };
  }

  #rings(): Uint8Array<ArrayBuffer> {
    const number = `01000${String(this.#calls++).padStart(6, "0")}`;
    const [answered, ended] = [encodeFrame(dialect, "N", "1202"), encodeFrame(dialect, "F", "1")];
    this.#rest = this.#calls % MISSED_EVERY === 0 ? [ended] : [answered, ended];
    return encodeFrame(dialect, "c", `1202${number}`);
  }

  async #acknowledged(): Promise<number> {
    const answer = await this.terminal.master.read(ACK_WAIT_MS);
    ok(answer[0] === ACK, `expected ACK, got ${answer}`);
    return performance.now();
  }
}
