import { DETAIL_FIELDS } from "./customer_fields.ts";
import { foldedWord, placeOf } from "./search_text.ts";
import { digitsOf } from "./typed_number.ts";

/** One word of a search. */
export interface SearchWord {
  /** Folded; may have consonants in it that stand for syllables. */
  readonly text: string;
  /** Digits of a telephone number, three or more; null where the word is none. */
  readonly digits: string | null;
  /** Whether those are a whole number: a longer one that has them in it is another. */
  readonly whole: boolean;
  /** Its last syllable is still being typed: 김미 is on its way to 김민수. */
  readonly half: boolean;
}

/** What was typed, understood in one way. */
export interface SearchQuery {
  /** All of it in one, folded: the beginning of a name. Empty where nothing can be found by it. */
  readonly whole: string;
  /** Each of them must be found. */
  readonly words: readonly SearchWord[];
}

/** More words than these say nothing more. */
const MOST_WORDS = 6;
const MOST_LETTERS = 60;

/** `text` word for word; where all of it is a number with blanks, as one. */
export function searchQuery(text: string): SearchQuery {
  const whole = wordOf(text.trim());
  return queryOf(whole.digits === null ? text.split(/\s+/).map(wordOf) : [whole]);
}

/** Those of the words that say something. */
export function queryOf(words: readonly SearchWord[]): SearchQuery {
  const some = words.filter((word) => word.text !== "").slice(0, MOST_WORDS);
  return { whole: some.map((word) => word.text).join(""), words: some };
}

export function wordOf(typed: string): SearchWord {
  return {
    text: shortened(foldedWord(mailName(typed))),
    digits: digitsOf(typed),
    whole: false,
    half: false,
  };
}

/** What stands before the @ of an e-mail address: what follows is shared by too many. */
function mailName(text: string): string {
  const at = text.indexOf("@");
  return at <= 0 ? text : text.slice(0, at);
}

function shortened(word: string): string {
  return [...word].slice(0, MOST_LETTERS).join("");
}

/** What of a customer is searched. */
export interface Searched {
  readonly name: string;
  readonly company: string;
  /** The texts of `DETAIL_FIELDS`, of an e-mail address what stands before its @. */
  readonly details: readonly string[];
  /** In normal form. */
  readonly numbers: readonly string[];
}

/** What of a customer is searched; `numbers` are in normal form. */
export function searchedOf(
  said: Readonly<Record<(typeof DETAIL_FIELDS)[number] | "name" | "company", string>>,
  numbers: readonly string[],
): Searched {
  const details = DETAIL_FIELDS.map((field) =>
    field === "email" ? mailName(said.email) : said[field]
  );
  return { name: said.name, company: said.company, details, numbers };
}

/** A single letter is looked for in names and companies only. */
export const LEAST_IN_TEXT = 2;

/** Nor are digits that may be a number's, and consonants, looked for in longer texts. */
export function isInDetails({ text, digits }: SearchWord): boolean {
  return digits === null && [...text].length >= LEAST_IN_TEXT && !/[ㄱ-ㅎ]/.test(text);
}

/** Whether every word is found in a customer: in a name or company, in a number, or in the details. */
export function fits(
  query: SearchQuery,
  customer: Searched,
  fold: (text: string) => string,
): boolean {
  const names = [fold(customer.name), fold(customer.company)];
  return query.words.every((word) =>
    names.some((name) => placeOf(word.text, name, word.half) >= 0) ||
    customer.numbers.some((number) => isInNumber(word, number)) ||
    isInDetails(word) && customer.details.some((detail) => fold(detail).includes(word.text))
  );
}

function isInNumber({ digits, whole }: SearchWord, number: string): boolean {
  if (digits === null) return false;
  return whole ? number.replace("+", "") === digits : number.includes(digits);
}
