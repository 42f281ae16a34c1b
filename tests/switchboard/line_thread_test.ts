import { equal, match, ok } from "node:assert/strict";
import type { Store } from "../../lib/store/database.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { ensureLine } from "../../lib/store/lines.ts";
import { newestFrames } from "../../lib/store/raw_frames.ts";
import type { Call } from "../../lib/domain/call.ts";
import { LineThread, type LineThreadOptions } from "../../lib/switchboard/line_thread.ts";
import { switchOf } from "../../lib/switchboard/switch_of.ts";
import type { LineStatus } from "../../lib/switches/line_status.ts";
import { lacks } from "../support/needs.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { newestCall } from "../support/newest_call.ts";
import { TestPbx } from "../support/test_pbx.ts";
import { until } from "../support/wait.ts";

type More = Partial<LineThreadOptions>;

/** A line on a thread of its own, at a pseudo-terminal. */
class TestThread implements AsyncDisposable {
  readonly pbx = new TestPbx();
  readonly store: Store;
  readonly thread: LineThread;
  readonly calls: Call[] = [];
  readonly heard: string[] = [];
  readonly statuses: LineStatus[] = [];
  leftWriting = 0;

  constructor(data: string, more: More) {
    this.store = openStore(data, { exclusive: true });
    const line = ensureLine(this.store, this.pbx.device, "416");
    this.thread = new LineThread(line, switchOf(line, this.store), {
      onEvents: () => this.calls.push(newestCall(this.store)),
      onHeard: (_, result) => this.heard.push(result),
      onStatus: () => this.statuses.push(this.thread.status),
      onLines: () => undefined,
    }, { data, claims: this.store.claims, onLeftWriting: () => this.leftWriting++, ...more });
    this.thread.start();
  }

  becomes(state: LineStatus["state"]): Promise<unknown> {
    // A worker loads slowly on a busy machine, where its types are checked first.
    return until(() => this.thread.status.state === state, 30_000, `the line is ${state}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.thread.stop();
    this.pbx[Symbol.dispose]();
    this.store.close();
  }
}

function test(name: string, body: (line: TestThread) => Promise<void>, more: More = {}): void {
  Deno.test({
    name,
    ignore: lacks("posix"),
    fn: async () => {
      await using folder = await temporaryFolder();
      await using line = new TestThread(folder.path, more);
      await body(line);
    },
  });
}

/** Workers that go wrong, the first so many of them; then the real one. */
function workersOf(bad: string, count: number): () => Worker {
  const real = new URL("../../lib/switchboard/line_worker.ts", import.meta.url);
  let started = 0;
  return () => {
    const url = ++started > count ? real : new URL(`./workers/${bad}.ts`, import.meta.url);
    return new Worker(url, { type: "module" });
  };
}

test("a thread stores what its line tells, acknowledges it, and then tells of it", async (line) => {
  await line.becomes("open");
  equal(line.thread.status.settings, "9600 8N1");
  await line.pbx.tell("c", "120201012345678");
  // What is acknowledged is in the database, by the connection of another thread.
  const query = { after: 0, rejectedOnly: false, limit: 10 };
  equal(newestFrames(line.store, 1, query).length, 1);
  await until(() => line.calls.length === 1);
  equal(line.calls[0]?.number, "01012345678");
  line.pbx.answer(0x55);
  await until(() => line.heard.includes("rejected"));
});

test("a thread goes on while the database is written by another one of the same server", async (line) => {
  await line.becomes("open");
  line.store.transaction(() => {
    line.store.run("UPDATE lines SET label = 'held'");
    line.pbx.send("c", "120201012345678");
    // The thread of the pages is busy for as long as a slow page takes.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  });
  await line.pbx.tell("c", "120201012345678");
  equal(line.store.all("SELECT 1 FROM calls").length, 1);
});

test("a telephone dials through the thread, and one that is stopped says that it is down", async (line) => {
  await line.becomes("open");
  const dial = { command: "dial", device: "202", digits: "01012345678" } as const;
  const dialled = line.thread.perform(dial);
  ok((await line.pbx.heard()).includes("20201012345678"));
  line.pbx.answer(0x06);
  equal((await dialled).outcome, "done");
  const late = line.thread.perform(dial);
  await line.thread.stop();
  equal((await late).outcome, "switch_down");
  equal((await line.thread.perform(dial)).outcome, "switch_down");
});

test("a worker that throws at its start is started again, and the fault is shown", async (line) => {
  await line.becomes("open");
  const faults = line.statuses.filter(({ state }) => state === "fault");
  equal(faults.map(({ code }) => code).join(), "worker_failed,worker_failed");
  match(faults[0]?.text ?? "", /the line's worker failed: .*thrown at the start/);
}, { startWorker: workersOf("throwing", 2) });

test(
  "a worker that dies with the device open leaves it free for the next",
  async (line) => {
    await line.becomes("fault");
    match(line.thread.status.text ?? "", /died with the device open/);
    await line.becomes("open");
  },
  { startWorker: workersOf("dying", 1) },
);

test(
  "a worker that falls silent with the device open is ended, and another started; nobody lets its write go first any more",
  async (line) => {
    await line.becomes("open");
    await line.becomes("fault");
    match(line.thread.status.text ?? "", /the line's worker said nothing for \d+ ms/);
    await line.becomes("open");
    await line.pbx.tell("c", "120201012345678");
    const claims = new Int32Array(line.store.claims);
    await until(() => Atomics.load(claims, 0) === 0);
  },
  { startWorker: workersOf("silent", 1), silenceMs: 1500, checkEveryMs: 100 },
);

test(
  "who asks a thread that hangs is told so in time, and nobody waits for its end",
  async (line) => {
    await line.becomes("open");
    const dial = { command: "dial", device: "202", digits: "01012345678" } as const;
    const told = await line.thread.perform(dial);
    equal(told.outcome, "unknown", JSON.stringify(told));
    equal(line.thread.status.state, "open");
  },
  { startWorker: workersOf("silent", 1), silenceMs: 60_000, answerMs: 100 },
);

test("a worker that does not stop is ended, and its device is free", async (line) => {
  await line.becomes("open");
  const stoppedAt = performance.now();
  await line.thread.stop();
  ok(performance.now() - stoppedAt < 1000);
  line.thread.start();
  await line.becomes("open");
}, { startWorker: workersOf("silent", 1) });

test(
  "a thread that is ended in the midst of a write is told of, one that is ended else is not",
  async (line) => {
    await line.becomes("open");
    await line.becomes("fault");
    await until(() => line.leftWriting === 1);
    await line.becomes("open");
    await line.thread.stop();
    equal(line.leftWriting, 1);
  },
  { startWorker: workersOf("writing", 1), silenceMs: 1500, checkEveryMs: 100 },
);
