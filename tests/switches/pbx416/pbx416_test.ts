import assert from "node:assert/strict";
import type { LineStatus } from "../../../lib/switches/line_status.ts";
import { makePseudoTerminal } from "../../../lib/switches/serial/pseudo_terminal.ts";
import { libc } from "../../../lib/base/posix/libc.ts";
import type { Port } from "../../../lib/switches/serial/port.ts";
import { Pbx416 } from "../../../lib/switches/pbx416/pbx416.ts";
import type { NumberedReport, RejectedBytes } from "../../../lib/switches/switch.ts";
import { ACK, NAK } from "../../../lib/switches/pbx416/frames/control_bytes.ts";
import { DIALECT_416 } from "../../../lib/switches/pbx416/dialect/dialect_416.ts";
import { encodeDialRequest } from "../../../lib/switches/pbx416/frames/dial_request.ts";
import { encodeFrame } from "../../../lib/switches/pbx416/frames/encode.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";
import { until } from "../../support/wait.ts";
import { lacks } from "../../support/needs.ts";

const RING = encodeFrame(DIALECT_416, "C", "10212345678");

// Opened here, since it stays open, which the first test would be blamed for.
if (Deno.build.os !== "windows") libc();

/** A line on a pseudo-terminal behind a link that can be pulled and put back. */
class TestLine implements AsyncDisposable {
  readonly frames: NumberedReport[] = [];
  readonly rejections: RejectedBytes[] = [];
  readonly statuses: LineStatus[] = [];
  readonly theSwitch: Pbx416;
  master: Port;

  constructor(readonly folder: string) {
    this.master = this.plug();
    this.theSwitch = new Pbx416({ kind: "device", path: this.path }, DIALECT_416);
    this.theSwitch.start({
      onReport: (report) => this.frames.push(report),
      onRejected: (rejection) => this.rejections.push(rejection),
      onStatus: (status) => this.statuses.push(status),
    });
  }

  get path(): string {
    return `${this.folder}/ttyPBX`;
  }

  plug(): Port {
    const { path, master } = makePseudoTerminal();
    Deno.symlinkSync(path, this.path);
    return this.master = master;
  }

  unplug(): void {
    Deno.removeSync(this.path);
    this.master.close();
  }

  becomes(state: LineStatus["state"]): Promise<unknown> {
    return until(() => this.theSwitch.status.state === state, 20_000, `the line is ${state}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.theSwitch.stop();
    this.master.close();
  }
}

const IDLE = { onTrunk: () => null, all: () => [], unused: (prefix: string) => `${prefix}1` };
const eventsOf = (report: NumberedReport) => report.events?.(IDLE) ?? [];

/** `body` gets a line that is not waited for. */
function test(name: string, body: (line: TestLine) => Promise<void>): void {
  Deno.test({
    name,
    ignore: lacks("posix"),
    fn: async () => {
      await using folder = await temporaryFolder();
      await using line = new TestLine(folder.path);
      await body(line);
    },
  });
}

test("a line opens, tells its frames, and answers them when they are stored", async (line) => {
  await line.becomes("open");
  assert.equal(line.theSwitch.status.settings, "9600 8N1");
  assert.equal(line.theSwitch.status.device, line.path);
  const sentAt = Date.now();
  line.master.write(RING);
  const frame = await until(() => line.frames[0]);
  assert.equal(eventsOf(frame)[0]?.type, "Delivered");
  assert.ok(Math.abs(frame.at - sentAt) < 1000, `${frame.at} is not about ${sentAt}`);
  assert.equal((await line.master.read(20)).length, 0, "no answer before it is stored");
  line.theSwitch.stored(frame.seq);
  assert.deepEqual([...await line.master.read(5000)], [ACK]);
});

test("a spoilt frame is answered with NAK, and told with the reason", async (line) => {
  await line.becomes("open");
  line.master.write(RING.with(-1, 0));
  assert.deepEqual([...await line.master.read(5000)], [NAK]);
  const rejection = await until(() => line.rejections[0]);
  assert.match(rejection.reason, /BCC/);
});

test("a line that is pulled and put back is open again at once", async (line) => {
  await line.becomes("open");
  line.unplug();
  await line.becomes("fault");
  assert.equal(line.theSwitch.status.code, "unplugged");
  await until(() => line.theSwitch.status.code === "not_found");
  line.plug();
  const putBackAt = performance.now();
  await line.becomes("open");
  const tookMs = performance.now() - putBackAt;
  assert.ok(tookMs < 3000, `${tookMs} ms`);
  line.master.write(RING);
  line.theSwitch.stored((await until(() => line.frames[0])).seq);
  assert.deepEqual([...await line.master.read(5000)], [ACK]);
});

test("a missing device is told once, not at every try", async (line) => {
  await line.becomes("open");
  line.unplug();
  await until(() => line.theSwitch.status.code === "not_found");
  const told = line.statuses.length;
  const { since } = line.theSwitch.status;
  await until(() => Date.now() - since > 300);
  assert.equal(line.statuses.length, told);
});

test("a device that is in use is a fault that says so", async (line) => {
  await line.becomes("open");
  const second = new Pbx416({ kind: "device", path: line.path }, DIALECT_416);
  second.start({ onReport: () => {}, onRejected: () => {}, onStatus: () => {} });
  await until(() => second.status.state === "fault");
  assert.equal(second.status.code, "in_use");
  await second.stop();
});

test("a dial request goes out while the line is idle, and comes to an end", async (line) => {
  const dial = { command: "dial", device: "202", digits: "01012345678" } as const;
  await line.becomes("open");
  const result = line.theSwitch.perform(dial);
  const request = encodeDialRequest(DIALECT_416, "202", "01012345678");
  assert.deepEqual([...await line.master.read(5000)], [...request]);
  line.master.write(Uint8Array.of(ACK));
  assert.deepEqual(await result, { outcome: "done" });
});

test("a line that is stopped is closed, free, and silent", async (line) => {
  await line.becomes("open");
  const dialled = line.theSwitch.perform({ command: "dial", device: "202", digits: "0101" });
  const stoppedAt = performance.now();
  await line.theSwitch.stop();
  assert.ok(performance.now() - stoppedAt < 1000);
  assert.equal((await dialled).outcome, "switch_down");
  assert.equal(line.theSwitch.status.state, "stopped");
  line.master.write(RING);
  line.theSwitch.stored(1);
  await line.theSwitch.stop();
  assert.deepEqual(line.frames, []);
});
