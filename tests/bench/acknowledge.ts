import type { Port } from "../../lib/switches/serial/port.ts";
import { openSerialDevice } from "../../lib/switches/serial/posix/serial_device.ts";
import { makePseudoTerminal } from "../../lib/switches/serial/pseudo_terminal.ts";
import { Pbx416 } from "../../lib/switches/pbx416/pbx416.ts";
import { DIALECT_416 } from "../../lib/switches/pbx416/dialect/dialect_416.ts";
import { encodeFrame } from "../../lib/switches/pbx416/frames/encode.ts";
import { until } from "../support/wait.ts";
import { median, percentile, type Row } from "./row.ts";

const WARM_UP = 200;
const FRAMES = 2000;
const RING = encodeFrame(DIALECT_416, "C", "10212345678");

/**
 * How long the switch waits for its ACK when storing takes no time: bytes -> frame -> report -> ACK. The floor is the same terminal, answered in the thread that reads it.
 */
export async function bench(): Promise<Row[]> {
  const floor = await answeredAtOnce();
  const line = await answeredByLine();
  return [{
    name: "frame to ACK, without the store",
    median: median(line),
    p99: percentile(line, 99),
    unit: "ms",
    floor: median(floor),
    ratio: median(line) / median(floor),
  }];
}

async function answeredByLine(): Promise<number[]> {
  const { path, master } = makePseudoTerminal();
  const line = new Pbx416({ kind: "device", path }, DIALECT_416);
  line.start({
    onReport: ({ seq }) => line.stored(seq),
    onRejected: () => {},
    onStatus: () => {},
  });
  await until(() => line.status.state === "open", 20_000);
  const times = await askFor(master);
  await line.stop();
  master.close();
  return times;
}

async function answeredAtOnce(): Promise<number[]> {
  const { path, master } = makePseudoTerminal();
  const { port } = openSerialDevice(path, DIALECT_416.serial);
  const answering = (async () => {
    for (let frames = 0; frames < WARM_UP + FRAMES; frames++) {
      await port.read(5000);
      port.write(Uint8Array.of(6));
    }
  })();
  const times = await askFor(master);
  await answering;
  port.close();
  master.close();
  return times;
}

/** The times from a frame to its answer, in ms, one after the other. */
async function askFor(master: Port): Promise<number[]> {
  const times: number[] = [];
  for (let frames = 0; frames < WARM_UP + FRAMES; frames++) {
    const sentAt = performance.now();
    master.write(RING);
    await master.read(5000);
    if (frames >= WARM_UP) times.push(performance.now() - sentAt);
  }
  return times;
}
