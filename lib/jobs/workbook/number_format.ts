import { type DigitMask, digitMask } from "./digit_mask.ts";

/** How a number is shown: as one, as a day (and maybe a time), as a time alone, as hours that go on past 24, or by a mask. */
export type Showing = "number" | "day" | "time" | "hours" | DigitMask;

/** The numbers of formats that every spreadsheet knows and that show dates. (ECMA-376 part 1, 18.8.30.) */
const DAYS = new Set([
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36],
  ...[50, 51, 52, 53, 54, 55, 56, 57, 58],
]);
const TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 47]);
const HOURS = 46;
/** Longer ones are no formats. */
const LONGEST_FORMAT = 1000;

/** How the format of this number shows what has it, where the workbook does not say otherwise. */
export function knownShowing(id: number): Showing {
  if (DAYS.has(id)) return "day";
  if (TIMES.has(id)) return "time";
  return id === HOURS ? "hours" : "number";
}

/** How a format such as `yyyy-mm-dd`, `[$-412]m"월" d"일"` or `000-0000-0000` shows a number. */
export function showingOf(format: string): Showing {
  const code = format.slice(0, LONGEST_FORMAT);
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return "hours";
  // Without what is in brackets or quotes, escaped, or a filling.
  const bare = code.replace(/\[[^\]]*\]|"[^"]*"|\\.|[*_]./g, "").replace(/General/gi, "");
  if (/[yd]|m{3,}/i.test(bare)) return "day";
  if (/[hs]|am\/pm|a\/p/i.test(bare)) return "time";
  return digitMask(code) ?? "number";
}
