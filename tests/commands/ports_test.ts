import assert from "node:assert/strict";
import { UsageError } from "../../lib/commands/command.ts";
import { ports } from "../../lib/commands/ports.ts";
import { type Port, PortError } from "../../lib/switches/serial/port.ts";
import { openSerialDevice } from "../../lib/switches/serial/posix/serial_device.ts";
import { makePseudoTerminal } from "../../lib/switches/serial/pseudo_terminal.ts";
import { fakeIo } from "./fake_io.ts";

const ignore = Deno.build.os === "windows";

/** A loop-back plug: what comes is sent back, through `spoil`. Ends when the port is closed. */
async function loopBack(port: Port, spoil: (bytes: Uint8Array) => Uint8Array): Promise<void> {
  try {
    for (;;) {
      const bytes = spoil(await port.read(1000));
      if (bytes.length > 0) port.write(bytes);
    }
  } catch (error) {
    if (!(error instanceof PortError) || error.code !== "closed") throw error;
  }
}

async function selfTested(
  spoil: (bytes: Uint8Array) => Uint8Array,
): Promise<{ status: number; lines: string[]; path: string }> {
  const { path, master } = makePseudoTerminal();
  const plug = loopBack(master, spoil);
  const io = fakeIo();
  const status = await ports.run(["--self-test", path], io);
  master.close();
  await plug;
  return { status, path, lines: io.written.trimEnd().split("\n") };
}

/** What differs from run to run, taken out. */
function steady(line: string): string {
  return line.replace(/ in \d+ ms \(\d+ on a wire\)/, "");
}

Deno.test({
  name: "a device with a loop-back plug passes the self-test at every speed",
  ignore,
  fn: async () => {
    const { status, lines, path } = await selfTested((bytes) => bytes);
    const atSpeed = (speed: number) => [
      `ok        ${speed} baud: opened, and read back as ${speed} 8N1`,
      `ok        ${speed} baud: all 256 byte values came back`,
    ];
    const [opened, looped] = atSpeed(1200);
    assert.deepEqual(lines.map(steady), [
      opened,
      "ok        a second opening is refused",
      looped,
      "left out  DTR to DSR and DCD: the device has no such lines",
      "left out  RTS to CTS: the device has no such lines",
      ...[9600, 19_200, 38_400, 115_200].flatMap(atSpeed),
      `${path} works`,
    ]);
    assert.equal(status, 0);
  },
});

Deno.test({
  name: "a line that eats XON fails the self-test, which says what came in its place",
  ignore,
  fn: async () => {
    const { status, lines, path } = await selfTested((bytes) =>
      bytes.filter((byte) => byte !== 0x11)
    );
    assert.ok(
      lines.includes("FAILED    9600 baud: all 256 byte values: 0x12 came where 0x11 was sent"),
      lines.join("\n"),
    );
    assert.equal(lines.at(-1), `${path} does not work: 5 failed`);
    assert.equal(status, 1);
  },
});

Deno.test({
  name: "a device that another program has open fails the self-test at once",
  ignore,
  fn: async () => {
    const { path, master } = makePseudoTerminal();
    const { port } = openSerialDevice(path, {
      baudRate: 9600,
      dataBits: 8,
      parity: "none",
      stopBits: 1,
    });
    const io = fakeIo();
    assert.equal(await ports.run(["--self-test", path], io), 1);
    assert.match(io.written, /^FAILED {4}1200 baud: .* another program has the device open/);
    assert.equal(io.written.trimEnd().split("\n").length, 2);
    port.close();
    master.close();
  },
});

Deno.test("ports takes nothing but --self-test DEVICE", async () => {
  await assert.rejects(ports.run(["COM3"], fakeIo()), UsageError);
  await assert.rejects(ports.run(["--self-test"], fakeIo()), UsageError);
});

Deno.test("ports lists what there is and succeeds, without a port too", async () => {
  assert.equal(await ports.run([], fakeIo()), 0);
});
