import { PARITIES, type Parity, type SerialSettings } from "../port.ts";
import type { TermiosLayout } from "../../../base/posix/platform.ts";

/** A driver divides its clock and meets a speed only nearly; a receiver tolerates about 4 %, both ends together. */
const SPEED_TOLERANCE = 0.02;

/**
 * The terminal structure for a raw line with these settings: nothing echoed, translated, or taken for
 * flow control, and `read` never returns 0 while the line is up (VMIN 1).
 */
export function rawTermios(
  layout: TermiosLayout,
  settings: SerialSettings,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(layout.size);
  const fields = new DataView(bytes.buffer);
  // With INPCK alone a byte whose parity is wrong reads as 0: the frame's check then fails, as it should.
  setWord(fields, layout, 0, settings.parity === "none" ? 0 : layout.checkParity);
  setWord(fields, layout, 2, controlWord(layout, settings));
  bytes[layout.vmin] = 1;
  bytes[layout.vtime] = 0;
  for (const at of [layout.inputSpeed, layout.outputSpeed]) {
    fields.setUint32(at, settings.baudRate, true);
  }
  return bytes;
}

function controlWord(layout: TermiosLayout, settings: SerialSettings): number {
  let word = layout.dataBits[settings.dataBits] | layout.receiver | layout.hangUpOnClose |
    layout.ignoreModemLines | layout.speedAsNumber;
  if (settings.stopBits === 2) word |= layout.twoStopBits;
  if (settings.parity !== "none") word |= layout.parity;
  if (settings.parity === "odd") word |= layout.oddParity;
  return word;
}

/** Whether the device took what was asked: setting succeeds if it took any part (tcsetattr(3)). */
export function sameTermios(
  layout: TermiosLayout,
  asked: Uint8Array<ArrayBuffer>,
  taken: Uint8Array<ArrayBuffer>,
): boolean {
  const [a, t] = [new DataView(asked.buffer), new DataView(taken.buffer)];
  const differ = (word: number) => getWord(a, layout, word) ^ getWord(t, layout, word);
  const speed = a.getUint32(layout.outputSpeed, true);
  const off = Math.abs(t.getUint32(layout.outputSpeed, true) - speed) / speed;
  return differ(0) === 0 && differ(1) === 0 && (differ(2) & layout.framing) === 0 &&
    (differ(3) & layout.cooked) === 0 && off <= SPEED_TOLERANCE;
}

/** The settings in a terminal structure, in one line: `9600 8N1`. */
export function describeTermios(layout: TermiosLayout, bytes: Uint8Array<ArrayBuffer>): string {
  const fields = new DataView(bytes.buffer);
  const word = getWord(fields, layout, 2);
  const size = layout.dataBits[7] | layout.dataBits[8];
  const dataBits = ([8, 7] as const).find((bits) => (word & size) === layout.dataBits[bits]);
  const parity = (word & layout.parity) === 0
    ? "none"
    : (word & layout.oddParity) === 0
    ? "even"
    : "odd";
  const stopBits = (word & layout.twoStopBits) === 0 ? 1 : 2;
  const baudRate = fields.getUint32(layout.outputSpeed, true);
  return `${baudRate} ${dataBits ?? "?"}${PARITY_LETTERS[parity]}${stopBits}`;
}

/** Settings in one line, as `describeTermios` writes them. */
export function describeSettings(settings: SerialSettings): string {
  const { baudRate, dataBits, parity, stopBits } = settings;
  return `${baudRate} ${dataBits}${PARITY_LETTERS[parity]}${stopBits}`;
}

const PARITY_LETTERS = Object.fromEntries(
  PARITIES.map((parity) => [parity, parity.charAt(0).toUpperCase()]),
) as Record<Parity, string>;

/** Flags and speeds use the low 32 bits of their word on both systems; both are little-endian. */
function setWord(fields: DataView, layout: TermiosLayout, index: number, value: number): void {
  fields.setUint32(index * layout.word, value, true);
}

function getWord(fields: DataView, layout: TermiosLayout, index: number): number {
  return fields.getUint32(index * layout.word, true);
}
