import type { LiCoding } from "../dialect/dialect_shape.ts";

/** The length (of MI and DATA) in the two LI bytes, 0 to 65535; -1 where they are not of this coding. */
export function decodeLi(coding: LiCoding, first: number, second: number): number {
  switch (coding) {
    case "ascii-dec":
    case "ascii-hex": {
      const base = coding === "ascii-dec" ? 10 : 16;
      const high = digit(first, base);
      const low = digit(second, base);
      return high < 0 || low < 0 ? -1 : high * base + low;
    }
    case "binary-be":
      return first << 8 | second;
    case "binary-le":
      return second << 8 | first;
    default:
      return coding satisfies never;
  }
}

/**
 * Whether a good LI of 1 to `maxLength` can begin with this byte. A stray STX is found out one byte sooner
 * with it, before an ACK behind it has been waited for.
 */
export function canBeginLi(coding: LiCoding, first: number, maxLength: number): boolean {
  switch (coding) {
    case "ascii-dec":
      return digit(first, 10) >= 0 && digit(first, 10) * 10 <= maxLength;
    case "ascii-hex":
      return digit(first, 16) >= 0 && digit(first, 16) * 16 <= maxLength;
    case "binary-be":
      return first << 8 <= maxLength;
    case "binary-le":
      // The high byte is still to come, and lengths over 255 are never believed.
      return first <= maxLength;
    default:
      return coding satisfies never;
  }
}

/** The two LI bytes of `length`; RangeError where the coding cannot say it. */
export function encodeLi(coding: LiCoding, length: number): [number, number] {
  const base = coding === "ascii-dec" ? 10 : coding === "ascii-hex" ? 16 : 256;
  if (!Number.isInteger(length) || length < 0 || length >= base * base) {
    throw new RangeError(`A length of ${length} cannot be written in ${coding}.`);
  }
  const high = Math.floor(length / base);
  const low = length % base;
  switch (coding) {
    case "ascii-dec":
    case "ascii-hex":
      return [character(high), character(low)];
    case "binary-be":
      return [high, low];
    case "binary-le":
      return [low, high];
    default:
      return coding satisfies never;
  }
}

/** The value of an ASCII digit, hex in either case; -1 where the byte is none of this base. */
function digit(byte: number, base: 10 | 16): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return base === 16 && letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}

function character(digit: number): number {
  return digit < 10 ? 0x30 + digit : 0x41 + digit - 10;
}
