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

/** Digits that are to be dialled. */
export interface ToDial {
  /** The number in normal form; an extension or a feature code as it was typed. */
  readonly digits: string;
  /** Feature codes that were typed before it. */
  readonly feature: string;
  /** Whether it is a number of a plan, and so outside, if no extension is called so. */
  readonly isNumber: boolean;
  readonly completed: boolean;
}

/**
 * What a person wants to dial who typed or clicked this: a number in any form, with or without the outside digit, or three
 * and more of `0-9 * #` as they are; null where that cannot be said.
 */
export function numberToDial(text: string, numbering: Numbering = KOREA): ToDial | null {
  const typed = text.length > MOST_CHARACTERS ? "" : foldedNumber(text);
  const plain = /^[0-9*#]{3,24}$/.test(typed) ? plainToDial(typed, numbering) : null;
  if (plain !== null) return plain;
  const { outsideDigit } = numbering;
  const read = readNumber(typed, numbering);
  const behind = outsideDigit !== "" && typed.startsWith(outsideDigit)
    ? readNumber(typed.slice(outsideDigit.length).replace(/^[\s-]+/, ""), numbering)
    : read;
  const found = read.kind === "number" ? read : behind;
  if (found.kind !== "number") return asTyped(typed);
  // `9-200-0100`: two numbers are possible.
  if (behind.kind === "number" && behind.normal !== found.normal) return null;
  const completed = found.completed === "area_code";
  return { digits: found.normal, feature: "", isNumber: true, completed };
}

function plainToDial(typed: string, numbering: Numbering): ToDial | null {
  const { normal, completed } = dialledNumber(typed, numbering);
  const of = withoutPrefixes(typed, numbering).find(({ digits }) =>
    readWire(digits, numbering)?.normal === normal
  );
  if (of !== undefined) return { digits: normal, feature: of.feature, isNumber: true, completed };
  return null;
}

/** An extension, a feature code, or what only the exchange knows. */
function asTyped(typed: string): ToDial | null {
  return /^[0-9*#]{3,20}$/.test(typed)
    ? { digits: typed, feature: "", isNumber: false, completed: false }
    : null;
}

/** What the switch is given so that it dials a number outside. */
export function digitsOutside({ digits, feature }: ToDial, numbering: Numbering): string {
  const abroad = numbering.abroadPrefix === ""
    ? planOf(numbering).dialsAbroad
    : numbering.abroadPrefix;
  return feature + numbering.outsideDigit + digits.replace(/^\+/, abroad);
}

/** The digits themselves first, then without what may stand before them. */
function withoutPrefixes(
  told: string,
  { outsideDigit, featurePrefixes }: Numbering,
): { readonly digits: string; readonly feature: string }[] {
  const ways = [{ digits: told, feature: "" }];
  // The outside digit stands before a feature code or behind it.
  for (let round = 0; round < 3; round++) {
    for (const { digits, feature } of [...ways]) {
      const ends = [
        ...featurePrefixes.map((prefix) => ({ prefix, feature: prefix })),
        ...outsideDigit === "" ? [] : [{ prefix: outsideDigit, feature: "" }],
      ];
      for (const one of ends) {
        const rest = digits.slice(one.prefix.length);
        if (!digits.startsWith(one.prefix) || one.feature !== "" && feature !== "") continue;
        if (!ways.some((way) => way.digits === rest)) {
          ways.push({ digits: rest, feature: feature + one.feature });
        }
      }
    }
  }
  return ways;
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
