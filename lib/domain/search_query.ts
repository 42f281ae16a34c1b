import { DETAIL_FIELDS } from "./customer_fields.ts";
import { normalNumber } from "./phone_number.ts";
import { foldedWord, placeOf } from "./search_text.ts";

/** One word of a search. */
export interface SearchWord {
  /** Folded; may have consonants in it that stand for syllables. */
  readonly text: string;
  /** Digits of a telephone number, three or more; null where the word is none. */
  readonly digits: string | null;
}

/** What was typed, understood. */
export interface SearchQuery {
  /** All of it in one, folded: the beginning of a name. Empty where nothing can be found by it. */
  readonly whole: string;
  /** Each of them must be found. */
  readonly words: readonly SearchWord[];
  /** The whole of it as a number in normal form; null where it is none. */
  readonly number: string | null;
  /** The customer whose ID was typed, with or without zeros; null where none was. */
  readonly customerId: number | null;
}

/** More words than these say nothing more. */
const MOST_WORDS = 6;
const MOST_LETTERS = 60;
/** Fewer digits are part of nearly every number. */
const LEAST_DIGITS = 3;

export function searchQuery(typed: string): SearchQuery {
  const text = typed.slice(0, 200).trim();
  const code = /^c\s*-\s*(\d{1,15})$/i.exec(text);
  const digits = digitsOf(text);
  const words = code !== null
    ? []
    : digits === null
    ? text.split(/\s+/).map(wordOf).filter((word) => word.text !== "").slice(0, MOST_WORDS)
    : [{ text: shortened(foldedWord(text)), digits }];
  return {
    whole: words.map((word) => word.text).join(""),
    words,
    number: digits === null || digits.length < LEAST_DIGITS ? null : normalNumber(text),
    customerId: code === null ? null : Number(code[1]),
  };
}

function wordOf(typed: string): SearchWord {
  return { text: shortened(foldedWord(mailName(typed))), digits: digitsOf(typed) };
}

/** What stands before the @ of an e-mail address: what follows is shared by too many. */
function mailName(text: string): string {
  const at = text.indexOf("@");
  return at <= 0 ? text : text.slice(0, at);
}

function shortened(word: string): string {
  return [...word].slice(0, MOST_LETTERS).join("");
}

/** Typed digits with signs between them: part of a number, in the national form of normal numbers. */
function digitsOf(text: string): string | null {
  const plain = text.normalize("NFKC");
  if (!/^\+?[\d\s().\-/~*#\u2010-\u2015]+$/.test(plain)) return null;
  const digits = plain.replace(/\D/g, "");
  const national = plain.startsWith("+82") || digits.startsWith("0082")
    ? `0${digits.replace(/^(?:0082|82)0?/, "")}`
    : digits;
  return national.length < LEAST_DIGITS ? null : national.slice(0, 20);
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
  return query.words.every(({ text, digits }) =>
    names.some((name) => placeOf(text, name) >= 0) ||
    digits !== null && customer.numbers.some((number) => number.includes(digits)) ||
    isInDetails({ text, digits }) && customer.details.some((detail) => fold(detail).includes(text))
  );
}
