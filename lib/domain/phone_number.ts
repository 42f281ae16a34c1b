import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { isKorean, koreanCuts } from "./korean_plan.ts";
import { planOf } from "./national_plan.ts";
import { BEHIND, type Behind, foldedNumber, withoutWordsBefore } from "./number_text.ts";
import { KOREA, type Numbering } from "./numbering.ts";
import { type DigitGroups, readDigits } from "./read_digits.ts";
import { saysNothing } from "./says_nothing.ts";

/** Why a text is not read as a number; lib/text has a sentence for each. */
export const NUMBER_DOUBTS = [
  // Nothing, or a word for it: `없음`, `-`.
  "blank",
  // Words, or signs that stand in no number.
  "letters",
  // No plan knows such digits.
  "digits",
  // The signs stand where they do not in a number: `02-200-0003·4`, `110-12-345678`.
  "groups",
  "date",
  // `820311-2345678` and `123-45-67890`: people and firms have them, no telephone.
  "resident_number",
  "business_number",
  // `1.02E+10`: the digits are lost.
  "scientific",
  // It may be a number of two countries.
  "abroad",
  // Short, beside words: whose area it is in, nobody says.
  "area_code",
  // Either without a zero, or without an area code.
  "zero_or_area_code",
] as const;
export type NumberDoubt = (typeof NUMBER_DOUBTS)[number];

/** What a text says as a telephone number. */
export type NumberRead =
  | {
    readonly kind: "number";
    /**
     * The form in which numbers are compared: exactly, never by their last digits. Of the office's country its national
     * digits (`01012345678`, `15881234`), of others E.164 (`+14155552671`).
     */
    readonly normal: string;
    /** What stood before the number and behind it, as it was typed but for widths and blanks. */
    readonly before: string;
    readonly suffix: string;
    /** What was put before the digits to make them whole; null where nothing was. */
    readonly completed: "area_code" | "zero" | null;
  }
  /** `unsure` where it is likely a number, `none` where it is not. */
  | { readonly kind: "unsure" | "none"; readonly why: NumberDoubt };

/**
 * Reads one telephone number with whatever people write around it: signs, widths, countries' and carriers' codes, an
 * extension, a name, a note in brackets. What has two meanings, or too few or too many digits, is not read: it is never
 * made into a number that it may not be. Two numbers are none (`numbersIn`).
 */
export function readNumber(text: string, numbering: Numbering = KOREA): NumberRead {
  const quick = quickly(text, numbering);
  if (quick !== null) {
    return { kind: "number", normal: quick, before: "", suffix: "", completed: null };
  }
  if (text.length > MOST_CHARACTERS) return { kind: "none", why: "letters" };
  if (/^\d+$/.test(text)) return readPlain(text, numbering);
  const folded = foldedNumber(text);
  if (saysNothing(folded)) return { kind: "none", why: "blank" };
  if (SCIENTIFIC.test(folded)) return { kind: "none", why: "scientific" };
  if (/^\d+$/.test(folded)) return readPlain(folded, numbering);
  const float = FLOAT.exec(folded)?.[1];
  if (float !== undefined) return readCell(float, numbering);
  const other = OTHER_NUMBERS.find(([, form]) => form.test(folded));
  if (other !== undefined) return { kind: "none", why: other[0] };
  const bare = withoutScheme(folded, planOf(numbering).code);
  const words = bare === null ? null : withoutWordsBefore(bare);
  if (words === null) return { kind: "none", why: "letters" };
  const { before, rest, strange } = words;
  const read = readBehind(rest, numbering, strange, 0);
  return read.kind === "number" ? { ...read, before } : read;
}

/**
 * Reads what a spreadsheet has made of a number: without its zero, and with `.0` behind it. Where the digits may as well be
 * those of an area whose code is missing, nobody can say.
 */
export function readCell(text: string, numbering: Numbering = KOREA): NumberRead {
  const read = readNumber(text, numbering);
  const digits = FLOAT.exec(text.trim())?.[1] ?? text.trim();
  if (!/^[1-9]\d{6,10}$/.test(digits) || read.kind === "number" && isWhole(digits, numbering)) {
    return read;
  }
  const whole = readNumber(`0${digits}`, numbering);
  if (whole.kind !== "number") return read;
  // `25551234` is 02-555-1234 without its zero, or 2555-1234 of an area that nobody names.
  if (read.kind === "number" && read.completed !== "zero") {
    return { kind: "unsure", why: "zero_or_area_code" };
  }
  return { ...whole, completed: "zero" };
}

/** A number's normal form; null where the text is not surely one. */
export function normalNumber(text: string, numbering: Numbering = KOREA): string | null {
  const quick = quickly(text, numbering);
  if (quick !== null) return quick;
  const read = readNumber(text, numbering);
  return read.kind === "number" ? read.normal : null;
}

/**
 * A number the way people in the office's country write it: `010-1234-5678`, `1588-1234`, `+1 415 555 2671`, with what
 * stood around it. An area code that is missing stays missing; what is not surely a number comes back as it is.
 */
export function formatNumber(text: string, numbering: Numbering = KOREA): string {
  const read = readNumber(
    text,
    numbering.areaCode === "" ? numbering : { ...numbering, areaCode: "" },
  );
  if (read.kind !== "number") return text;
  const written = grouped(read.normal, numbering);
  return written === null ? text : read.before + written + read.suffix;
}

/** With all the signs, a name and an extension around it. */
const MOST_CHARACTERS = 100;
/** `1.01235E+09`: what Excel leaves of a number in a narrow column. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+?\d+$/i;
/** `1012345678.0`: a number that went through a table of floats. */
const FLOAT = /^(\d{7,13})\.0+$/;

const MONTH = "(?:0?[1-9]|1[0-2])";
const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const BORN = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";
/** What stands in columns of numbers, and is no telephone's. */
const OTHER_NUMBERS: readonly (readonly [NumberDoubt, RegExp])[] = [
  [
    "date",
    new RegExp(
      `^(?:19|20)\\d\\d ?[-./] ?${MONTH} ?[-./] ?${DAY}\\.?(?:[ T]\\d{1,2}:\\d\\d(?::\\d\\d)?)?$`,
    ),
  ],
  ["date", new RegExp(`^(?:19|20)\\d\\d${BORN}$`)],
  ["resident_number", new RegExp(`^\\d\\d${BORN} ?[-~]? ?[1-8]\\d{6}$`)],
  ["business_number", /^\d{3}-\d{2}-\d{5}$/],
];

/** What stands nearly everywhere, in two looks; null where it takes more. */
function quickly(text: string, { country }: Numbering): string | null {
  if (country !== "KR") return null;
  if (PLAIN.test(text)) return isKorean(text) ? text : null;
  const groups = DASHED.exec(text);
  if (groups === null) return null;
  const [, first, middle, last] = groups as unknown as [string, string, string, string];
  const digits = first + middle + last;
  return isKorean(digits) && koreanCuts(digits).includes(first.length) ? digits : null;
}

const PLAIN = /^[01]\d{2,11}$/;
const DASHED = /^(0\d{1,3})-(\d{3,4})-(\d{4})$/;

/** `tel:`, `sip:` and their parameters; null where these say that it is a number of elsewhere. */
function withoutScheme(folded: string, code: string): string | null {
  const scheme = /^(?:tel|callto|telprompt|sips?):\/*(?=\S)/i.exec(folded)?.[0];
  if (scheme === undefined) return folded;
  const [address = "", ...parameters] = folded.slice(scheme.length).split(";");
  const context = parameters.find((one) => /^phone-context=/i.test(one))?.slice(14);
  if (context !== undefined && context.replace(/^\+/, "") !== code) return null;
  const extension = parameters.find((one) => /^ext=\d/i.test(one));
  const number = /^sips?:/i.test(scheme) ? address.replace(/[:@].*$/, "") : address;
  return extension === undefined ? number : `${number};${extension}`;
}

function readPlain(digits: string, numbering: Numbering): Headed | Doubted {
  if (/^0*$/.test(digits)) return { kind: "none", why: "blank" };
  const other = OTHER_NUMBERS.find(([, form]) => form.test(digits));
  return other === undefined ? readCore(digits, numbering, false) : { kind: "none", why: other[0] };
}

type Headed = Extract<NumberRead, { kind: "number" }> & { readonly whole: boolean };
type Doubted = Exclude<NumberRead, { kind: "number" }>;

/** More than so many things behind a number are a text. */
const MOST_BEHIND = 3;

/** Reads a number with what stands behind it. With `strange` words around it, it must be whole in itself. */
function readBehind(
  rest: string,
  numbering: Numbering,
  strange: boolean,
  depth: number,
): Headed | Doubted {
  const read = readCore(rest, numbering, strange);
  if (read.kind === "number" || depth > MOST_BEHIND) return read;
  let doubt: Doubted = read;
  for (const kind of Object.keys(BEHIND) as Behind[]) {
    const behind = BEHIND[kind].exec(rest);
    if (behind === null || behind.index === 0 || kind === "end" && depth > 0) continue;
    const head = readBehind(
      rest.slice(0, behind.index),
      numbering,
      strange || kind === "words",
      depth + 1,
    );
    if (head.kind === "unsure") doubt = head;
    // `555-1234 (031)`: that may be the area.
    if (head.kind !== "number" || !head.whole && /^[\s(,~\/]*0/.test(behind[0])) continue;
    return { ...head, suffix: head.suffix + suffixOf(behind[0]) };
  }
  return doubt;
}

function suffixOf(behind: string): string {
  const written = behind.trim();
  return /^[~\/,.;:]/.test(written) && !/^;ext/i.test(written) ? written : ` ${written}`;
}

function readCore(core: string, numbering: Numbering, strange: boolean): Headed | Doubted {
  const groups = groupsOf(core, planOf(numbering).code);
  if (groups === null) return { kind: "none", why: "letters" };
  const read = readDigits(groups, numbering);
  if (read.kind !== "number") return read;
  const { normal, whole } = read;
  if (!whole && strange) {
    return normal.length < 7
      ? { kind: "none", why: "letters" }
      : { kind: "unsure", why: "area_code" };
  }
  return {
    kind: "number",
    normal,
    whole,
    before: "",
    suffix: "",
    completed: read.completed ? "area_code" : null,
  };
}

/** The digits of `core`, which has signs between them and nothing else; null where it has more. */
function groupsOf(core: string, code: string): DigitGroups | null {
  const parts = /^([\s([]*)(\+*)([\s([]*\d[\d\s\-.()[\]~:=_·\/]*)$/.exec(core);
  if (parts === null) return null;
  const plus = parts[2] !== "";
  // `+82 (0)10`: the zero is for those who dial within the country.
  const fromAbroad = plus || /^[\s([]*00/.test(core) || parts[3]!.startsWith(code);
  const text = fromAbroad ? parts[3]!.replace("(0)", " ") : parts[3]!;
  // Of `+(0)` nothing is left.
  const runs = text.match(/\d+/g);
  if (runs === null) return null;
  const digits = runs.join("");
  if (digits.length > MOST_DIGITS) return null;
  const cuts: number[] = [];
  for (const run of runs.slice(0, -1)) cuts.push((cuts.at(-1) ?? 0) + run.length);
  return { digits, cuts, plus, lastSign: /(\D*)\d+\D*$/.exec(text)?.[1]?.trim() ?? "" };
}

/** E.164 (15) behind the longest access code; what is longer is no number but two, or an accident. */
const MOST_DIGITS = 20;

function isWhole(digits: string, { country }: Numbering): boolean {
  return planOf({ country }).number(digits) !== null;
}

/** Null where it is not known how such a number is written. */
function grouped(normal: string, numbering: Numbering): string | null {
  if (normal.startsWith("+")) {
    return parsePhoneNumberFromString(normal)?.formatInternational() ?? normal;
  }
  return planOf(numbering).written(normal);
}
