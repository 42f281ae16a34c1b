import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { LiveHub } from "../../lib/live/hub.ts";
import { VIRTUAL_DEVICE } from "../../lib/switches/virtual_pbx/virtual_device.ts";
import { ProgramMetrics } from "../../lib/metrics/program_metrics.ts";
import type { Switchboard } from "../../lib/switchboard/switchboard.ts";
import type { Store } from "../../lib/store/database.ts";
import { createLine, enableLine, updateLine } from "../../lib/store/line_settings.ts";
import { passingStore } from "../support/passing_store.ts";
import { TestPbx } from "../support/test_pbx.ts";
import { switchboardOf } from "../support/switchboard_of.ts";
import { until } from "../support/wait.ts";
import { lacks } from "../support/needs.ts";

const TRIAL = { label: "연습", device: VIRTUAL_DEVICE, dialect: "416" };

async function withTrialLine(
  test: (lines: Switchboard, store: Store, id: number) => Promise<void>,
): Promise<void> {
  const store = passingStore();
  const id = createLine(store, TRIAL);
  const lines = switchboardOf(store, new LiveHub(), new ProgramMetrics());
  lines.start();
  try {
    await isOpen(lines, id);
    await test(lines, store, id);
  } finally {
    await lines.stop();
    store.close();
  }
}

const isOpen = (lines: Switchboard, id: number) =>
  until(() => lines.statusOf(id)?.state === "open", 30_000, `line ${id} is open`);

const calls = (store: Store) => store.get<{ n: number }>("SELECT count(*) AS n FROM calls")!.n;

Deno.test({
  name: "a trial line rings by itself on a real pseudo-terminal, and dials when it is asked to",
  ignore: lacks("posix"),
  fn: () =>
    withTrialLine(async (lines, store, id) => {
      match(lines.statusOf(id)?.device ?? "", /^\/dev\//);
      await until(() => calls(store) > 0, 30_000, "a call came");
      deepEqual(await lines.dial({ number: "215", lines: [id] }, "01012345678"), {
        outcome: "done",
      });
    }),
});

Deno.test({
  name: "a trial line is switched off and on again, and gives its place to a real port",
  ignore: lacks("posix"),
  fn: () =>
    withTrialLine(async (lines, store, id) => {
      const first = lines.statusOf(id)?.device;
      enableLine(store, id, false);
      await lines.reload();
      equal(lines.statusOf(id), null);
      enableLine(store, id, true);
      await lines.reload();
      await isOpen(lines, id);
      notEqual(first, undefined);
      using pbx = new TestPbx();
      updateLine(store, id, { ...TRIAL, device: pbx.device });
      await lines.reload();
      await isOpen(lines, id);
      equal(lines.statusOf(id)?.device, pbx.device);
      const before = calls(store);
      await pbx.tell("c", "120201012345678");
      await until(() => calls(store) > before, 30_000, "the real line's call came");
    }),
});
