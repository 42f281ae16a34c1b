import assert from "node:assert/strict";
import type { SerialSettings } from "../../../../lib/switches/serial/port.ts";
import { DescriptorCell } from "../../../../lib/switches/serial/posix/descriptor_cell.ts";
import { closeComHandle } from "../../../../lib/switches/serial/windows/com_handle.ts";
import { devicePath, openComPort } from "../../../../lib/switches/serial/windows/com_port.ts";
import { rawDcb } from "../../../../lib/switches/serial/windows/dcb.ts";
import { DCB } from "../../../../lib/switches/serial/windows/layouts.ts";
import { hasCode, testPortContract } from "../port_contract.ts";
import { type FakeDevice, FakeKernel32 } from "./fake_kernel32.ts";

const SETTINGS: SerialSettings = { baudRate: 9600, dataBits: 8, parity: "none", stopBits: 1 };

testPortContract("a COM port of the fake", () => {
  const k = new FakeKernel32();
  k.addPair("COM3", "COM4");
  return {
    near: openComPort("COM3", SETTINGS, { k }).port,
    far: openComPort("COM4", SETTINGS, { k }).port,
  };
});

function withDevice(): { k: FakeKernel32; device: FakeDevice } {
  const k = new FakeKernel32();
  return { k, device: k.add("COM10") };
}

Deno.test("a COM port is opened by the name that works for every number", () => {
  assert.equal(devicePath("COM10"), "\\\\.\\COM10");
  assert.equal(devicePath("\\\\.\\COM10"), "\\\\.\\COM10");
});

Deno.test("a COM port that is missing, or open elsewhere, is refused with the system's number", () => {
  const { k } = withDevice();
  assert.throws(() => openComPort("COM9", SETTINGS, { k }), {
    code: "not_found",
    errno: 2,
    message: "opening COM9 failed: there is no such device (ERROR_FILE_NOT_FOUND, error 2)",
  });
  const { port } = openComPort("COM10", SETTINGS, { k });
  assert.throws(() => openComPort("COM10", SETTINGS, { k }), {
    code: "in_use",
    message:
      "opening COM10 failed: another program has the device open (ERROR_ACCESS_DENIED, error 5)",
  });
  port.close();
  openComPort("COM10", SETTINGS, { k }).port.close();
  assert.equal(k.openHandles, 0);
  assert.equal(k.allocated, 0);
});

Deno.test("the settings of a COM port are read back, and others than asked for are refused", () => {
  const { k, device } = withDevice();
  const { port } = openComPort("COM10", { ...SETTINGS, dataBits: 7, parity: "even" }, { k });
  assert.equal(port.settings, "9600 7E1");
  port.close();
  device.onlySpeed = 4800;
  assert.throws(() => openComPort("COM10", SETTINGS, { k }), {
    code: "unsupported",
    message: "COM10 took 4800 8N1 where 9600 8N1 was asked for",
  });
  assert.equal(k.openHandles, 0);
});

Deno.test("a DCB turns off what the last program left on, and keeps the driver's limits", () => {
  const left = new Uint8Array(DCB.size).fill(0xff);
  const fields = new DataView(rawDcb(left, SETTINGS).buffer);
  // fBinary, DTR on, RTS on; the upper 17 bits are reserved and stay.
  assert.equal(fields.getUint32(DCB.flags, true) & 0x7fff, 0b001_0000_0001_0001);
  assert.equal(fields.getUint16(DCB.XonLim, true), 0xffff);
  assert.notEqual(fields.getUint8(DCB.XonChar), fields.getUint8(DCB.XoffChar));
  const even = new DataView(rawDcb(left, { ...SETTINGS, parity: "even", stopBits: 2 }).buffer);
  assert.equal(even.getUint32(DCB.flags, true) & 0x7fff, 0b001_0100_0001_0011);
  assert.deepEqual([even.getUint8(DCB.Parity), even.getUint8(DCB.StopBits)], [2, 2]);
});

Deno.test("bytes that waited before a COM port was opened are discarded, and told", async () => {
  const { k, device } = withDevice();
  k.arrive(device, new Uint8Array([2, 3]));
  const { port, waiting } = openComPort("COM10", SETTINGS, { k });
  assert.equal(waiting, true);
  assert.equal((await port.read(0)).length, 0);
  port.close();
  const next = openComPort("COM10", SETTINGS, { k });
  assert.equal(next.waiting, false);
  next.port.close();
  assert.equal(k.allocated, 0);
});

Deno.test("bytes that come between two reads have a place", async () => {
  const { k, device } = withDevice();
  const { port } = openComPort("COM10", SETTINGS, { k });
  assert.equal((await port.read(0)).length, 0);
  k.arrive(device, new Uint8Array([2]));
  k.arrive(device, new Uint8Array([3, 4]));
  assert.deepEqual([...await port.read(0)], [2]);
  assert.deepEqual([...await port.read(0)], [3, 4]);
  port.close();
});

Deno.test("a read that the driver ends early with nothing is asked again, while the device is there", async () => {
  const { k, device } = withDevice();
  device.impatient = true;
  const { port } = openComPort("COM10", SETTINGS, { k });
  assert.equal((await port.read(30)).length, 0);
  const waiting = port.read(5000);
  k.arrive(device, new Uint8Array([6]));
  assert.deepEqual([...await waiting], [6]);
  device.plugged = false;
  await assert.rejects(port.read(5000), hasCode("unplugged"));
  port.close();
});

Deno.test("every way in which a driver tells of a pulled plug is unplugged", async () => {
  for (const look of ["refuses a read", "ends a read", "refuses a write"] as const) {
    const { k, device } = withDevice();
    const { port } = openComPort("COM10", SETTINGS, { k });
    if (look === "ends a read") {
      const waiting = port.read(5000);
      k.unplug(device);
      await assert.rejects(waiting, {
        code: "unplugged",
        message: "reading COM10 failed: the device went away (ERROR_OPERATION_ABORTED, error 995)",
      });
    } else {
      device.plugged = false;
      if (look === "refuses a read") await assert.rejects(port.read(0), hasCode("unplugged"));
      else assert.throws(() => port.write(new Uint8Array([6])), hasCode("unplugged"));
    }
    port.close();
    assert.equal(k.openHandles, 0, look);
  }
});

Deno.test("a write that the driver does not end fails the next one", () => {
  const { k, device } = withDevice();
  device.held = true;
  const { port } = openComPort("COM10", SETTINGS, { k });
  port.write(new Uint8Array([6]));
  assert.throws(() => port.write(new Uint8Array([6])), {
    code: "failed",
    message: "writing to COM10 failed: it takes no bytes",
  });
  port.close();
  assert.equal(k.allocated, 0);
});

Deno.test("a write whose time is up fails the next read, with what was taken", async () => {
  const { k, device } = withDevice();
  device.held = true;
  const { port } = openComPort("COM10", SETTINGS, { k });
  port.write(new Uint8Array([2, 3]));
  k.timeOut(device);
  await assert.rejects(port.read(0), {
    code: "failed",
    message: "writing to COM10 failed: it took 0 of 2 bytes",
  });
  port.close();
});

Deno.test("a read that the driver does not end in its own time is unplugged", async () => {
  const { k } = withDevice();
  const { port } = openComPort("COM10", SETTINGS, { k });
  await port.read(0);
  const { now } = performance;
  performance.now = () => now.call(performance) + 3001;
  try {
    await assert.rejects(port.read(0), {
      code: "unplugged",
      message: "reading COM10 failed: its driver does not answer",
    });
  } finally {
    performance.now = now;
  }
  port.close();
});

Deno.test("memory that a driver may still write into is not given back", async () => {
  const { k, device } = withDevice();
  const { port } = openComPort("COM10", SETTINGS, { k });
  await port.read(0);
  device.deaf = true;
  port.close();
  assert.equal(k.allocated, 1);
  assert.equal(k.openHandles, 0);
});

Deno.test("a COM port whose thread was ended is closed by its cell, once", async () => {
  const { k } = withDevice();
  const cell = new DescriptorCell();
  const { port } = openComPort("COM10", SETTINGS, { k, cell });
  await port.read(0);
  closeComHandle(k, new DescriptorCell(cell.shared));
  const again = openComPort("COM10", SETTINGS, { k });
  assert.throws(() => port.write(new Uint8Array([6])), hasCode("closed"));
  await assert.rejects(port.read(0), hasCode("closed"));
  port.close();
  again.port.write(new Uint8Array([6]));
  again.port.close();
  assert.equal(k.openHandles, 0);
});
