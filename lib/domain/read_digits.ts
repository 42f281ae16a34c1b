import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { type NationalPlan, planOf } from "./national_plan.ts";
import type { Numbering } from "./numbering.ts";

/** The digits of one number, and how they were written. */
export interface DigitGroups {
  readonly digits: string;
  /** Where a sign stood between them: behind so many digits. */
  readonly cuts: readonly number[];
  /** Whether a plus stood before them. */
  readonly plus: boolean;
  /** What stood before the last ones; empty where that was a blank. */
  readonly lastSign: string;
}

/** What digits are, or why that cannot be said. */
export type DigitsRead =
  | {
    readonly kind: "number";
    /** Of the country: its national digits (`01012345678`, `15881234`); else E.164 (`+14155552671`). */
    readonly normal: string;
    /** Whether the office's area code was put before them. */
    readonly completed: boolean;
    /** Whether it is a number that needs nobody's area code and has seven digits or more. */
    readonly whole: boolean;
  }
  | { readonly kind: "unsure"; readonly why: "groups" | "abroad" | "area_code" }
  | { readonly kind: "none"; readonly why: "digits" };

const NONE = { kind: "none", why: "digits" } as const;
const GROUPS = { kind: "unsure", why: "groups" } as const;

/**
 * Reads digits by the plan of the office's country. Signs in them must stand where signs stand in such a number, so that
 * `02-2000-003·4` is not 02-2000-0034.
 */
export function readDigits(groups: DigitGroups, numbering: Numbering): DigitsRead {
  const plan = planOf(numbering);
  const { digits, plus } = groups;
  if (plus && !digits.startsWith("0")) {
    return digits.startsWith(plan.code)
      ? fromAbroad(groups, plan.code.length, plan)
      : foreign(groups);
  }
  const here = national(groups, plan);
  // A plus before a number of here: no country's code begins with 0.
  if (here !== NONE || plus) return here;
  const [first, another] = abroadReadings(groups, plan);
  if (first !== undefined) return another === undefined ? first : { kind: "unsure", why: "abroad" };
  return local(groups, plan, numbering.areaCode);
}

function national(groups: DigitGroups, plan: NationalPlan): DigitsRead {
  const { digits } = groups;
  const normal = plan.number(digits);
  if (normal === null) return NONE;
  if (!areCuts(groups, plan.cuts(digits), (head) => plan.number(head) !== null)) return GROUPS;
  return { kind: "number", normal, completed: false, whole: normal.length >= 7 };
}

/** `digits` begin with the country's own code. */
function fromAbroad(groups: DigitGroups, length: number, plan: NationalPlan): DigitsRead {
  const { digits, cuts } = groups;
  const within = plan.fromAbroad(digits.slice(length));
  const shift = within.length - (digits.length - length);
  const moved = cuts.filter((cut) => cut > length).map((cut) => cut - length + shift);
  return national({ ...groups, digits: within, cuts: moved }, plan);
}

/** `digits` are a country's code, in which no sign stands, and a number there. */
function foreign(groups: DigitGroups): DigitsRead {
  const number = validAbroad(groups.digits);
  if (number === null) return NONE;
  const [first = number.code.length] = groups.cuts;
  if (first < number.code.length) return NONE;
  if (!areCuts(groups, null, (head) => validAbroad(head) !== null)) return GROUPS;
  return { kind: "number", normal: number.normal, completed: false, whole: true };
}

/**
 * What digits mean that have an access code or a country's code before them, each number that they may be: by a code that
 * carriers here have, by those that are usual elsewhere, and without one.
 */
function abroadReadings(groups: DigitGroups, plan: NationalPlan): readonly DigitsRead[] {
  const numbers = new Map<string, DigitsRead>();
  let doubt: DigitsRead = NONE;
  for (const length of accessCodes(groups, plan)) {
    const read = behindCode(without(groups, length), plan, length > 0);
    if (read.kind === "number") numbers.set(read.normal, read);
    else if (read.kind === "unsure") doubt = read;
  }
  return numbers.size > 0 || doubt === NONE ? [...numbers.values()] : [doubt];
}

function behindCode(groups: DigitGroups, plan: NationalPlan, coded: boolean): DigitsRead {
  if (groups.digits.startsWith(plan.code)) {
    const read = fromAbroad(groups, plan.code.length, plan);
    return coded || read.kind !== "number" || read.whole ? read : NONE;
  }
  return coded || isNorthAmerican(groups) ? foreign(groups) : NONE;
}

/** The lengths of what may be an access code before the digits. */
function* accessCodes({ digits, cuts }: DigitGroups, plan: NationalPlan): Generator<number> {
  const own = plan.abroad.exec(digits)?.[0].length;
  // Written apart it is one, and then nothing else.
  if (own !== undefined && cuts.includes(own)) return yield own;
  // 0082 is the own country's, and no 008 before a country whose code begins with 2.
  if (digits.startsWith(`00${plan.code}`)) return yield 2;
  if (own !== undefined) yield own;
  if (digits.startsWith("00") && own !== 2) yield 2;
  // From North America, and then only to here: 011 is also a mobile's prefix.
  const codeEnd = 3 + plan.code.length;
  const isApart = cuts.length === 0 || cuts.includes(codeEnd);
  if (digits.startsWith(`011${plan.code}`) && isApart && own !== 3) yield 3;
  if (!digits.startsWith("0")) yield 0;
}

/** `1-415-555-2671`, as it stands on business cards; eleven digits in a row may be anything. */
function isNorthAmerican({ digits, cuts }: DigitGroups): boolean {
  return /^1[2-9]\d{9}$/.test(digits) && cuts.includes(1) && cuts.includes(4);
}

function local(groups: DigitGroups, plan: NationalPlan, areaCode: string): DigitsRead {
  const { digits } = groups;
  if (!plan.isLocal(digits)) return NONE;
  if (!areCuts(groups, [digits.length - 4], () => false)) return GROUPS;
  // Nobody has said in which area the office is: as it came, it is equal to what comes in the same way.
  if (areaCode === "") {
    return plan.code === "82"
      ? { kind: "number", normal: digits, completed: false, whole: false }
      : NONE;
  }
  const normal = plan.number(areaCode + digits);
  return normal === null ? NONE : { kind: "number", normal, completed: true, whole: false };
}

function without(groups: DigitGroups, length: number): DigitGroups {
  const cuts = groups.cuts.filter((cut) => cut > length).map((cut) => cut - length);
  return { ...groups, digits: groups.digits.slice(length), cuts };
}

/**
 * Whether signs stand only where they may; where they may anywhere, one or two digits behind a dash or a dot, and up to four
 * behind a slash, may be another line of the same office, if the number is whole without them.
 */
function areCuts(
  { digits, cuts, lastSign }: DigitGroups,
  allowed: readonly number[] | null,
  isWhole: (head: string) => boolean,
): boolean {
  if (allowed !== null) return cuts.every((cut) => allowed.includes(cut));
  const last = cuts.at(-1) ?? 0;
  const most = lastSign === "" ? 0 : /[/~]/.test(lastSign) ? 4 : 2;
  return last === 0 || digits.length - last > most || !isWhole(digits.slice(0, last));
}

function validAbroad(digits: string): { readonly normal: string; readonly code: string } | null {
  if (!/^[1-9]\d{5,16}$/.test(digits)) return null;
  const read = parsePhoneNumberFromString(`+${digits}`);
  return read?.isValid() === true ? { normal: read.number, code: read.countryCallingCode } : null;
}
