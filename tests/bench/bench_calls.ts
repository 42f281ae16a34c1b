import { ok } from "node:assert/strict";
import type { PseudoTerminal } from "../../lib/switches/serial/pseudo_terminal.ts";
import { DIALECTS } from "../../lib/switches/pbx416/dialect/dialect.ts";
import { encodeFrame } from "../../lib/switches/pbx416/frames/encode.ts";
import type { EventClient } from "./event_client.ts";

const ACK = 0x06;
const ACK_WAIT_MS = 20_000;
const dialect = DIALECTS["416"]!;

/** A call after the other, each a frame that begins it and one that ends it, and a browser that listens. */
export class BenchCalls {
  #count = 0;

  constructor(private readonly terminal: PseudoTerminal, private readonly stream: EventClient) {}

  /** Sends the next frame; how long it took from its last byte to `event: call` and to the ACK, in ms. */
  async frame(): Promise<{ readonly event: number; readonly ack: number }> {
    const number = `01000${String(this.#count).padStart(6, "0")}`;
    const frame = this.#count++ % 2 === 0
      ? encodeFrame(dialect, "c", `1202${number}`)
      : encodeFrame(dialect, "F", "1");
    const seen = this.stream.seen("event: call");
    const start = performance.now();
    this.terminal.master.write(frame);
    const [event, ack] = await Promise.all([seen, this.#acknowledged()]);
    return { event: event - start, ack: ack - start };
  }

  async #acknowledged(): Promise<number> {
    const answer = await this.terminal.master.read(ACK_WAIT_MS);
    ok(answer[0] === ACK, `expected ACK, got ${answer}`);
    return performance.now();
  }
}
