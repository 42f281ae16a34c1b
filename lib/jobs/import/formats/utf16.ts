const LOOKED_AT = 4096;

/**
 * Which UTF-16 a file is in that begins with `head`: by its mark, or without one where its units are the letters, signs
 * and line ends of a Korean or English list, and the bytes the other way round are not. Null where it is none.
 */
export function utf16Of(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  // No list does without a digit, a sign or a line end, and each of them has a zero byte.
  const bytes = head.subarray(0, LOOKED_AT);
  if (!bytes.includes(0)) return null;
  const [little, big] = [usual(bytes, true), usual(bytes, false)];
  if (Math.max(little, big) < USUAL) return null;
  return little >= big ? "utf-16le" : "utf-16be";
}

/** So many units of a list are usual ones; the others are Chinese characters, say. */
const USUAL = 0.8;

/** The share of units that a list usually has. */
function usual(bytes: Uint8Array, little: boolean): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length & ~1);
  let count = 0;
  for (let at = 0; at < view.byteLength; at += 2) if (isUsual(view.getUint16(at, little))) count++;
  return count / Math.max(1, view.byteLength / 2);
}

function isUsual(unit: number): boolean {
  // ASCII, Hangul syllables, Hangul letters, signs of East Asia, full-width letters.
  return unit === 9 || unit === 10 || unit === 13 || (unit >= 0x20 && unit < 0x7f) ||
    (unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0x3131 && unit <= 0x318e) ||
    (unit >= 0x3000 && unit <= 0x303f) || (unit >= 0xff01 && unit <= 0xff5e);
}
