/**
 * What is compared when somebody searches: letters and digits alone, small, so that neither blanks nor signs,
 * nor capitals, nor the width of a letter make a difference ("(주) 한빛 상사" is "주한빛상사").
 */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text;
  // NFKC would turn the consonants that people type (ㄱ) into the ones of which old Korean is composed.
  return text.replace(OTHER_THAN_JAMO, (piece) => piece.normalize("NFKC"))
    .toLowerCase().replace(SIGNS, "");
}

/** Nothing to do, as for most names; the empty text too. */
const PLAIN = /^[가-힣0-9a-z]*$/;
const OTHER_THAN_JAMO = /[^\u3131-\u318E]+/g;
// Emoji are somebody's only name now and then: they stay, their variation selectors do not.
const SIGNS = /[^\p{L}\p{N}\p{M}\p{So}]+|[\uFE00-\uFE0F]+/gu;

/** The nineteen consonants that a syllable can begin with, in the order of Unicode's syllables. */
const INITIALS = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
const SYLLABLES = { first: 0xac00, last: 0xd7a3, perInitial: 588 };

/** An input method makes one letter of two consonants that can end a syllable together. */
const CLUSTERS: Readonly<Record<string, string>> = {
  ...{ ㄳ: "ㄱㅅ", ㄵ: "ㄴㅈ", ㄶ: "ㄴㅎ", ㄺ: "ㄹㄱ", ㄻ: "ㄹㅁ", ㄼ: "ㄹㅂ", ㄽ: "ㄹㅅ" },
  ...{ ㄾ: "ㄹㅌ", ㄿ: "ㄹㅍ", ㅀ: "ㄹㅎ", ㅄ: "ㅂㅅ" },
};

/** `letters` with every Korean syllable replaced by the consonant that it begins with (초성): 김민수 is ㄱㅁㅅ. */
export function initials(letters: string): string {
  return letters.replace(/[가-힣]/g, initialOf);
}

function initialOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code < SYLLABLES.first || code > SYLLABLES.last) return letter;
  return INITIALS[Math.floor((code - SYLLABLES.first) / SYLLABLES.perInitial)] ?? letter;
}

/** Whether a letter is a consonant that stands for any syllable beginning with it. */
function isInitial(letter: string): boolean {
  return INITIALS.includes(letter);
}

/** A word as it was typed, folded; consonants that were typed in one letter are two again. */
export function foldedWord(typed: string): string {
  return folded(typed).replace(/[ㄳ-ㅄ]/g, (letter) => CLUSTERS[letter] ?? letter);
}

/**
 * Where `word` begins in `letters`, both folded; -1 where it does not occur. A consonant of the word
 * stands for itself and for every syllable that begins with it.
 */
export function placeOf(word: string, letters: string): number {
  if (!/[ㄱ-ㅎ]/.test(word)) return letters.indexOf(word);
  const wanted = [...word];
  // Korean letters are one UTF-16 unit each, so where one of them is searched for, units may be counted.
  for (let start = 0; start + word.length <= letters.length; start++) {
    let at = start;
    const fits = wanted.every((letter) => {
      const found = letters.slice(at, at + letter.length);
      at += letter.length;
      return found === letter || isInitial(letter) && initialOf(found) === letter;
    });
    if (fits) return start;
  }
  return -1;
}

/** All pieces of `size` letters, one beginning at each letter; none where the text is shorter. */
export function pieces(text: string, size: number): string[] {
  const found: string[] = [];
  // Where every letter is one UTF-16 unit, nearly always, they need not be told apart.
  const letters = ASTRAL.test(text) ? [...text] : null;
  const length = letters?.length ?? text.length;
  for (let at = 0; at + size <= length; at++) {
    found.push(letters?.slice(at, at + size).join("") ?? text.slice(at, at + size));
  }
  return found;
}

const ASTRAL = /[\uD800-\uDFFF]/;
