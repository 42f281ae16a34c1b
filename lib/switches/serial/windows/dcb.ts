import type { Parity, SerialSettings } from "../port.ts";
import { WIN32 } from "./constants.ts";
import { COMMTIMEOUTS, DCB, DCB_FLAGS } from "./layouts.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** How long a read may last in the driver before it ends with nothing. It is asked again at once. */
export const READ_LASTS_MS = 1000;

/** A byte lasts 40 ms at 300 baud; the rest is for a driver that takes its time. */
const WRITE_LASTS_MS = { constant: 1000, aByte: 50 };

const XON = 0x11;
const XOFF = 0x13;

const PARITY_BYTES: Readonly<Record<Parity, number>> = {
  none: WIN32.NOPARITY,
  odd: WIN32.ODDPARITY,
  even: WIN32.EVENPARITY,
};

const STOP_BITS = { 1: WIN32.ONESTOPBIT, 2: WIN32.TWOSTOPBITS } as const;

/** Every flag of which the meaning is ours to decide. */
const DECIDED = Object.values(DCB_FLAGS).reduce((all, bits) => all | bits);

/**
 * `present`, a DCB as the driver has it, with these settings: a raw line, DTR and RTS on, no flow control,
 * no byte dropped or invented. What is not decided here (the limits of the driver's buffers) stays as it is,
 * as the documentation advises.
 */
export function rawDcb(present: Bytes, settings: SerialSettings): Bytes {
  const dcb = present.slice();
  const fields = new DataView(dcb.buffer);
  fields.setUint32(DCB.DCBlength, DCB.size, true);
  fields.setUint32(DCB.BaudRate, settings.baudRate, true);
  const flags = fields.getUint32(DCB.flags, true);
  fields.setUint32(DCB.flags, (flags & ~DECIDED) | flagsOf(settings), true);
  fields.setUint8(DCB.ByteSize, settings.dataBits);
  fields.setUint8(DCB.Parity, PARITY_BYTES[settings.parity]);
  fields.setUint8(DCB.StopBits, STOP_BITS[settings.stopBits]);
  // They do nothing with fInX and fOutX off, but a DCB in which they are equal is refused.
  fields.setUint8(DCB.XonChar, XON);
  fields.setUint8(DCB.XoffChar, XOFF);
  fields.setUint8(DCB.ErrorChar, 0);
  return dcb;
}

function flagsOf({ parity }: SerialSettings): number {
  // fAbortOnError stays 0: with it one bad byte ends every read until ClearCommError is called.
  let flags = DCB_FLAGS.fBinary |
    value("fDtrControl", WIN32.DTR_CONTROL_ENABLE) |
    value("fRtsControl", WIN32.RTS_CONTROL_ENABLE);
  // A byte whose parity is wrong reads as 0: the frame's check then fails, as it should.
  if (parity !== "none") flags |= DCB_FLAGS.fParity | DCB_FLAGS.fErrorChar;
  return flags;
}

/** A number in the bits of a flag that has more than one. */
function value(flag: keyof typeof DCB_FLAGS, number: number): number {
  const bits = DCB_FLAGS[flag];
  return number * (bits & -bits);
}

/** What decides how a byte travels. A driver may keep its own idea of the rest. */
const FRAMING = DCB_FLAGS.fOutxCtsFlow | DCB_FLAGS.fOutxDsrFlow | DCB_FLAGS.fDsrSensitivity |
  DCB_FLAGS.fOutX | DCB_FLAGS.fInX | DCB_FLAGS.fNull | DCB_FLAGS.fAbortOnError;

/** Whether the driver took what was asked: some succeed and set another speed. */
export function sameDcb(asked: Bytes, taken: Bytes): boolean {
  const [a, t] = [new DataView(asked.buffer), new DataView(taken.buffer)];
  const flagsDiffer = a.getUint32(DCB.flags, true) ^ t.getUint32(DCB.flags, true);
  const bytes = [DCB.ByteSize, DCB.Parity, DCB.StopBits];
  return a.getUint32(DCB.BaudRate, true) === t.getUint32(DCB.BaudRate, true) &&
    (flagsDiffer & FRAMING) === 0 && bytes.every((at) => asked[at] === taken[at]);
}

/** The settings in a DCB, in one line: `9600 8N1`. */
export function describeDcb(dcb: Bytes): string {
  const fields = new DataView(dcb.buffer);
  const parity = "NOEMS".charAt(fields.getUint8(DCB.Parity)) || "?";
  const stopBits = ["1", "1.5", "2"][fields.getUint8(DCB.StopBits)] ?? "?";
  const baudRate = fields.getUint32(DCB.BaudRate, true);
  return `${baudRate} ${fields.getUint8(DCB.ByteSize)}${parity}${stopBits}`;
}

/**
 * COMMTIMEOUTS in which a read ends as soon as there is a byte, with all that there are, or after
 * `READ_LASTS_MS` with none. Only this one combination of values does that:
 * https://learn.microsoft.com/windows/win32/api/winbase/ns-winbase-commtimeouts#remarks
 */
export function readSoon(): Bytes {
  const timeouts = new Uint8Array(COMMTIMEOUTS.size);
  const fields = new DataView(timeouts.buffer);
  fields.setUint32(COMMTIMEOUTS.ReadIntervalTimeout, WIN32.MAXDWORD, true);
  fields.setUint32(COMMTIMEOUTS.ReadTotalTimeoutMultiplier, WIN32.MAXDWORD, true);
  fields.setUint32(COMMTIMEOUTS.ReadTotalTimeoutConstant, READ_LASTS_MS, true);
  fields.setUint32(COMMTIMEOUTS.WriteTotalTimeoutMultiplier, WRITE_LASTS_MS.aByte, true);
  fields.setUint32(COMMTIMEOUTS.WriteTotalTimeoutConstant, WRITE_LASTS_MS.constant, true);
  return timeouts;
}

/** How long the driver may hold a write of so many bytes, in ms, before it gives it back undone. */
export function writeLastsMs(bytes: number): number {
  return WRITE_LASTS_MS.constant + bytes * WRITE_LASTS_MS.aByte;
}
