import assert from "node:assert/strict";
import { IntakePace } from "../../../lib/switches/serial/intake_pace.ts";
import { Pbx416 } from "../../../lib/switches/pbx416/pbx416.ts";
import { DIALECT_416 } from "../../../lib/switches/pbx416/dialect/dialect_416.ts";
import { until } from "../../support/wait.ts";
import { lacks } from "../../support/needs.ts";

/** Whether there is room at once. */
async function hasRoom(pace: IntakePace): Promise<boolean> {
  const later = Symbol();
  const first = await Promise.race([
    pace.room(),
    new Promise((resolve) => setTimeout(resolve, 0, later)),
  ]);
  pace.interrupt();
  return first !== later;
}

Deno.test("a device is read no faster than any serial line is, but for what waited in it", async () => {
  let now = 0;
  const pace = new IntakePace(9600, () => now);
  assert.equal(await hasRoom(pace), true);
  pace.read(65_536 + 11_520);
  assert.equal(await hasRoom(pace), false);
  now = 990;
  assert.equal(await hasRoom(pace), false);
  now = 1001;
  assert.equal(await hasRoom(pace), true);
});

Deno.test("a line of 230,400 baud is read as fast as it sends", async () => {
  let now = 0;
  const pace = new IntakePace(230_400, () => now);
  pace.read(65_536 + 23_040);
  now = 1001;
  assert.equal(await hasRoom(pace), true);
});

/** Writes as fast as its end of a pseudo-terminal takes it; prints its path, then how many bytes were taken. */
const FLOOD = `
import os, pty, select, sys, time, tty
master, slave = pty.openpty()
tty.setraw(slave)
print(os.ttyname(slave), flush=True)
sys.stdin.readline()
os.set_blocking(master, False)
taken, end = 0, time.monotonic() + 1.0
while time.monotonic() < end:
    if select.select([], [master], [], 0.05)[1]:
        try:
            taken += os.write(master, bytes(4096))
        except BlockingIOError:
            pass
print(taken, flush=True)
`;

Deno.test({
  name: "a device that sends without end is held up, and neither memory nor the disk is filled",
  ignore: lacks("posix", "python"),
  fn: async () => {
    await using flood = new Deno.Command("python3", {
      args: ["-c", FLOOD],
      stdin: "piped",
      stdout: "piped",
    }).spawn();
    const lines = flood.stdout.pipeThrough(new TextDecoderStream()).getReader();
    const path = (await lines.read()).value!.trim();
    let told = 0;
    const theSwitch = new Pbx416({ kind: "device", path }, DIALECT_416);
    theSwitch.start({
      onReport: () => told++,
      onRejected: () => told++,
      onStatus: () => undefined,
    });
    await until(() => theSwitch.status.state === "open", 20_000, "the line is open");
    const startedAt = performance.now();
    const stdin = flood.stdin.getWriter();
    await stdin.write(new TextEncoder().encode("\n"));
    await stdin.close();
    const taken = Number((await lines.read()).value);
    const seconds = (performance.now() - startedAt) / 1000;
    await until(() => told > 0, 20_000, "something of it is told");
    await theSwitch.stop();
    // What the pace lets through, and what lies in the device's own buffers.
    const most = 65_536 + 11_520 * seconds + 65_536;
    assert.ok(
      taken < most,
      `${taken} bytes were taken in ${seconds} s, ${Math.round(most)} at most`,
    );
    await flood.status;
    await lines.cancel();
  },
});
