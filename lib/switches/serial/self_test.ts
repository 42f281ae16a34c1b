import type { ModemStatus } from "./modem_lines.ts";
import { modemLinesOf } from "./modem_lines_of.ts";
import { openPort } from "./open_port.ts";
import { type Port, PortError, type SerialSettings } from "./port.ts";
import { DescriptorCell } from "./posix/descriptor_cell.ts";

/** `left_out` is neither good nor bad: the device or the plug does not have what the check is about. */
export interface Check {
  readonly verdict: "ok" | "failed" | "left_out";
  /** What was checked and what was found, in one line. */
  readonly text: string;
}

const SPEEDS = [1200, 9600, 19_200, 38_400, 115_200];

/** Every byte there is, so that none is taken for flow control, an end of file, or a signal. */
const PATTERN = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const BITS_A_BYTE = 10;
/** Beyond the time that the bytes take on the wire: adapters keep them for some 16 ms, and machines are busy. */
const PATIENCE_MS = 1000;

/** How long a line takes to come through an adapter and a plug; it is asked for until then. */
const LINE_SETTLES_MS = 300;
const LINE_ASKED_EVERY_MS = 10;

/**
 * Checks a serial device that has a loop-back plug in it: 2 joined with 3 and, where the modem lines are to be
 * checked, 4 with 6 (and 1) and 7 with 8. Gives each check as it is done. Never throws.
 */
export async function* selfTest(device: string): AsyncGenerator<Check> {
  for (const baudRate of SPEEDS) {
    const { settings, text } = setTo(baudRate);
    const cell = new DescriptorCell();
    const opened = attempt(() => openPort({ kind: "device", path: device }, settings, cell).port);
    if (opened instanceof PortError) {
      yield { verdict: "failed", text: `${text}: ${opened.message}` };
      // What cannot be opened at one speed for another reason than the speed cannot be opened at any.
      if (opened.code !== "unsupported") return;
      continue;
    }
    try {
      yield { verdict: "ok", text: `${text}: opened, and read back as ${opened.settings}` };
      if (baudRate === SPEEDS[0]) yield secondOpening(device, settings);
      yield await looped(opened, baudRate);
      if (baudRate === SPEEDS[0]) yield* linesLooped(cell);
    } finally {
      opened.close();
    }
  }
}

function setTo(baudRate: number): { settings: SerialSettings; text: string } {
  return {
    settings: { baudRate, dataBits: 8, parity: "none", stopBits: 1 },
    text: `${baudRate} baud`,
  };
}

function secondOpening(device: string, settings: SerialSettings): Check {
  const source = { kind: "device", path: device } as const;
  const second = attempt(() => openPort(source, settings, new DescriptorCell()).port);
  const what = "a second opening";
  if (second instanceof PortError) {
    return second.code === "in_use"
      ? { verdict: "ok", text: `${what} is refused` }
      : { verdict: "failed", text: `${what} is refused for another reason: ${second.message}` };
  }
  second.close();
  return {
    verdict: "failed",
    text: `${what} is not refused: another program could take bytes away`,
  };
}

async function looped(port: Port, baudRate: number): Promise<Check> {
  const what = `${baudRate} baud: all ${PATTERN.length} byte values`;
  const onWireMs = PATTERN.length * BITS_A_BYTE * 1000 / baudRate;
  const startedAt = performance.now();
  try {
    port.write(PATTERN);
    const end = startedAt + onWireMs + PATIENCE_MS;
    for (let at = 0; at < PATTERN.length;) {
      const bytes = await port.read(Math.max(0, end - performance.now()));
      if (bytes.length === 0) return failed(what, `${at} came back; is the loop-back plug in?`);
      for (const byte of bytes) {
        if (byte !== PATTERN[at]) {
          return failed(what, `${hex(byte)} came where ${hex(at)} was sent`);
        }
        at++;
      }
    }
  } catch (error) {
    if (!(error instanceof PortError)) throw error;
    return failed(what, error.message);
  }
  const ms = Math.round(performance.now() - startedAt);
  return {
    verdict: "ok",
    text: `${what} came back in ${ms} ms (${Math.round(onWireMs)} on a wire)`,
  };
}

async function* linesLooped(cell: DescriptorCell): AsyncGenerator<Check> {
  const lines = modemLinesOf(cell);
  const plug = [["dtr", ["dsr", "dcd"]], ["rts", ["cts"]]] as const;
  for (const [out, ins] of plug) {
    const on = lines.set(out, true)
      ? await settled((status) => ins.some((line) => status[line]))
      : null;
    const off = lines.set(out, false) ? await settled((s) => !ins.some((line) => s[line])) : null;
    lines.set(out, true);
    const name = `${out.toUpperCase()} to ${ins.map((line) => line.toUpperCase()).join(" and ")}`;
    if (on === null || off === null) {
      yield { verdict: "left_out", text: `${name}: the device has no such lines` };
      continue;
    }
    const follow = ins.filter((line) => on[line] && !off[line]).map((line) => line.toUpperCase());
    yield follow.length === 0
      ? { verdict: "left_out", text: `${name}: the plug does not join them` }
      : { verdict: "ok", text: `${name}: ${follow.join(" and ")} followed` };
  }

  /** The lines when they are as expected, or as they are when the time has passed. */
  async function settled(expected: (status: ModemStatus) => boolean): Promise<ModemStatus | null> {
    const end = performance.now() + LINE_SETTLES_MS;
    for (;;) {
      const status = lines.read();
      if (status === null || expected(status) || performance.now() > end) return status;
      await new Promise((resolve) => setTimeout(resolve, LINE_ASKED_EVERY_MS));
    }
  }
}

function attempt(open: () => Port): Port | PortError {
  try {
    return open();
  } catch (error) {
    if (error instanceof PortError) return error;
    throw error;
  }
}

function failed(what: string, why: string): Check {
  return { verdict: "failed", text: `${what}: ${why}` };
}

function hex(byte: number): string {
  return `0x${byte.toString(16).padStart(2, "0").toUpperCase()}`;
}
