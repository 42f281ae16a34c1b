import {
  isLabel,
  withoutCompanyForm,
  wordWithoutParticle,
  wordWithoutTitle,
} from "./said_beside.ts";
import { queryOf, type SearchQuery, searchQuery, type SearchWord, wordOf } from "./search_query.ts";
import { cleaned } from "./search_text.ts";
import { KOREA, type Numbering } from "./numbering.ts";
import { numbersApart, type TypedNumber, wholeNumbers } from "./typed_number.ts";

/** What was typed or pasted, in every way in which it may be meant. */
export interface SearchReadings {
  /** Without what nobody sees. */
  readonly text: string;
  /** The customer whose ID it has; null where it has none. */
  readonly customerId: number | null;
  /** The whole e-mail address in it; null where there is none. */
  readonly email: string | null;
  /** The whole telephone numbers in it, in normal form. */
  readonly numbers: readonly string[];
  /** Whether nothing beside the numbers says who is meant. */
  readonly onlyNumbers: boolean;
  /** Word for word. */
  readonly literal: SearchQuery;
  /**
   * Each looser than the one before, without what is only said beside a name: signs and what kind of company it is,
   * titles, what stands in brackets, the particles of a sentence. Most searches need none of them.
   */
  looser(): SearchQuery[];
  /** With a last syllable that is still being typed; null where it does not end in one. */
  half(): SearchQuery | null;
}

const MOST_TYPED = 200;

/** `office` says how numbers are stored: `+81 3-5555-0100` is looked for as 0355550100 in Japan. */
export function searchReadings(typed: string, office: Numbering = KOREA): SearchReadings {
  // A number without an area code may be of any area.
  const numbering = { ...office, areaCode: "" };
  const text = cleaned(typed.slice(0, MOST_TYPED));
  const { customerId, rest } = customerIdIn(text);
  const literal = searchQuery(rest);
  const words = SOME_DIGITS.test(rest) ? plainWords(rest, numbering) : [];
  const numbers = words.filter((word) => typeof word !== "string");
  return {
    text,
    customerId,
    email: rest.includes("@") ? EMAIL.exec(rest)?.[0].toLowerCase() ?? null : null,
    numbers: numbers.length === 0 ? [] : wholeNumbers(rest, numbers, numbering),
    onlyNumbers: words.length > 0 && numbers.length === words.length,
    literal,
    looser: () => looserThan(literal, rest, numbering),
    half: () => /[가-힣]$/.test(rest) ? halfOf(plainWords(rest, numbering).map(asWord)) : null,
  };
}

/** As many as a number has that is looked for. */
const SOME_DIGITS = /\d\D*\d\D*\d/;

function looserThan(literal: SearchQuery, text: string, numbering: Numbering): SearchQuery[] {
  const words = plainWords(text, numbering);
  const outside = text.replace(/[([{<][^)\]}>]*[)\]}>]/g, " ");
  const queries = [
    literal,
    queryOf(words.map(asWord)),
    queryOf(untitled(words).map(asWord)),
    queryOf(outside === text ? [] : untitled(plainWords(outside, numbering)).map(asWord)),
    queryOf(untitled(withoutParticles(words)).map(asWord)),
    queryOf(/^[\d\s]+$/.test(text) ? text.split(/\s+/).map(wordOf) : []),
  ];
  return queries.filter(({ words }, at) =>
    words.length > 0 && queries.findIndex((other) => sameWords(other.words, words)) === at
  ).slice(literal.words.length > 0 ? 1 : 0);
}

/** An ID as pages write it, be it without its zeros or its hyphen; a link to a customer's page has one too. */
function customerIdIn(text: string): { readonly customerId: number | null; readonly rest: string } {
  for (const form of CUSTOMER_IDS) {
    const found = form.exec(text);
    if (found !== null) return { customerId: Number(found[1]), rest: "" };
  }
  // Among other words it may as well be the number of a part.
  const among = ID_AMONG_WORDS.exec(text);
  return { customerId: among === null ? null : Number(among[1]), rest: text };
}

const CUSTOMER_IDS = [
  /^\S*\/customers\/(\d{1,15})(?![\w/])\S*$/,
  /^(?:고객\s*(?:번호|ID)?[\s.:#]*)?[cㅊ]\s*[-_ㅡ\u2010-\u2015\u2212]\s*(\d{1,15})$/i,
  /^고객\s*번호[\s.:#]*(\d{1,15})$/,
];
const ID_AMONG_WORDS = /(?<![\p{L}\p{N}])[cㅊ][-\s]?(\d{6,15})(?![\p{L}\p{N}])/iu;

const EMAIL = /[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[a-z]{2,}/i;

/** Words and numbers, without signs, company forms and what only says what stands beside it. */
function plainWords(text: string, numbering: Numbering): (string | TypedNumber)[] {
  const names = withoutCompanyForm(text.replace(/([^\s@<>(:,;]+)@[^\s@<>),;]+/g, "$1 "));
  const all = numbersApart(names, numbering).flatMap((piece): (string | TypedNumber)[] =>
    typeof piece === "string" ? piece.match(WORDS) ?? [] : [piece]
  );
  const said = all.filter((word, at) => !isBeside(word, all[at - 1]));
  return said.length === 0 ? all : said;
}

const WORDS = /[\p{L}\p{M}\p{N}\p{So}]+/gu;

function isBeside(word: string | TypedNumber, before: string | TypedNumber | undefined): boolean {
  if (typeof word !== "string") return false;
  // Of 02-1234-5678 내선 3 and 02-1234-5678, 12 the extension; and hidden digits.
  if (/^\d{1,2}$/.test(word)) {
    return typeof before === "string" ? isLabel(before) : (before?.normal ?? null) !== null;
  }
  return isLabel(word) || /^(?:x{2,}|[○●□■]+|☎|☏|✆|📞|📱)$/iu.test(word);
}

function untitled(words: readonly (string | TypedNumber)[]): (string | TypedNumber)[] {
  return words.map((word) => typeof word === "string" ? wordWithoutTitle(word) : word);
}

function withoutParticles(words: readonly (string | TypedNumber)[]): (string | TypedNumber)[] {
  return words.map((word) => typeof word === "string" ? wordWithoutParticle(word) : word);
}

function asWord(word: string | TypedNumber): SearchWord {
  return typeof word === "string"
    ? wordOf(word)
    : { text: word.digits, digits: word.digits, whole: word.normal !== null, half: false };
}

function halfOf(words: readonly SearchWord[]): SearchQuery | null {
  const last = words.at(-1);
  if (last === undefined || !/[가-힣]$/.test(last.text)) return null;
  return queryOf([...words.slice(0, -1), { ...last, half: true }]);
}

function sameWords(some: readonly SearchWord[], others: readonly SearchWord[]): boolean {
  return some.length === others.length &&
    some.every(({ text, digits }, at) =>
      text === others[at]?.text && digits === others[at]?.digits
    );
}
