/**
 * What no fake can tell: the port over real serial ports of Windows. `BELLTOWER_COM_PAIR` names two that are
 * joined by a null-modem cable, or made by com0com (`COM5,COM6`); without it these tests are left out.
 */
import assert from "node:assert/strict";
import { openComPort } from "../../../../lib/switches/serial/windows/com_port.ts";
import type { SerialSettings } from "../../../../lib/switches/serial/port.ts";
import { hasCode, testPortContract } from "../port_contract.ts";

const SETTINGS: SerialSettings = { baudRate: 115200, dataBits: 8, parity: "none", stopBits: 1 };

const [near, far] = (Deno.env.get("BELLTOWER_COM_PAIR") ?? "").split(",");

if (near !== undefined && far !== undefined && Deno.build.os === "windows") {
  testPortContract("a COM port", () => ({
    near: openComPort(near, SETTINGS).port,
    far: openComPort(far, SETTINGS).port,
  }), { staysUp: true });

  Deno.test("a COM port that is open is in use, and free when it is closed during a read", async () => {
    const { port } = openComPort(near, SETTINGS);
    assert.throws(() => openComPort(near, SETTINGS), hasCode("in_use"));
    const waiting = port.read(5000);
    port.close();
    openComPort(near, SETTINGS).port.close();
    await assert.rejects(waiting, hasCode("closed"));
  });

  for (const baudRate of [300, 1200, 9600, 19200, 115200]) {
    Deno.test(`a COM port is set to ${baudRate} baud, and says so`, () => {
      const { port } = openComPort(near, { ...SETTINGS, baudRate });
      assert.equal(port.settings, `${baudRate} 8N1`);
      port.close();
    });
  }

  Deno.test("a COM port gives the bytes of a write while a read waits, at once", async () => {
    const one = openComPort(near, SETTINGS).port;
    const other = openComPort(far, SETTINGS).port;
    const idle = one.read(3000);
    const arriving = other.read(3000);
    const writtenAt = performance.now();
    one.write(new Uint8Array([6]));
    assert.deepEqual([...await arriving], [6]);
    assert.ok(performance.now() - writtenAt < 200, `${performance.now() - writtenAt} ms`);
    other.write(new Uint8Array([21]));
    assert.deepEqual([...await idle], [21]);
    one.close();
    other.close();
  });

  Deno.test("bytes that waited before a COM port was opened are discarded, and told", async () => {
    const other = openComPort(far, SETTINGS).port;
    openComPort(near, SETTINGS).port.close();
    other.write(new Uint8Array([2, 3]));
    await other.read(100);
    const { port } = openComPort(near, SETTINGS);
    assert.equal((await port.read(0)).length, 0);
    port.close();
    other.close();
  });

  Deno.test("a COM port that is not there is not found", () => {
    assert.throws(() => openComPort("COM255", SETTINGS), {
      name: "PortError",
      code: "not_found",
      message: "opening COM255 failed: there is no such device (ERROR_FILE_NOT_FOUND, error 2)",
    });
  });

  Deno.test("what is no serial port is refused", () => {
    assert.throws(() => openComPort("NUL", SETTINGS), hasCode("not_a_terminal"));
  });
}
