/** A format that does no more than set digits apart: `000-0000-0000`, `(0##) ####-####`. */
export interface DigitMask {
  readonly sections: readonly Section[];
}

interface Section {
  /** Null: for all others. */
  readonly holds: { readonly sign: string; readonly than: number } | null;
  /** Null: it shows more than digits. */
  readonly marks: readonly Mark[] | null;
}

/** A place for a digit, or what stands between them. */
type Mark = { readonly place: "0" | "#" } | { readonly text: string };

/** What may stand between the digits of a number that people dial, or know somebody by. */
const BETWEEN = /^[0-9+()./ -]*$/;
const PIECE =
  /\[(?:(<=|>=|<>|<|>|=)(\d+(?:\.\d+)?)|(\$[^\]]*)|[^\]]*)\]|"([^"]*)"|\\(.)|[_*](.)|([0#?])|([1-9+()/ -])|([^])/gs;
/** A number that is dialled has no fewer digits and no more. */
const DIALLED = { least: 9, most: 12 } as const;

/** Null where the format shows more than digits, or nothing but them. */
export function digitMask(format: string): DigitMask | null {
  const sections = format.match(/(?:"[^"]*"|\\.|[^;"\\])+/gs)?.map(sectionOf) ?? [];
  return sections.some(({ marks }) => marks !== null && saysMore(marks)) ? { sections } : null;
}

/** A whole number as it is shown; null where the mask is not for it. */
export function masked(value: number, { sections }: DigitMask): string | null {
  if (!Number.isSafeInteger(value) || value < 0) return null;
  const marks = sections.find(({ holds }) => holds === null || isSo(value, holds))?.marks;
  if (marks === undefined || marks === null || !saysMore(marks)) return null;
  const shown = withDigits(String(value), marks);
  return isOtherNumber(shown) ? null : shown;
}

/**
 * Whether a number that is shown like this is dialled otherwise: a mask for mobile numbers makes 02-2000-0001 002-2000-0001,
 * which is in Egypt.
 */
export function isOtherNumber(shown: string): boolean {
  const digits = shown.replace(/\D/g, "");
  return digits.startsWith("00") && /\D/.test(shown) &&
    digits.length >= DIALLED.least && digits.length <= DIALLED.most;
}

function sectionOf(format: string): Section {
  let holds: Section["holds"] = null;
  const marks: Mark[] = [];
  for (const piece of format.matchAll(PIECE)) {
    const [, sign, than, currency, quoted, escaped, , place, plain, other] = piece;
    const text = quoted ?? escaped ?? plain;
    if (sign !== undefined) holds = { sign, than: Number(than) };
    else if (place !== undefined) marks.push({ place: place === "0" ? "0" : "#" });
    else if (text !== undefined && BETWEEN.test(text)) marks.push({ text });
    else if (
      text !== undefined || other !== undefined ||
      (currency !== undefined && !/^\$-/.test(currency))
    ) return { holds, marks: null };
  }
  return { holds, marks };
}

function saysMore(marks: readonly Mark[]): boolean {
  const places = marks.filter((mark) => "place" in mark);
  const zeros = places.filter(({ place }) => place === "0").length;
  return zeros > 1 ||
    (places.length > 1 && marks.some((mark) => "text" in mark && mark.text.trim() !== ""));
}

function withDigits(digits: string, marks: readonly Mark[]): string {
  const places = marks.filter((mark) => "place" in mark);
  const firstZero = places.findIndex(({ place }) => place === "0");
  const least = firstZero === -1 ? 0 : places.length - firstZero;
  const padded = digits.padStart(least, "0");
  // Those that have no place stand at the first one.
  const over = Math.max(0, padded.length - places.length);
  let next = padded.length - over - places.length;
  let shown = "";
  let isFirst = true;
  for (const mark of marks) {
    if ("text" in mark) {
      shown += mark.text;
      continue;
    }
    if (isFirst) shown += padded.slice(0, over);
    isFirst = false;
    if (next >= 0) shown += padded[over + next];
    next++;
  }
  return shown;
}

function isSo(value: number, { sign, than }: NonNullable<Section["holds"]>): boolean {
  switch (sign) {
    case "<=":
      return value <= than;
    case ">=":
      return value >= than;
    case "<":
      return value < than;
    case ">":
      return value > than;
    case "=":
      return value === than;
    default:
      return value !== than;
  }
}
