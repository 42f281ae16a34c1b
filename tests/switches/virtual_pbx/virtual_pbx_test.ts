import assert from "node:assert/strict";
import { Pbx416 } from "../../../lib/switches/pbx416/pbx416.ts";
import type { OfficeCall } from "../../../lib/switches/virtual_pbx/office_truth.ts";
import type { Play } from "../../../lib/switches/virtual_pbx/messages.ts";
import { startVirtualPbx } from "../../../lib/switches/virtual_pbx/virtual_pbx.ts";
import { DIALECT_416 } from "../../../lib/switches/pbx416/dialect/dialect_416.ts";
import { readStoredFrame } from "../../../lib/switches/pbx416/frames/stored_frame.ts";
import { until } from "../../support/wait.ts";
import { lacks } from "../../support/needs.ts";

const CALLS = 50;

for (const over of ["pseudo_terminal", "channel"] as const) {
  Deno.test({
    name: `an office day over a ${over} arrives whole, and a request is accepted`,
    ignore: over === "pseudo_terminal" && lacks("posix"),
    fn: async () => {
      const calls: OfficeCall[] = [];
      const pbx = await startVirtualPbx({
        play: {
          kind: "day",
          options: {
            seed: 7,
            callsPerMinute: 4,
            trunks: DIALECT_416.trunks,
            extensions: DIALECT_416.extensions,
            numbers: [],
            count: CALLS,
          },
        },
        dialect: DIALECT_416,
        speed: 0,
        over,
        onCall: (call) => calls.push(call),
      });
      const told: string[] = [];
      const line = new Pbx416(pbx.source, DIALECT_416);
      line.start({
        onReport: ({ seq, raw }) => {
          const { event } = readStoredFrame(DIALECT_416, raw!.bytes)!.message;
          told.push(`${event?.type} ${event?.trunk}`);
          line.stored(seq);
        },
        onRejected: ({ reason }) => told.push(reason),
        onStatus: () => {},
      });
      await until(() => line.status.state === "open", 20_000);
      pbx.play();
      await pbx.done;
      await until(() => calls.length === CALLS);
      assert.equal(pbx.givenUp, 0);
      assert.equal(told.filter((event) => event.startsWith("ConnectionCleared")).length, CALLS);
      assert.deepEqual(told.filter((event) => !/^[A-Z][A-Za-z]+ [1-4]$/.test(event)), []);
      assert.deepEqual(
        await line.perform({ command: "dial", device: "202", digits: "01012345678" }),
        { outcome: "done" },
      );
      await line.stop();
      await pbx.stop();
    },
  });
}

Deno.test("a PBX that cannot start says so, and the program goes on", async () => {
  const broken = { kind: "steps", steps: 5 } as unknown as Play;
  await assert.rejects(
    startVirtualPbx({ play: broken, dialect: DIALECT_416, speed: 1, over: "channel" }),
    /the virtual PBX failed: .*not iterable|the virtual PBX failed: .*Symbol\.iterator/,
  );
});
