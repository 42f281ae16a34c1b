/** The words of a text: runs of letters and digits, in lower case. */
export function wordsOf(text: string): string[] {
  return text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * A text as overlapping pairs of letters (`납기확인` -> `납기 기확 확인`): Korean words have no end that a
 * tokeniser knows, and by pairs any part of them is found.
 */
export function pairsOf(text: string): string {
  // The last letter stands alone too, so that every single letter begins something.
  return wordsOf(text).map((word) => `${pairsOfWord(word)} ${[...word].at(-1)}`).join(" ");
}

/** What finds every text that has these words, in any order, as parts of its words; null where nothing is said. */
export function matchFor(text: string): string | null {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  return words.map((word) => [...word].length === 1 ? `"${word}"*` : `"${pairsOfWord(word)}"`)
    .join(" AND ");
}

function pairsOfWord(word: string): string {
  const letters = [...word];
  return letters.slice(0, -1).map((letter, i) => letter + letters[i + 1]).join(" ");
}
