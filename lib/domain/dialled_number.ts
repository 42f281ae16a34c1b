import type { CallDirection } from "./call.ts";
import { specialNumber } from "./dial_kind.ts";
import { foldedNumber } from "./number_text.ts";
import { planOf } from "./national_plan.ts";
import { KOREA, type Numbering } from "./numbering.ts";
import { readNumber } from "./phone_number.ts";
import { readDigits } from "./read_digits.ts";

/** With all the signs and a name around it. */
const MOST_CHARACTERS = 100;

/** What digits off the wire mean. */
export interface WireNumber {
  /** The form in which it is compared; what no plan knows is compared as it came. */
  readonly normal: string;
  /** Whether the office's area code was put before them. */
  readonly completed: boolean;
}

/** Whose number came with a call. */
export function callerNumber(told: string, numbering: Numbering = KOREA): WireNumber {
  return readWire(told, numbering) ?? { normal: told, completed: false };
}

/**
 * What somebody dialled at a telephone of the office: without the outside digit and the feature codes before it. Where two
 * numbers are possible it is neither.
 */
export function dialledNumber(told: string, numbering: Numbering = KOREA): WireNumber {
  const readings = new Map<string, WireNumber>();
  for (const { digits } of withoutPrefixes(told, numbering)) {
    const read = readWire(digits, numbering);
    if (read !== null) readings.set(read.normal, read);
  }
  const [only, another] = readings.values();
  return only === undefined || another !== undefined ? { normal: told, completed: false } : only;
}

/** A number as a switch tells it. */
export interface ToldNumber {
  readonly number: string;
  readonly direction: CallDirection;
}

/** A number off the wire in the form in which it is compared. */
export function readAsTold({ number, direction }: ToldNumber, numbering: Numbering): string {
  return (direction === "in" ? callerNumber : dialledNumber)(number, numbering).normal;
}

/** Digits that are to be dialled. */
export interface ToDial {
  /** The number in normal form; an extension or a feature code as it was typed. */
  readonly digits: string;
  /** Feature codes that were typed before it. */
  readonly feature: string;
  /** Whether it is a number of a plan, and so outside, if no extension is called so. */
  readonly isNumber: boolean;
  /** Whether the outside digit was typed before it: then no extension is meant. */
  readonly outside: boolean;
  readonly completed: boolean;
}

/**
 * What a person wants to dial who typed or clicked this: a number in any form, with or without the outside digit, or three
 * and more of `0-9 * #` as they are; null where that cannot be said.
 */
export function numberToDial(text: string, numbering: Numbering = KOREA): ToDial | null {
  const typed = text.length > MOST_CHARACTERS ? "" : foldedNumber(text);
  if (/^[0-9*#]{3,24}$/.test(typed)) {
    const plain = plainToDial(typed, numbering);
    if (plain !== null) return plain;
  }
  const { outsideDigit } = numbering;
  const read = readNumber(typed, numbering);
  const outside = outsideDigit !== "" && typed.startsWith(outsideDigit)
    ? readNumber(typed.slice(outsideDigit.length).replace(/^[\s-]+/, ""), numbering)
    : read;
  const found = read.kind === "number" ? read : outside;
  if (found.kind !== "number") return asTyped(typed, numbering);
  // `9-200-0100`: two numbers are possible.
  if (outside.kind === "number" && outside.normal !== found.normal) return null;
  const completed = found.completed === "area_code";
  return { digits: found.normal, feature: "", isNumber: true, outside: found !== read, completed };
}

function plainToDial(typed: string, numbering: Numbering): ToDial | null {
  const { normal, completed } = dialledNumber(typed, numbering);
  const way = withoutPrefixes(typed, numbering).find(({ digits }) =>
    readWire(digits, numbering)?.normal === normal
  );
  if (way === undefined) return null;
  const { feature, outside } = way;
  return { digits: normal, feature, isNumber: true, outside, completed };
}

/** An extension, a feature code, or what only the exchange knows. */
function asTyped(typed: string, numbering: Numbering): ToDial | null {
  if (!/^[0-9*#]{3,20}$/.test(typed)) return null;
  const ways = withoutPrefixes(typed, numbering);
  // `911` is in no plan.
  const help = numbering.country === "KR"
    ? undefined
    : ways.find(({ digits }) => specialNumber(digits, numbering) === "emergency");
  return help !== undefined
    ? { ...help, isNumber: true, completed: false }
    : { digits: typed, feature: "", isNumber: false, outside: false, completed: false };
}

/** Fewer digits are no customer's. */
const LEAST_DIGITS = 7;

/**
 * What the exchange may take for a number in what is dialled, each in normal form or as it is. Digits that are none as a
 * whole may have the outside digit before them (`91191`), and it connects as soon as a number is whole, whatever comes
 * behind (`010123456789`).
 */
export function numbersReached(
  { digits, isNumber }: Pick<ToDial, "digits" | "isNumber">,
  numbering: Numbering,
): string[] {
  if (isNumber) return [digits];
  const reached = new Set([digits]);
  for (const bare of withoutPrefixes(digits, numbering)) {
    reached.add(bare.digits);
    for (let length = LEAST_DIGITS; length < bare.digits.length; length++) {
      const read = readWire(bare.digits.slice(0, length), numbering);
      if (read !== null) reached.add(read.normal);
    }
  }
  return [...reached];
}

/** What the switch is given so that it dials a number outside. */
export function digitsOutside({ digits, feature }: ToDial, numbering: Numbering): string {
  const abroad = numbering.abroadPrefix === ""
    ? planOf(numbering).dialsAbroad
    : numbering.abroadPrefix;
  return feature + numbering.outsideDigit + digits.replace(/^\+/, abroad);
}

/** Digits without some of what may stand before them, and what of it did. */
interface Bare {
  readonly digits: string;
  readonly feature: string;
  readonly outside: boolean;
}

/** The digits themselves first, then without a feature code, the outside digit, or both in either order. */
function withoutPrefixes(told: string, { outsideDigit, featurePrefixes }: Numbering): Bare[] {
  const bare = (one: Bare): Bare[] => [
    one,
    ...one.feature !== ""
      ? []
      : featurePrefixes.filter((prefix) => one.digits.startsWith(prefix)).flatMap((prefix) =>
        bare({ ...one, digits: one.digits.slice(prefix.length), feature: prefix })
      ),
    ...one.outside || outsideDigit === "" || !one.digits.startsWith(outsideDigit)
      ? []
      : bare({ ...one, digits: one.digits.slice(outsideDigit.length), outside: true }),
  ];
  return bare({ digits: told, feature: "", outside: false });
}

function readWire(told: string, numbering: Numbering): WireNumber | null {
  if (!/^\d+$/.test(told)) {
    const read = readNumber(told, numbering);
    return read.kind === "number"
      ? { normal: read.normal, completed: read.completed === "area_code" }
      : null;
  }
  const read = readDigits({ digits: told, cuts: [], plus: false, lastSign: "" }, numbering);
  return read.kind === "number" ? { normal: read.normal, completed: read.completed } : null;
}
