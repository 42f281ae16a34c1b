import assert from "node:assert/strict";
import type { LineStatus } from "../../../lib/switches/line_status.ts";
import { makePseudoTerminal } from "../../../lib/switches/serial/pseudo_terminal.ts";
import { libc } from "../../../lib/base/posix/libc.ts";
import type { Port } from "../../../lib/switches/serial/port.ts";
import {
  type LineFrame,
  type LineRejection,
  LineSupervisor,
  type SupervisorOptions,
} from "../../../lib/switches/pbx416/supervisor.ts";
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
  readonly frames: LineFrame[] = [];
  readonly rejections: LineRejection[] = [];
  readonly statuses: LineStatus[] = [];
  readonly supervisor: LineSupervisor;
  master: Port;

  constructor(readonly folder: string, options: SupervisorOptions) {
    this.master = this.plug();
    this.supervisor = new LineSupervisor(
      { source: { kind: "device", path: this.path }, dialect: DIALECT_416 },
      {
        onFrame: (frame) => this.frames.push(frame),
        onRejected: (rejection) => this.rejections.push(rejection),
        onStatus: (status) => this.statuses.push(status),
      },
      options,
    );
    this.supervisor.start();
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
    // A worker loads slowly on a busy machine, where its types are checked first.
    return until(() => this.supervisor.status.state === state, 20_000, `the line is ${state}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.supervisor.stop();
    this.master.close();
  }
}

/** `body` gets a line that is not waited for. */
function test(
  name: string,
  body: (line: TestLine) => Promise<void>,
  options: SupervisorOptions = {},
): void {
  Deno.test({
    name,
    ignore: lacks("posix"),
    fn: async () => {
      await using folder = await temporaryFolder();
      await using line = new TestLine(folder.path, options);
      await body(line);
    },
  });
}

test("a line opens, tells its frames, and answers them when they are stored", async (line) => {
  await line.becomes("open");
  assert.equal(line.supervisor.status.settings, "9600 8N1");
  assert.equal(line.supervisor.status.device, line.path);
  const sentAt = Date.now();
  line.master.write(RING);
  const frame = await until(() => line.frames[0]);
  assert.equal(frame.event?.type, "Delivered");
  assert.ok(Math.abs(frame.at - sentAt) < 1000, `${frame.at} is not about ${sentAt}`);
  assert.equal((await line.master.read(20)).length, 0, "no answer before it is stored");
  line.supervisor.stored(frame.seq);
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
  assert.equal(line.supervisor.status.code, "unplugged");
  await until(() => line.supervisor.status.code === "not_found");
  line.plug();
  const putBackAt = performance.now();
  await line.becomes("open");
  const tookMs = performance.now() - putBackAt;
  assert.ok(tookMs < 3000, `${tookMs} ms`);
  line.master.write(RING);
  line.supervisor.stored((await until(() => line.frames[0])).seq);
  assert.deepEqual([...await line.master.read(5000)], [ACK]);
});

test("a missing device is told once, not at every try", async (line) => {
  await line.becomes("open");
  line.unplug();
  await until(() => line.supervisor.status.code === "not_found");
  const told = line.statuses.length;
  const { since } = line.supervisor.status;
  await until(() => Date.now() - since > 300);
  assert.equal(line.statuses.length, told);
});

test("a device that is in use is a fault that says so", async (line) => {
  await line.becomes("open");
  const second = new LineSupervisor(
    { source: { kind: "device", path: line.path }, dialect: DIALECT_416 },
    { onFrame: () => {}, onRejected: () => {}, onStatus: () => {} },
  );
  second.start();
  await until(() => second.status.state === "fault");
  assert.equal(second.status.code, "in_use");
  await second.stop();
});

test("a dial request goes out while the line is idle, and comes to an end", async (line) => {
  assert.equal(await line.supervisor.dial("202", "01012345678"), "line_down");
  await line.becomes("open");
  const result = line.supervisor.dial("202", "01012345678");
  const request = encodeDialRequest(DIALECT_416, "202", "01012345678");
  assert.deepEqual([...await line.master.read(5000)], [...request]);
  line.master.write(Uint8Array.of(ACK));
  assert.equal(await result, "accepted");
});

test("a line that is stopped is closed, free, and silent", async (line) => {
  await line.becomes("open");
  const dialled = line.supervisor.dial("202", "01012345678");
  const stoppedAt = performance.now();
  await line.supervisor.stop();
  assert.ok(performance.now() - stoppedAt < 1000);
  assert.equal(await dialled, "line_down");
  assert.equal(line.supervisor.status.state, "stopped");
  line.master.write(RING);
  line.supervisor.stored(1);
  await line.supervisor.stop();
  assert.deepEqual(line.frames, []);
});

test("a line takes other settings", async (line) => {
  await line.becomes("open");
  await line.supervisor.restart({
    source: { kind: "device", path: line.path },
    dialect: { ...DIALECT_416, serial: { ...DIALECT_416.serial, baudRate: 19200 } },
  });
  await line.becomes("open");
  assert.equal(line.supervisor.status.settings, "19200 8N1");
});

test("numbers of frames go on after a restart, so that no late answer fits", async (line) => {
  await line.becomes("open");
  line.master.write(RING);
  const before = await until(() => line.frames[0]);
  await line.supervisor.restart({
    source: { kind: "device", path: line.path },
    dialect: DIALECT_416,
  });
  await line.becomes("open");
  line.master.write(RING);
  const after = await until(() => line.frames[1]);
  assert.ok(after.seq > before.seq);
});

/** Workers that go wrong, the first so many of them; then the real one. */
function workersOf(bad: string, count: number): () => Worker {
  let started = 0;
  return () =>
    ++started > count
      ? new Worker(new URL("../../../lib/switches/pbx416/worker.ts", import.meta.url), {
        type: "module",
      })
      : new Worker(new URL(`./workers/${bad}.ts`, import.meta.url), { type: "module" });
}

test("a worker that throws at its start is started again, and the fault is shown", async (line) => {
  await line.becomes("open");
  const faults = line.statuses.filter(({ state }) => state === "fault");
  assert.deepEqual(faults.map(({ code }) => code), ["worker_failed", "worker_failed"]);
  assert.match(faults[0]?.text ?? "", /the line's worker failed: .*thrown at the start/);
}, { startWorker: workersOf("throwing", 2) });

test("a worker that dies with the device open leaves it free for the next", async (line) => {
  await line.becomes("fault");
  assert.match(line.supervisor.status.text ?? "", /died with the device open/);
  await line.becomes("open");
}, { startWorker: workersOf("dying", 1) });

test(
  "a worker that falls silent with the device open is ended, and another started",
  async (line) => {
    await line.becomes("open");
    await line.becomes("fault");
    assert.match(line.supervisor.status.text ?? "", /the line's worker said nothing for \d+ ms/);
    await line.becomes("open");
    line.master.write(RING);
    await until(() => line.frames[0]);
  },
  { startWorker: workersOf("silent", 1), silenceMs: 1500, checkEveryMs: 100 },
);

test("a worker that does not stop is ended, and its device is free", async (line) => {
  await line.becomes("open");
  const stoppedAt = performance.now();
  await line.supervisor.stop();
  assert.ok(performance.now() - stoppedAt < 1000);
  await line.supervisor.restart({
    source: { kind: "device", path: line.path },
    dialect: DIALECT_416,
  });
  await line.becomes("open");
}, { startWorker: workersOf("silent", 1) });
