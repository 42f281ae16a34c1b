import { deepEqual, equal, rejects } from "node:assert/strict";
import { LiveHub } from "../../lib/live/hub.ts";
import { ProgramMetrics } from "../../lib/metrics/program_metrics.ts";
import type { Switchboard } from "../../lib/switchboard/switchboard.ts";
import { liveCalls } from "../../lib/store/live_calls.ts";
import type { Store } from "../../lib/store/database.ts";
import {
  createLine,
  enableLine,
  type LineSetting,
  lineSetting,
  updateLine,
} from "../../lib/store/line_settings.ts";
import { passingStore } from "../support/passing_store.ts";
import { TestPbx } from "../support/test_pbx.ts";
import { switchboardOf } from "../support/switchboard_of.ts";
import { until } from "../support/wait.ts";

async function atWork(
  device: string,
  test: (lines: Switchboard, store: Store, line: LineSetting) => Promise<void>,
): Promise<void> {
  const store = passingStore();
  const id = createLine(store, { label: "", device, dialect: "416" });
  const lines = switchboardOf(store, new LiveHub(), new ProgramMetrics());
  lines.start();
  try {
    await isOpen(lines, id);
    await test(lines, store, lineSetting(store, id)!);
  } finally {
    await lines.stop();
    store.close();
  }
}

const isOpen = (lines: Switchboard, id: number) =>
  until(() => lines.statusOf(id)?.state === "open", 20_000, `line ${id} is open`);

const state = (store: Store) => liveCalls(store).map((call) => `${call.id} ${call.state}`);

Deno.test("a call that rings while its line gets another dialect is answered as the same call", async () => {
  using pbx = new TestPbx();
  await atWork(pbx.device, async (lines, store, line) => {
    await pbx.tell("c", "120201012345678");
    updateLine(store, line.id, { ...line, dialect: "416-19200" });
    await lines.reload();
    await isOpen(lines, line.id);
    equal(lines.statusOf(line.id)?.settings, "19200 8N1");
    await pbx.tell("N", "1202");
    deepEqual(state(store), ["1 talking"]);
  });
});

Deno.test("a line that is closed acknowledges nothing, and hears the same frame when it is open again", async () => {
  using pbx = new TestPbx();
  await atWork(pbx.device, async (lines, store, line) => {
    await pbx.tell("c", "120201012345678");
    enableLine(store, line.id, false);
    await lines.reload();
    deepEqual(lines.status(), []);
    equal(lines.statusOf(line.id), null);
    const told = pbx.tell("N", "1202"); // again and again, as a switch does
    equal(await pbxIsAnswered(told), false);
    deepEqual(state(store), ["1 ringing"]);
    enableLine(store, line.id, true);
    await lines.reload();
    await told;
    deepEqual(state(store), ["1 talking"]);
  });
});

Deno.test("another line is added without the first one being closed", async () => {
  using pbx = new TestPbx();
  using other = new TestPbx();
  await atWork(pbx.device, async (lines, store, line) => {
    const since = lines.statusOf(line.id)!.since;
    const second = createLine(store, { label: "", device: other.device, dialect: "416" });
    await Promise.all([lines.reload(), lines.reload()]);
    await isOpen(lines, second);
    equal(lines.statusOf(line.id)!.since, since);
    await other.tell("c", "120301099998888");
    deepEqual(liveCalls(store).map((call) => call.line), [second]);
  });
});

Deno.test("a dialect that is none closes no line", async () => {
  using pbx = new TestPbx();
  await atWork(pbx.device, async (lines, store, line) => {
    updateLine(store, line.id, { ...line, dialect: "nothing" });
    await rejects(lines.reload(), { name: "DialectError" });
    await pbx.tell("c", "120201012345678");
    updateLine(store, line.id, line);
    await lines.reload();
    deepEqual(state(store), ["1 ringing"]);
  });
});

/** Whether it settles before a switch would have sent the frame again. */
function pbxIsAnswered(told: Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout>;
  const waited = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), 1500);
  });
  return Promise.race([told.then(() => true), waited]).finally(() => clearTimeout(timer));
}
