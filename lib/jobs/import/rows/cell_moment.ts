import { dayOfCell } from "./cell_day.ts";

const DAY_MS = 86_400_000;
const EXCEL_ZERO = Date.UTC(1899, 11, 30);
const EXCEL_MOMENT = /^\d{5}(?:\.\d+)?$/;
const ABSOLUTE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;
/** `2:30`, `14:30:05`, `오후 2시 30분`, `2:30 PM` behind a day. */
const TIME =
  /[T\s]*(오전|오후|am|pm)?\s*(\d{1,2})\s*(?::|시)\s*(?:(\d{1,2})\s*분?)?(?:\s*:?\s*(\d{1,2})(?:\.\d+)?\s*초?)?\s*(am|pm)?$/i;

/**
 * The moment (ms since the epoch, UTC) that a cell names, in any usual writing or as Excel counts; a day alone is its first
 * minute. `momentOf` says when the office's clock shows a moment. Null where it names none.
 */
export function momentOfCell(text: string, momentOf: (shown: number) => number): number | null {
  if (ABSOLUTE.test(text)) return Date.parse(text);
  if (EXCEL_MOMENT.test(text)) {
    // Excel's fractions of a day are not exact.
    return momentOf(EXCEL_ZERO + Math.round(Number(text) * DAY_MS / 1000) * 1000);
  }
  const time = TIME.exec(text);
  const day = dayOfCell((time === null ? text : text.slice(0, time.index)).trim());
  if (day === null) return null;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const seconds = time === null ? 0 : secondsOf(time);
  return seconds === null ? null : momentOf(midnight + seconds * 1000);
}

function secondsOf([, before, hours, minutes = "0", seconds = "0", behind]: RegExpExecArray) {
  const half = (before ?? behind ?? "").toLowerCase();
  const hour = Number(hours);
  const isLate = half === "오후" || half === "pm";
  if (half !== "" && (hour < 1 || hour > 12) || hour > 23) return null;
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  const whole = half === "" ? hour : hour % 12 + (isLate ? 12 : 0);
  return whole * 3600 + Number(minutes) * 60 + Number(seconds);
}
