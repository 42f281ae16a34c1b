import { isEmail } from "../../../domain/customer_fields.ts";
import { readCell } from "../../../domain/phone_number.ts";
import { dayOfCell } from "../rows/cell_day.ts";

/** What values are, as far as they show it by themselves. */
export type ValueKind =
  | "phone"
  | "email"
  | "resident"
  | "business"
  | "bank"
  | "date"
  | "amount"
  | "postal"
  | "figure"
  | "text";

/** What all of these values are, or all but one in ten; "text" where they are of several kinds. None of them is blank. */
export function kindOfValues(values: readonly string[]): ValueKind {
  const counts = new Map<ValueKind, number>();
  for (const value of values) {
    const kind = kindOfValue(value);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most !== undefined && most[1] >= values.length * 0.9 ? most[0] : "text";
}

/** The share of the values that are of this kind, 0 to 1; 0 of none. */
export function shareOf(kind: ValueKind, values: readonly string[]): number {
  const count = values.filter((value) => kindOfValue(value) === kind).length;
  return values.length === 0 ? 0 : count / values.length;
}

/** Whether they are 1, 2, 3 … or otherwise figures that only grow: the numbers of rows. */
export function isRunning(values: readonly string[]): boolean {
  const figures = values.map((value) => /^\d{1,7}(?:\.0)?$/.test(value) ? Number(value) : NaN);
  return figures.every((figure, index) => index === 0 ? figure >= 0 : figure > figures[index - 1]!);
}

function kindOfValue(value: string): ValueKind {
  const text = value.normalize("NFKC").trim();
  if (isEmail(text)) return "email";
  if (!/\d/.test(text)) return "text";
  if (isResidentNumber(text)) return "resident";
  if (isBusinessNumber(text)) return "business";
  if (/^\d{3}-\d{3}$|^\d{5}$/.test(text)) return "postal";
  if (
    /^[\d.\-/]+(?:[T ][\d:.]+Z?)?$|년/.test(text) && !/^0/.test(text) && dayOfCell(text) !== null
  ) {
    return "date";
  }
  if (/^[₩$€]|^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\s*원?$|\d\s*원$/.test(text)) return "amount";
  if (looksLikePhone(text)) return "phone";
  if (/^\d{2,6}-\d{2,6}-\d{2,8}(?:-\d{1,6})*$/.test(text)) return "bank";
  return /^[+-]?\d+(?:\.\d+)?$/.test(text) ? "figure" : "text";
}

/** Numbers of a resident or a foreigner: a birthday, a sex and six digits more. */
function isResidentNumber(text: string): boolean {
  const found = /^(\d{2})(\d{2})(\d{2})\s?-?\s?[1-8][\d*]{6}$/.exec(text);
  if (found === null) return false;
  const [month, day] = [Number(found[2]), Number(found[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

const BUSINESS_WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3, 5];

/** `123-45-67890`, or its ten digits where the last of them checks the others. Six and seven digits are a corporation's. */
function isBusinessNumber(text: string): boolean {
  if (/^\d{3}-\d{2}-\d{5}$/.test(text) || /^\d{6}-\d{7}$/.test(text)) return true;
  // Ten digits that lack a zero are a telephone number, as Excel leaves it; 012 to 015 are nobody's any more.
  if (!/^\d{10}$/.test(text) || !/^1[2-5]/.test(text) && lacksZero(text)) {
    return false;
  }
  const digits = [...text].map(Number);
  const sum = BUSINESS_WEIGHTS.reduce((all, weight, i) => all + weight * digits[i]!, 0) +
    Math.floor(5 * digits[8]! / 10);
  return (10 - sum % 10) % 10 === digits[9];
}

/** Written as numbers here are: from a zero, a plus or a nation-wide prefix on; or with the zero that Excel ate. */
function looksLikePhone(text: string): boolean {
  const found = /\+?\(?\d[\d\s().\-\u2010-\u2015·]{5,}\d/.exec(text)?.[0] ?? "";
  const digits = found.replace(/[^\d+]/g, "");
  if (/^(?:0\d{8,11}|\+\d{9,15}|00\d{9,15}|1[568]\d{6}|82\d{9,10})/.test(digits)) return true;
  return lacksZero(text);
}

/** Whether it is a number whose zero Excel ate. */
function lacksZero(text: string): boolean {
  const read = readCell(text);
  return read.kind === "number" && read.completed === "zero";
}
