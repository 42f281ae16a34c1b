import type { Port } from "../../../lib/switches/serial/port.ts";
import { ACK, NAK } from "../../../lib/switches/pbx416/frames/control_bytes.ts";
import { FrameDecoder } from "../../../lib/switches/pbx416/frames/decoder.ts";
import type { Dialect } from "../../../lib/switches/pbx416/dialect/dialect.ts";
import { encodeFrame } from "../../../lib/switches/pbx416/frames/encode.ts";
import type { Happening, RigOptions } from "../switch_contract.ts";

/** What a 416 says, on trunk 1. */
function frameOf(dialect: Dialect, what: Happening): Uint8Array {
  if (what === "answers") return encodeFrame(dialect, "N", "1202");
  if (what === "ends") return encodeFrame(dialect, "F", "1202");
  return encodeFrame(dialect, "c", `1202${what.rings ?? "P"}`);
}

/** The far end of a 416's wire: plays a script, each frame until it is acknowledged, and answers what it is asked. */
export class FarEnd {
  asked = 0;
  #port: Port | null = null;
  readonly #frames: Uint8Array[];

  constructor(private readonly dialect: Dialect, private readonly options: RigOptions) {
    this.#frames = options.script.map((what) => frameOf(dialect, what));
  }

  /** At this port from now on; ends when it is closed. */
  async at(port: Port): Promise<void> {
    this.#port = port;
    const decoder = new FrameDecoder(this.dialect);
    const { ackTimeoutMs, interByteMs } = this.dialect.timings;
    try {
      for (;;) {
        if (this.#frames.length > 0) port.write(this.#frames[0]!);
        const until = performance.now() + ackTimeoutMs;
        let isAnswered = false;
        while (!isAnswered && performance.now() < until) {
          const bytes = await port.read(interByteMs * 2);
          const readings = bytes.length === 0 ? [] : decoder.push(bytes, performance.now());
          for (const reading of readings) {
            if (reading.kind === "control") isAnswered = true;
            if (reading.kind === "control" && reading.control === "ack") this.#frames.shift();
            if (reading.kind === "frame") this.#answer(port);
          }
        }
      }
    } catch {
      // The port is closed, or its other end is.
    }
  }

  close(): void {
    this.#port?.close();
  }

  #answer(port: Port): void {
    this.asked++;
    if (this.options.whenAsked === "does") port.write(Uint8Array.of(ACK));
    if (this.options.whenAsked === "refuses") port.write(Uint8Array.of(NAK));
  }
}
