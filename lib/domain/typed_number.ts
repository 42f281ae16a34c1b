import { KOREA, type Numbering } from "./numbering.ts";
import { normalNumber } from "./phone_number.ts";
import { cleaned } from "./search_text.ts";

/** A telephone number, or a part of one, as it stands in what somebody typed or pasted. */
export interface TypedNumber {
  /** Three or more, those of a number of here in its national form. */
  readonly digits: string;
  /** The number in normal form, where all of it is there; null for a part. */
  readonly normal: string | null;
}

/** Fewer digits are part of nearly every number. */
const LEAST_DIGITS = 3;
const MOST_DIGITS = 20;
/** A whole number of here has at most twelve, and with fewer than seven it is as well a part of one. */
const WHOLE = /^(?:\+\d{7,15}|\d{7,12})$/;

/**
 * What may stand between two digits of one number: blanks and signs, but for those that say an amount or that another
 * one follows, and the letters that look like a dash. Two stars in a row are digits that are hidden.
 */
const SIGN = "(?![*•●○]{2})(?:[^\\p{L}\\p{N}%@&,;|$€£₩¥]|[ㅡーㅣ一])";
const RUN = new RegExp(`(\\+?\\d(?:${SIGN}{0,3}\\d)*)`, "u");
const ALL_NUMBER = new RegExp(`^(?:${SIGN})*\\d(?:(?:${SIGN})*\\d)*(?:${SIGN})*$`, "u");

/** The digits of a text that is one number or a part of one, with signs between them; null where it says more, or less. */
export function digitsOf(text: string): string | null {
  if (!ALL_NUMBER.test(text)) return null;
  const digits = national(text);
  return digits.length < LEAST_DIGITS ? null : digits;
}

/** The digits to look for in normal numbers, of the first number in a text or a part of one; all there are of fewer. */
export function digitsToFind(typed: string, numbering: Numbering = KOREA): string {
  const text = cleaned(typed);
  const first = numbersApart(text, numbering).find((piece) => typeof piece !== "string");
  return first?.digits ?? text.replace(/\D/g, "");
}

/** `text` in order: what is a number, and what stands before, between and behind. */
export function numbersApart(text: string, numbering: Numbering = KOREA): (string | TypedNumber)[] {
  const found: (string | TypedNumber)[] = [];
  let words = "";
  for (const [index, piece] of text.split(RUN).entries()) {
    const digits = piece.replace(/\D/g, "").length;
    // 3M and 2공장 are words.
    if (index % 2 === 0 || digits < LEAST_DIGITS) {
      words += piece;
      continue;
    }
    found.push(words, ...numbersOf(piece, numbering));
    words = "";
  }
  return [...found, words].filter((piece) => piece !== "");
}

/** The whole numbers that are in a text, or that all of it is; of each that was dialled behind an area code, the number itself too. */
export function wholeNumbers(
  text: string,
  parts: readonly TypedNumber[],
  numbering: Numbering = KOREA,
): string[] {
  const all = normalNumber(text, numbering);
  const short = digitsOf(text) !== null;
  const found = [
    ...all !== null && (short || WHOLE.test(all)) && all.length >= LEAST_DIGITS ? [all] : [],
    ...parts.flatMap(({ normal }) => normal ?? []),
  ];
  const behindArea = found.flatMap((number) => BEHIND_AREA.exec(number)?.[1] ?? []);
  return [...new Set([...found, ...behindArea])].slice(0, MOST_NUMBERS);
}

const MOST_NUMBERS = 6;
/** 1588-1234 has no area, and people write one all the same. */
const BEHIND_AREA = /^0(?:2|[3-6]\d)(1[4568]\d{6})$/;

function numbersOf(run: string, numbering: Numbering): TypedNumber[] {
  const normal = normalNumber(run, numbering);
  const digits = national(run);
  // Of 82-10-1234 the zero is missing, and more.
  const cut = normal === run.replace(/\D/g, "") && normal !== digits;
  if (normal !== null && WHOLE.test(normal) && !cut) {
    return [{ digits: normal.replace("+", ""), normal }];
  }
  const parts = run.length > MOST_DIGITS || (normal?.length ?? 0) > 12 ? brokenUp(run) : [run];
  if (parts.length > 1) return parts.flatMap((part) => numbersOf(part, numbering));
  return digits.length < LEAST_DIGITS ? [] : [{ digits, normal: null }];
}

/** Several numbers with a blank or a slash between them, of which each begins as numbers do. */
function brokenUp(run: string): string[] {
  const parts: string[] = [];
  for (const piece of run.split(/[\s/]+/)) {
    const last = parts.at(-1);
    const begins = /^\(?(?:\+|0|1[4568]\d\d)/.test(piece);
    const whole = (last?.replace(/\D/g, "").length ?? 0) >= 7;
    if (last === undefined || begins && whole) parts.push(piece);
    else parts[parts.length - 1] = `${last} ${piece}`;
  }
  return parts;
}

/** Only the digits, with the zero in place of the country's code. */
function national(text: string): string {
  const digits = text.replace(/\D/g, "");
  const abroad = /^\s*\+\s*82|^\D*0082|^\D*82[^\d]/.test(text);
  return (abroad ? `0${digits.replace(/^(?:0082|82)0?/, "")}` : digits).slice(0, MOST_DIGITS);
}
