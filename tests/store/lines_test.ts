import { deepEqual, equal } from "node:assert/strict";
import { ensureLine, linesEnabled } from "../../lib/store/lines.ts";
import { insertRawFrame, pruneRawFrames } from "../../lib/store/raw_frames.ts";
import { setSetting, setting } from "../../lib/store/settings.ts";
import { passingStore } from "../support/passing_store.ts";

Deno.test("a device is one line, with the dialect that was given last", () => {
  const store = passingStore();
  const first = ensureLine(store, "/dev/ttyUSB0", "416");
  const again = ensureLine(store, "/dev/ttyUSB0", "cid-box");
  deepEqual(again, { ...first, dialect: "cid-box" });
  const second = ensureLine(store, "COM3", "416");
  deepEqual(linesEnabled(store), [again, second]);
});

Deno.test("old frames are forgotten a slice at a time, the oldest first", () => {
  const store = passingStore();
  const lineId = ensureLine(store, "COM3", "416").id;
  const frame = { lineId, bytes: new Uint8Array([2, 3]), remark: "", callId: null } as const;
  for (const at of [40, 10, 30, 20]) insertRawFrame(store, { ...frame, at, result: "accepted" });
  const left = () =>
    store.all<{ at: number }>("SELECT at FROM raw_frames ORDER BY id").map((r) => r.at);
  equal(pruneRawFrames(store, 40, 2), 2);
  deepEqual(left(), [40, 30]);
  equal(pruneRawFrames(store, 40, 2), 1);
  deepEqual(left(), [40]);
});

Deno.test("a setting is null until somebody sets it, then what was set last", () => {
  const store = passingStore();
  equal(setting(store, "office.name"), null);
  setSetting(store, "office.name", "한빛");
  setSetting(store, "office.name", "한빛상사");
  equal(setting(store, "office.name"), "한빛상사");
});
