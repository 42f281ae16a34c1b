import { unfinished } from "./hangul_keys.ts";
import {
  isInDetails,
  LEAST_IN_TEXT,
  type Searched,
  type SearchQuery,
  type SearchWord,
} from "./search_query.ts";
import { folded, initials, pieces } from "./search_text.ts";

// Letters for private use, which no folded text contains, tell the kinds of pieces apart.
const START = "\uE000";
const NUMBER = "\uE001";
const LAST = "\uE002";
const DETAIL = "\uE003";
const BLOCK = "\uE004";

/** Names are cut into pieces of one, two and three letters, so that no word is too short to be found. */
const LONGEST = 3;
/**
 * Numbers into three, four and six digits: of a thousand pieces alone, each would be in a hundredth of all numbers, and
 * two of four digits that stand in a number stand behind each other only now and then.
 */
const DIGITS = [3, 4, 6] as const;
const LAST_DIGITS = 4;
/** Longer texts into two letters: most Korean words have two syllables. */
const TEXT_SIZE = 2;

/**
 * Everything by which a customer is found, for the index. A piece may stand there twice: the index takes no harm, and
 * telling them apart would cost more than all the rest.
 */
export function customerPieces(customer: Searched): string {
  let found = "";
  for (const name of [customer.name, customer.company]) {
    const letters = folded(name);
    const consonants = initials(letters);
    for (const text of letters === consonants ? [letters] : [letters, consonants]) {
      for (let size = 1; size <= LONGEST; size++) {
        found += cut(text, size, "");
        if (name === customer.name) found += start(text, size);
      }
    }
  }
  for (const number of customer.numbers) {
    for (const size of DIGITS) found += cut(number, size, NUMBER);
    if (number.length >= LAST_DIGITS) found += `${LAST}${number.slice(-LAST_DIGITS)} `;
  }
  for (const detail of customer.details) found += cut(folded(detail), TEXT_SIZE, DETAIL);
  return found;
}

/** All pieces of `size` letters with `kind` before and a blank behind each. */
function cut(text: string, size: number, kind: string): string {
  let found = "";
  for (const piece of pieces(text, size)) found += `${kind}${piece} `;
  return found;
}

function start(text: string, size: number): string {
  const [first] = pieces(text, size);
  return first === undefined ? "" : `${START}${first} `;
}

/** Everything by which a note is found. */
export function notePieces(text: string): string {
  return [...new Set(pieces(folded(text), TEXT_SIZE))].join(" ");
}

/** What every note has whose place is in this block. */
export function blockPiece(block: number): string {
  return `${BLOCK}${block}`;
}

/** The hits of an expression in one block; without looking at what stands below it. */
export function withinBlock(expression: string, block: number): string {
  return `(${expression}) AND ${quoted(blockPiece(block))}`;
}

/** The FTS5 expression for customers in whom every word may be found; null where no word is. */
export function anywhere(query: SearchQuery): string | null {
  const alone = query.words.length === 1;
  return all(query.words.map((word) => wordPieces(word, alone)));
}

/** For customers whose name may begin with what was typed. */
export function nameStart(query: SearchQuery): string | null {
  const [word, ...others] = query.words;
  // Hardly any name begins with several words or many digits, and the search inside names finds those anyway.
  if (word === undefined || others.length > 0 || (word.digits?.length ?? 0) > LAST_DIGITS) {
    return null;
  }
  const letters = nameLetters(word.text);
  const start = START + [...letters].slice(0, LONGEST).join("");
  return all([quoted(start), ...covering(letters, LONGEST).slice(1).map(quoted)]);
}

/** For customers who may have a number that ends so; null where fewer than four digits were typed. */
export function numberEnd(query: SearchQuery): string | null {
  const digits = query.words.length === 1 ? query.words[0]?.digits ?? null : null;
  if (digits === null || digits.length < LAST_DIGITS) return null;
  const last = quoted(LAST + digits.slice(-LAST_DIGITS));
  return digits.length === LAST_DIGITS ? last : `${last} AND ${numberPieces(digits)}`;
}

/** For notes in which every word may be found; null where one is too short. */
export function inNote(query: SearchQuery): string | null {
  const short = query.words.some(({ text }) => [...text].length < LEAST_IN_TEXT);
  return short ? null : all(query.words.map(({ text }) => textPieces(text, "")));
}

/** `alone`: there are no others that leave few to be looked at. */
function wordPieces(word: SearchWord, alone: boolean): string {
  const places = !word.half
    ? [namePieces(word.text)]
    : alone
    ? halfPieces(word.text)
    : [...new Set(beginnings(word.text).map((text) => namePieces(initials(text))))];
  if (word.digits !== null) places.push(numberPieces(word.digits));
  if (isInDetails(word)) places.push(textPieces(word.text, DETAIL));
  return `(${places.map((place) => `(${place})`).join(" OR ")})`;
}

/** With a consonant in it the word is one of initials: the syllables in it are checked afterwards. */
function nameLetters(word: string): string {
  return /[ㄱ-ㅎ]/.test(word) ? initials(word) : word;
}

function namePieces(word: string): string {
  const letters = nameLetters(word);
  const size = Math.min(LONGEST, [...letters].length);
  return covering(letters, size).map(quoted).join(" AND ");
}

/** The word, and what it is where its last consonant begins the next syllable. */
function beginnings(word: string): string[] {
  const [sure, last] = [word.slice(0, -1), word.slice(-1)];
  const { next } = unfinished(last);
  return next === null ? [word] : [word, sure + next];
}

/** In each way in which the last syllable may end. */
function halfPieces(word: string): string[] {
  const letters = [...word];
  const { whole } = unfinished(letters.at(-1) ?? "");
  const places = beginnings(word).slice(1).map(namePieces);
  if (/[ㄱ-ㅎ]/.test(word)) return [...places, namePieces(word)];
  const size = Math.min(LONGEST, letters.length);
  const before = covering(word, size).slice(0, -1);
  const end = letters.slice(-size, -1).join("");
  const ends = `(${whole.map((letter) => quoted(end + letter)).join(" OR ")})`;
  return [...places, [...before.map(quoted), ends].join(" AND ")];
}

function numberPieces(digits: string): string {
  const size = DIGITS.findLast((size) => size <= digits.length) ?? digits.length;
  return covering(digits, size).map((piece) => quoted(NUMBER + piece)).join(" AND ");
}

function textPieces(text: string, kind: string): string {
  return covering(text, TEXT_SIZE).map((piece) => quoted(kind + piece)).join(" AND ");
}

/**
 * As few pieces as cover a text: whether what has all of them has the whole in one is looked at afterwards, and
 * each piece more costs more than it rules out.
 */
function covering(text: string, size: number): string[] {
  const found = pieces(text, size);
  return found.filter((_, at) => (found.length - 1 - at) % size === 0 || at === 0);
}

function all(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : parts.join(" AND ");
}

/** Folded text has no quotation marks in it. */
function quoted(piece: string): string {
  return `"${piece}"`;
}
