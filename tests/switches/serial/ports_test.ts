import assert from "node:assert/strict";
import { listPorts } from "../../../lib/switches/serial/ports.ts";
import { linuxPorts } from "../../../lib/switches/serial/posix/linux_ports.ts";
import { macosPorts } from "../../../lib/switches/serial/posix/macos_ports.ts";
import { namedPorts } from "../../../lib/switches/serial/windows/windows_ports.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";

const ignore = Deno.build.os === "windows";

/** A folder with these files; what begins with `-> ` is a symbolic link. */
async function lay(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const full = `${root}/${path}`;
    await Deno.mkdir(full.slice(0, full.lastIndexOf("/")), { recursive: true });
    const target = content.startsWith("-> ") ? content.slice(3) : null;
    if (target === null) await Deno.writeTextFile(full, content);
    else await Deno.symlink(target, full);
  }
}

const USB = "sys/devices/pci0/usb1/1-2";

/** What the kernel shows of a built-in port, one that is not there, an adapter, a modem, and a console. */
const MACHINE = {
  "sys/devices/pnp0/00:00/tty/ttyS0/type": "4\n",
  "sys/devices/pnp0/00:00/tty/ttyS0/device": "-> ../..",
  "sys/devices/pnp0/00:00/driver": "-> ../../../bus/serial",
  "sys/bus/serial": "",
  "sys/devices/platform/serial8250/tty/ttyS1/type": "0\n",
  "sys/devices/platform/serial8250/tty/ttyS1/device": "-> ../..",
  [`${USB}/idVendor`]: "067b\n",
  [`${USB}/manufacturer`]: "Prolific Technology Inc.\n",
  [`${USB}/product`]: "USB-Serial Controller\n",
  [`${USB}/1-2:1.0/ttyUSB0/tty/ttyUSB0/device`]: "-> ../..",
  "sys/devices/pci0/usb1/1-3/idVendor": "0483\n",
  "sys/devices/pci0/usb1/1-3/1-3:1.0/tty/ttyACM0/device": "-> ../..",
  "sys/devices/virtual/tty/tty0/dev": "4:0\n",
  "sys/class/tty/ttyS0": "-> ../../devices/pnp0/00:00/tty/ttyS0",
  "sys/class/tty/ttyS1": "-> ../../devices/platform/serial8250/tty/ttyS1",
  "sys/class/tty/ttyUSB0": `-> ../../../${USB}/1-2:1.0/ttyUSB0/tty/ttyUSB0`,
  "sys/class/tty/ttyACM0": "-> ../../devices/pci0/usb1/1-3/1-3:1.0/tty/ttyACM0",
  "sys/class/tty/tty0": "-> ../../devices/virtual/tty/tty0",
  "dev/ttyS0": "",
  "dev/ttyS1": "",
  "dev/ttyUSB0": "",
  "dev/ttyACM0": "",
  "dev/tty0": "",
  "dev/serial/by-id/usb-Prolific_USB-Serial-if00-port0": "-> ../../ttyUSB0",
  "dev/serial/by-id/usb-gone": "-> ../../ttyUSB7",
};

Deno.test({
  name: "Linux lists the ports that have a device behind them, with maker, product and stable path",
  ignore,
  fn: async () => {
    await using folder = await temporaryFolder();
    const root = folder.path;
    await lay(root, MACHINE);
    const found = linuxPorts({ dev: `${root}/dev`, sys: `${root}/sys` });
    assert.deepEqual(found.sort((a, b) => a.path < b.path ? -1 : 1), [
      { path: `${root}/dev/ttyACM0`, name: "USB serial port", stablePath: null },
      { path: `${root}/dev/ttyS0`, name: "serial port (serial)", stablePath: null },
      {
        path: `${root}/dev/ttyUSB0`,
        name: "Prolific Technology Inc. USB-Serial Controller",
        stablePath: `${root}/dev/serial/by-id/usb-Prolific_USB-Serial-if00-port0`,
      },
    ]);
  },
});

Deno.test({
  name: "a machine without a serial port, or without /sys, has none to list",
  ignore,
  fn: async () => {
    await using folder = await temporaryFolder();
    assert.deepEqual(linuxPorts({ dev: `${folder.path}/dev`, sys: `${folder.path}/sys` }), []);
    assert.deepEqual(macosPorts(`${folder.path}/dev`), []);
  },
});

Deno.test({
  name: "macOS lists the devices that open at once, and not those that it always has",
  ignore,
  fn: async () => {
    await using folder = await temporaryFolder();
    const dev = `${folder.path}/dev`;
    await lay(dev, {
      "cu.usbserial-A50285BI": "",
      "tty.usbserial-A50285BI": "",
      "cu.Bluetooth-Incoming-Port": "",
      "cu.debug-console": "",
    });
    assert.deepEqual(macosPorts(dev), [
      { path: `${dev}/cu.usbserial-A50285BI`, name: "usbserial-A50285BI", stablePath: null },
    ]);
  },
});

Deno.test("Windows lists every driver's port, with the device manager's name where it has one", () => {
  const found = namedPorts(
    new Map([["\\Device\\VCP0", "COM3"], ["\\Device\\com0com10", "CNCA0"]]),
    new Map([["COM3", "USB-SERIAL CH340 (COM3)"], ["COM8", "unplugged since (COM8)"]]),
  );
  assert.deepEqual(found, [
    { path: "COM3", name: "USB-SERIAL CH340", stablePath: null },
    { path: "CNCA0", name: "\\Device\\com0com10", stablePath: null },
  ]);
});

Deno.test("the ports of this machine are listed with what this program may use", async () => {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-ffi", "--allow-read", "--no-prompt", PROGRAM],
  }).output();
  assert.equal(code, 0, new TextDecoder().decode(stderr));
  assert.deepEqual(JSON.parse(new TextDecoder().decode(stdout)), listPorts());
});

const PROGRAM = new URL("./list_ports.ts", import.meta.url).pathname;
