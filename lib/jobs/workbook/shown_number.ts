import { type Cell, timeText } from "./cell.ts";
import { masked } from "./digit_mask.ts";
import type { Showing } from "./number_format.ts";
import { type DateSystem, serialDate } from "./serial_date.ts";

/** The day behind 31 December 9999, after which spreadsheets show `####` and people know that it is no date. */
const END = { 1900: 2_958_466, 1904: 2_957_004 } as const;

/** What people see of a number: a day, a time, digits set apart, or the number where it can be none of these. */
export function shownNumber(value: number, showing: Showing, system: DateSystem): Cell {
  if (showing === "number") return value;
  if (typeof showing === "object") return masked(value, showing) ?? value;
  if (value < 0 || value >= END[system]) return value;
  if (showing === "hours") return hoursText(value);
  const date = serialDate(value, system);
  const isTime = value < 1 && (showing === "time" || system === 1900);
  return isTime ? timeText(date.toISOString().slice(11)) : date;
}

function hoursText(days: number): string {
  const seconds = Math.round(days * 86_400);
  const two = (number: number) => String(number).padStart(2, "0");
  const hours = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? hours : `${hours}:${two(seconds % 60)}`;
}
