/** By letter, the bytes of EUC-KR as browsers and Deno have it (CP949). */
let known: Map<string, readonly number[]> | null = null;

/** `text` in CP949. Throws a RangeError for a letter that has no place in it. */
export function koreanBytes(text: string): Uint8Array<ArrayBuffer> {
  known ??= table();
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    const found = code < 0x80 ? [code] : known.get(letter);
    if (found === undefined) throw new RangeError(`"${letter}" is not in CP949`);
    bytes.push(...found);
  }
  return new Uint8Array(bytes);
}

function table(): Map<string, readonly number[]> {
  const decoder = new TextDecoder("euc-kr");
  const letters = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x41; trail <= 0xfe; trail++) {
      const letter = decoder.decode(new Uint8Array([lead, trail]));
      if (letter.length === 1 && letter !== "\uFFFD") letters.set(letter, [lead, trail]);
    }
  }
  return letters;
}
