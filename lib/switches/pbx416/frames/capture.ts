/**
 * The bytes in a captured file: as they are, or, where the file is a text of hex numbers, those. The text
 * may be what xxd, xxd -p and hexdump -C write, or numbers with a comment three spaces behind them:
 * `02 30 33 43 31 50 03 22   C, trunk 1, withheld`.
 */
export function bytesOfCapture(file: Uint8Array): Uint8Array {
  if (!isText(file)) return file;
  const lines = new TextDecoder().decode(file).split(/\r?\n/);
  const form = DUMPS.find(({ offset }) => lines.some((line) => offset.test(line))) ?? PLAIN;
  const bytes = lines.filter((line) => form.offset.test(line)).flatMap((line) =>
    bytesOfLine(line, form)
  );
  // A text without a number is what somebody typed at a terminal: bytes all the same.
  return bytes.length === 0 ? file : Uint8Array.from(bytes);
}

interface Form {
  /** What a line with bytes begins with. */
  readonly offset: RegExp;
  /** What ends its numbers. */
  readonly end: RegExp;
}

const DUMPS: readonly Form[] = [
  { offset: /^[0-9a-f]+: /i, end: / {2}/ }, // xxd
  { offset: /^[0-9a-f]{8} {2}/i, end: /\|/ }, // hexdump -C
];
const PLAIN: Form = { offset: /^\s*/, end: / {3}/ };

const NUMBERS = /^(?:[0-9a-f]{2})+$/i;

function bytesOfLine(line: string, { offset, end }: Form): number[] {
  const [numbers = ""] = line.replace(offset, "").split(end);
  const words = numbers.trim().split(/\s+/);
  const comment = words.findIndex((word) => !NUMBERS.test(word));
  const pairs = words.slice(0, comment < 0 ? words.length : comment).join("").match(/../g) ?? [];
  return pairs.map((pair) => parseInt(pair, 16));
}

/** A frame begins with 02, which no text contains. */
function isText(file: Uint8Array): boolean {
  return file.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
