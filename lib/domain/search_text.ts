import { INITIALS, keysOf } from "./hangul_keys.ts";

/**
 * What is compared when somebody searches: letters and digits alone, small, so that neither blanks nor signs,
 * nor capitals, nor the width of a letter make a difference ("(주) 한빛 상사" is "주한빛상사").
 */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text;
  return inOneForm(text).toLowerCase().replace(SIGNS, "");
}

/**
 * In NFKC, Korean consonants and vowels that stand alone as keyboards of today write them (ㄱ): NFKC would make of them
 * those of which old Korean is composed, and half-width ones (ﾡ) and a Mac's are such.
 */
function inOneForm(text: string): string {
  return text.replace(OTHER_THAN_JAMO, (piece) => piece.normalize("NFKC"))
    .replace(PARTS_OF_OLD, singleLetter);
}

/** What was typed or pasted, without the marks that nobody sees and that come along with what is copied. */
export function cleaned(typed: string): string {
  return inOneForm(typed.replace(/\p{Cf}/gu, "")).replace(FILLERS, " ").trim();
}

/** Of Korean syllables that have no consonant or vowel. */
const FILLERS = /[\u115F\u1160\u3164]/g;

/** Nothing to do, as for most names; the empty text too. */
const PLAIN = /^[가-힣0-9a-z]*$/;
const OTHER_THAN_JAMO = /[^\u3131-\u318E]+/g;
const PARTS_OF_OLD = /[\u1100-\u1112\u1161-\u1175\u11A8-\u11C2]/g;
// Emoji are somebody's only name now and then: they stay, their variation selectors do not.
const SIGNS = /[^\p{L}\p{N}\p{M}\p{So}]+|[\uFE00-\uFE0F]+/gu;

const SYLLABLES = { first: 0xac00, last: 0xd7a3, perInitial: 588 };

/** As a keyboard of today writes it: ㄱ of U+1100, ㅏ of U+1161, ㄳ of U+11AA. */
function singleLetter(part: string): string {
  const code = part.charCodeAt(0);
  if (code < 0x1161) return INITIALS[code - 0x1100] ?? part;
  return code < 0x11a8
    ? String.fromCharCode(0x314f + code - 0x1161)
    : ENDINGS[code - 0x11a8] ?? part;
}

const ENDINGS = [..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];

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

/** A word as it was typed, folded; consonants that an input method has joined into one letter are two again. */
export function foldedWord(typed: string): string {
  return folded(typed).replace(/[ㄳ-ㅄ]/g, keysOf);
}

/**
 * Where `word` begins in `letters`, both folded; -1 where it does not occur. A consonant of the word
 * stands for itself and for every syllable that begins with it. With `half`, its last syllable may be only begun.
 */
export function placeOf(word: string, letters: string, half = false): number {
  if (half) return placeOfHalf(word, letters);
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

/** What follows must begin with the keys of the last syllable: those of 밍 begin 미영, too. */
function placeOfHalf(word: string, letters: string): number {
  const [sure, keys] = [word.slice(0, -1), keysOf(word.slice(-1))];
  for (let start = 0; start < letters.length - sure.length; start++) {
    const at = start + sure.length;
    if (!keysOf(letters.slice(at, at + 2)).startsWith(keys)) continue;
    if (placeOf(sure, letters.slice(start, at)) === 0) return start;
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
