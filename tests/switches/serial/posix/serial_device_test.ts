import assert from "node:assert/strict";
import { DescriptorCell } from "../../../../lib/switches/serial/posix/descriptor_cell.ts";
import { libc } from "../../../../lib/base/posix/libc.ts";
import {
  closeCell,
  openSerialDevice,
} from "../../../../lib/switches/serial/posix/serial_device.ts";
import { byPoll, bySelect } from "../../../../lib/switches/serial/posix/wait_readable.ts";
import type { SerialSettings } from "../../../../lib/switches/serial/port.ts";
import {
  makePseudoTerminal,
  type PseudoTerminal,
} from "../../../../lib/switches/serial/pseudo_terminal.ts";
import { lacks } from "../../../support/needs.ts";
import { temporaryFolder } from "../../../support/temporary_folder.ts";
import { until } from "../../../support/wait.ts";
import { hasCode, testPortContract } from "../port_contract.ts";
import { testPermissions } from "../../../support/test_permissions.ts";

const SETTINGS: SerialSettings = { baudRate: 9600, dataBits: 8, parity: "none", stopBits: 1 };
const ignore = Deno.build.os === "windows";

if (!ignore) {
  // Opened here, since it stays open, which the first test would be blamed for.
  libc();
  const onPseudoTerminal = (wait: typeof byPoll) => () => {
    const { path, master } = makePseudoTerminal();
    const { port } = openSerialDevice(path, SETTINGS, { wait: wait(libc()) });
    return { near: port, far: master };
  };
  testPortContract("a device, by poll", onPseudoTerminal(byPoll));
  testPortContract("a device, by select", onPseudoTerminal(bySelect));
  testPortContract("the master of a pseudo-terminal", () => {
    const { path, master } = makePseudoTerminal();
    return { near: master, far: openSerialDevice(path, SETTINGS).port };
  }, { staysUp: true });
}

function test(name: string, body: (line: PseudoTerminal) => Promise<void> | void): void {
  Deno.test({
    name,
    ignore,
    fn: async () => {
      const line = makePseudoTerminal();
      try {
        await body(line);
      } finally {
        line.master.close();
      }
    },
  });
}

for (const baudRate of [300, 1200, 9600, 19200, 115200, 230400]) {
  test(`a device is set to ${baudRate} baud, and says so`, ({ path }) => {
    const { port } = openSerialDevice(path, { ...SETTINGS, baudRate });
    assert.equal(port.settings, `${baudRate} 8N1`);
    port.close();
  });
}

test("two stop bits are set, and read back", ({ path }) => {
  const { port } = openSerialDevice(path, { ...SETTINGS, stopBits: 2 });
  assert.equal(port.settings, "9600 8N2");
  port.close();
});

test("settings that a device does not take are refused with what it took", ({ path }) => {
  const even7 = { ...SETTINGS, dataBits: 7, parity: "even" } as const;
  assert.throws(() => openSerialDevice(path, even7), {
    code: "unsupported",
    message: `${path} took 9600 8N1 where 9600 7E1 was asked for`,
  });
  openSerialDevice(path, SETTINGS).port.close();
});

test("a device that this program has open is in use", ({ path }) => {
  const { port } = openSerialDevice(path, SETTINGS);
  assert.throws(() => openSerialDevice(path, SETTINGS), hasCode("in_use"));
  port.close();
  openSerialDevice(path, SETTINGS).port.close();
});

test("a device that another program has open is in use, and the other way round", async (line) => {
  const { port } = openSerialDevice(line.path, SETTINGS);
  assert.equal(await openElsewhere(line.path), "in_use");
  port.close();
  assert.equal(await openElsewhere(line.path), "opened");
  await using other = await holdElsewhere(line.path);
  assert.ok(other);
  assert.throws(() => openSerialDevice(line.path, SETTINGS), hasCode("in_use"));
});

test("a device is free at once when it is closed during a read", async ({ path }) => {
  const { port } = openSerialDevice(path, SETTINGS);
  const waiting = port.read(5000);
  port.close();
  openSerialDevice(path, SETTINGS).port.close();
  await assert.rejects(waiting, hasCode("closed"));
});

test("a device whose thread was ended is closed by its cell, once", ({ path }) => {
  const cell = new DescriptorCell();
  const { port } = openSerialDevice(path, SETTINGS, { cell });
  closeCell(new DescriptorCell(cell.shared));
  const again = openSerialDevice(path, SETTINGS);
  port.close();
  again.port.write(new Uint8Array([6]));
  again.port.close();
});

test("a device that was closed by its cell writes to no file that has its number since", async ({ path }) => {
  await using folder = await temporaryFolder();
  const cell = new DescriptorCell();
  const { port } = openSerialDevice(path, SETTINGS, { cell });
  closeCell(new DescriptorCell(cell.shared));
  // The system gives the lowest number that is free.
  const names = Array.from({ length: 8 }, (_, i) => `${folder.path}/${i}`);
  const files = names.map((name) => Deno.openSync(name, { create: true, read: true, write: true }));
  assert.throws(() => port.write(new Uint8Array([6])), hasCode("closed"));
  await assert.rejects(port.read(0), hasCode("closed"));
  for (const file of files) file.close();
  assert.deepEqual(names.map((name) => Deno.readFileSync(name).length), names.map(() => 0));
});

test("a device that was closed by its cell gives up no lock of the next one", async ({ path }) => {
  const cell = new DescriptorCell();
  const { port } = openSerialDevice(path, SETTINGS, { cell });
  closeCell(new DescriptorCell(cell.shared));
  const again = openSerialDevice(path, SETTINGS);
  port.close();
  assert.equal(await openElsewhere(path), "in_use");
  again.port.close();
});

test("bytes that waited before the opening are discarded, and told", async ({ path, master }) => {
  master.write(new Uint8Array([2, 3]));
  // The kernel hands them over on a thread of its own, perhaps after the first opening.
  await until(async () => {
    const { port, waiting } = openSerialDevice(path, SETTINGS);
    if (waiting) assert.equal((await port.read(0)).length, 0);
    port.close();
    return waiting;
  });
  const next = openSerialDevice(path, SETTINGS);
  assert.equal(next.waiting, false);
  next.port.close();
});

test("a path is followed anew at each opening", async ({ path, master }) => {
  await using folder = await temporaryFolder();
  const link = `${folder.path}/ttyPBX`;
  assert.throws(() => openSerialDevice(link, SETTINGS), hasCode("not_found"));
  await Deno.symlink(path, link);
  const { port } = openSerialDevice(link, SETTINGS);
  master.close();
  await assert.rejects(port.read(5000), hasCode("unplugged"));
  port.close();
  await Deno.remove(link);
  const replug = makePseudoTerminal();
  await Deno.symlink(replug.path, link);
  openSerialDevice(link, SETTINGS).port.close();
  replug.master.close();
});

test("a wire that nobody reads loses bytes and takes new ones", async ({ path, master }) => {
  const much = new Uint8Array(40_000).fill(0x55);
  master.write(much);
  const { port } = openSerialDevice(path, SETTINGS);
  master.write(new Uint8Array([2]));
  let last: number | undefined;
  while (last !== 2) last = (await port.read(1000)).at(-1);
  port.close();
});

Deno.test({
  name: "what is no serial port is refused by what it is",
  ignore,
  fn: async () => {
    await using folder = await temporaryFolder();
    const file = `${folder.path}/file`;
    await Deno.writeTextFile(file, "kept");
    const refusals = [
      [`${folder.path}/nothing`, "not_found", /ENOENT, errno 2/],
      [`${file}/below`, "not_found", /ENOTDIR/],
      [folder.path, "not_a_terminal", /EISDIR/],
      [file, "not_a_terminal", /ENOTTY/],
      ["/dev/null", "not_a_terminal", /ENOTTY/],
    ] as const;
    for (const [path, code, message] of refusals) {
      assert.throws(() => openSerialDevice(path, SETTINGS), { name: "PortError", code, message });
    }
    assert.equal(await Deno.readTextFile(file), "kept");
  },
});

const PROGRAM = new URL("./open_device.ts", import.meta.url).pathname;

async function openElsewhere(path: string): Promise<string> {
  const { stdout } = await program(path, "try").output();
  return new TextDecoder().decode(stdout).trim();
}

async function holdElsewhere(path: string): Promise<AsyncDisposable> {
  const child = program(path, "hold").spawn();
  const reader = child.stdout.getReader();
  assert.equal(new TextDecoder().decode((await reader.read()).value).trim(), "opened");
  return {
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await reader.cancel();
      await child.status;
    },
  };
}

function program(path: string, mode: "try" | "hold"): Deno.Command {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", ...testPermissions(), PROGRAM, path, mode],
    stdout: "piped",
  });
}

Deno.test({
  name:
    "while it is open, the system keeps every other program from a device, and afterwards no more",
  ignore: lacks("linux"),
  fn: async () => {
    const { path, master } = makePseudoTerminal();
    const { port } = openSerialDevice(path, SETTINGS);
    try {
      assert.equal(isExclusive(path), true);
      port.close();
      await until(() => !isExclusive(path));
    } finally {
      master.close();
    }
  },
});

for (const [ended, mode] of [["closed", "close"], ["left by a worker that ended", "end"]]) {
  Deno.test({
    name:
      `a device is locked before it is set, has DTR and RTS on, and is let go of when it is ${ended}`,
    ignore: lacks("linux", "strace"),
    fn: async () => {
      // A pseudo-terminal has no modem lines, and refuses; that they are asked for is seen all the same.
      assert.deepEqual(await systemCalls(mode!), [
        ...["LOCK_EX|LOCK_NB", "TIOCEXCL", "TCSETS2", "TCGETS2", "TIOCMBIS, [TIOCM_DTR|TIOCM_RTS]"],
        ...["TCFLSH, TCOFLUSH", "TIOCNXCL", "LOCK_UN", "close"],
      ]);
    },
  });
}

/** What another program asks the kernel for, from when it has opened a device until it has closed it. */
async function systemCalls(mode: string): Promise<string[]> {
  await using folder = await temporaryFolder();
  const { path, master } = makePseudoTerminal();
  const { code } = await new Deno.Command("strace", {
    args: [
      // A file for each thread: their lines do not come in between.
      ...["-ff", "-qq", "-e", "trace=ioctl,flock,close", "-o", `${folder.path}/thread`],
      Deno.execPath(),
      ...["run", ...testPermissions(), PROGRAM, path, mode],
    ],
    stdout: "null",
  }).output();
  master.close();
  assert.equal(code, 0);
  const threads = [...Deno.readDirSync(folder.path)]
    .map(({ name }) => Deno.readTextFileSync(`${folder.path}/${name}`));
  const all = threads.find((text) => text.includes("LOCK_EX|LOCK_NB"))?.split("\n") ?? [];
  const from = all.findIndex((line) => line.includes("LOCK_EX|LOCK_NB"));
  const fd = /flock\((\d+),/.exec(all[from] ?? "")?.[1];
  const calls = all.slice(from).flatMap((line) => {
    const call = /(ioctl|flock|close)\((\d+)(?:, (.+?))?(?:, \{.*)?\) +=/.exec(line);
    return call !== null && call[2] === fd ? [call[3] ?? call[1]!] : [];
  });
  return calls.slice(0, calls.indexOf("close") + 1);
}

/** As the kernel says it to root, who alone may still open it; whoever else may not has the answer by that. */
function isExclusive(path: string): boolean {
  const O_RDWR_NOCTTY = 0o2 | 0o400;
  const TIOCGEXCL = 0x80045440n;
  const c = libc();
  const fd = c.open(path, O_RDWR_NOCTTY);
  if (fd < 0) return true;
  const answer = new Uint8Array(4);
  const result = c.ioctl(fd, TIOCGEXCL, answer);
  c.close(fd);
  assert.equal(result, 0);
  return answer[0] === 1;
}
