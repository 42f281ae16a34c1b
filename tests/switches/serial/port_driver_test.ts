import assert from "node:assert/strict";
import { ChannelPort } from "../../../lib/switches/serial/channel_port.ts";
import { PortError } from "../../../lib/switches/serial/port.ts";
import { type Machine, PortDriver } from "../../../lib/switches/serial/port_driver.ts";

function channel(): { near: ChannelPort; far: ChannelPort } {
  const { port1, port2 } = new MessageChannel();
  return { near: new ChannelPort(port1), far: new ChannelPort(port2) };
}

/** Wants done whatever it receives, and "tick" at its deadline, once. */
class Echo implements Machine<string> {
  deadline: number | null = null;
  received(bytes: Uint8Array): string[] {
    return [new TextDecoder().decode(bytes)];
  }
  tick(): string[] {
    this.deadline = null;
    return ["tick"];
  }
  nextDeadline(): number | null {
    return this.deadline;
  }
}

Deno.test("a machine is fed with bytes and with time, and what it wants is done", async () => {
  const { near, far } = channel();
  const machine = new Echo();
  machine.deadline = performance.now();
  const done: string[] = [];
  const driver = new PortDriver(near, machine, (action) => {
    done.push(action);
    if (done.length === 2) driver.close();
  });
  far.write(new TextEncoder().encode("bytes"));
  assert.equal((await driver.run()).code, "closed");
  assert.deepEqual(done.toSorted(), ["bytes", "tick"]);
  far.close();
});

Deno.test("a port that goes away ends the drive with the reason", async () => {
  const { near, far } = channel();
  const driver = new PortDriver(near, new Echo(), () => {});
  far.close();
  assert.equal((await driver.run()).code, "unplugged");
});

Deno.test("a write that fails ends the drive with its own reason, and nothing more is done", async () => {
  const { near, far } = channel();
  const done: string[] = [];
  const driver = new PortDriver(near, new Echo(), (action) => {
    done.push(action);
    throw new PortError("failed", "the write failed");
  });
  driver.do(["first", "second"]);
  driver.do(["third"]);
  assert.equal((await driver.run()).message, "the write failed");
  driver.do(["fourth"]);
  assert.deepEqual(done, ["first"]);
  far.close();
});

Deno.test("a defect ends the drive as what it is, with the port closed", async () => {
  const { near, far } = channel();
  const driver = new PortDriver(near, new Echo(), () => {
    throw new TypeError("a defect");
  });
  far.write(Uint8Array.of(1));
  await assert.rejects(driver.run(), { name: "TypeError", message: "a defect" });
  await assert.rejects(far.read(1000), { code: "unplugged" });
  far.close();
});
