/**
 * The bytes in a captured file: as they are, or, where the file is a text of hex numbers, those. The text
 * may be what xxd, xxd -p and hexdump -C write, or numbers with a comment three spaces behind them:
 * `02 30 33 43 31 50 03 22   C, trunk 1, withheld`.
 */
export function bytesOfCapture(file: Uint8Array): Uint8Array {
  if (!isText(file)) return file;
  const lines = new TextDecoder().decode(file).split(/\r?\n/);
  const bytes = lines.flatMap(bytesOfLine);
  // A text without a number is what somebody typed at a terminal: bytes all the same.
  return bytes.length === 0 ? file : Uint8Array.from(bytes);
}

/** Each with the offset that it begins with and the mark behind its numbers. */
const LINES = [
  { offset: /^[0-9a-f]+: /i, end: / {2}/ }, // xxd
  { offset: /^[0-9a-f]{8} {2}/i, end: /\|/ }, // hexdump -C
  { offset: /^\s*/, end: / {3}/ },
] as const;

const NUMBERS = /^(?:[0-9a-f]{2})+$/i;

function bytesOfLine(line: string): number[] {
  const form = LINES.find(({ offset }) => offset.test(line)) ?? LINES[2];
  const [numbers = ""] = line.replace(form.offset, "").split(form.end);
  const words = numbers.trim().split(/\s+/);
  const end = words.findIndex((word) => !NUMBERS.test(word));
  const pairs = words.slice(0, end < 0 ? words.length : end).join("").match(/../g) ?? [];
  return pairs.map((pair) => parseInt(pair, 16));
}

/** A frame begins with 02, which no text contains. */
function isText(file: Uint8Array): boolean {
  return file.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
