/** The words of a text, as they are compared: runs of letters and digits in lower case; a number as it is dialled. */
function auditText(text: string): string {
  return text.normalize("NFC").toLowerCase().replaceAll(/(?<=\d)-(?=\d)/g, "");
}

/** What the words of a text are found by: every pair of neighbouring letters, and every letter, once. */
export function auditPairs(text: string): string {
  const pairs = new Set<string>();
  for (const word of wordsOf(text)) for (const piece of piecesOf(word)) pairs.add(piece);
  return [...pairs].join(" ");
}

/** Finds whatever may have all these words; null where nothing is said. `hasWords` says whether it has. */
export function auditMatch(text: string): string | null {
  const pieces = wordsOf(text).flatMap((word) => {
    const letters = [...word];
    return letters.length === 1 ? letters : pairsOf(letters);
  });
  return pieces.length === 0 ? null : [...new Set(pieces)].map((one) => `"${one}"`).join(" AND ");
}

/** Whether every word of `asked` stands somewhere in `text`. */
export function hasWords(text: string, asked: string): boolean {
  const all = wordsOf(text);
  return wordsOf(asked).every((word) => all.some((other) => other.includes(word)));
}

function wordsOf(text: string): string[] {
  return auditText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function piecesOf(word: string): string[] {
  const letters = [...word];
  return [...letters, ...pairsOf(letters)];
}

function pairsOf(letters: readonly string[]): string[] {
  return letters.slice(0, -1).map((letter, index) => letter + letters[index + 1]);
}
