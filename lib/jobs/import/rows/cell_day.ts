import { normalDay } from "../../../domain/custom_field.ts";
import { writtenDay } from "../../../text/import_words.ts";

const DAY_MS = 86_400_000;
/** Excel counts days from here, from March 1900 on: its February of that year has a 29th. */
const EXCEL_ZERO = Date.UTC(1899, 11, 30);
/** Five digits: the days from 1927 to 2173. Six may as well be a year, a month and a day. */
const EXCEL_DAY = /^\d{5}(?:\.\d+)?$/;
const TIME_BEHIND = /[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/;

/**
 * The day that a cell names, as `2026-11-21`: year, month and day in any usual writing, with a time behind them or
 * not, or the number that Excel keeps for a day. Null where it is none.
 */
export function dayOfCell(text: string): string | null {
  if (EXCEL_DAY.test(text)) {
    const day = new Date(EXCEL_ZERO + Math.floor(Number(text)) * DAY_MS);
    return day.toISOString().slice(0, 10);
  }
  return normalDay(writtenDay(text.replace(TIME_BEHIND, "")));
}
