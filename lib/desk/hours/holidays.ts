import { z } from "zod";
import { type KoreanHoliday, koreanHolidays } from "../../domain/korean_holidays.ts";
import { isDay, officeTime } from "../../domain/office_time.ts";
import {
  addHolidays,
  type Holiday,
  removeHoliday as removeDay,
  setHoliday,
} from "../../store/holidays.ts";
import { type Desk, requireMay } from "../desk.ts";
import { check, line, wrong } from "../field_rules.ts";
import { type Outcome, refused } from "../problem.ts";

const HOLIDAY = z.object({
  day: z.string().superRefine((day, ctx) => {
    if (!isDay(day)) ctx.addIssue(wrong("hours.day_wrong"));
  }),
  name: line("holiday_name", 40).superRefine((name, ctx) => {
    if (name === "") ctx.addIssue(wrong("field.required", { field: "holiday_name" }));
  }),
});

/** The years whose public holidays can be added in an office of `timeZone` (an IANA name): this one and the two after it. */
export function holidayYears(timeZone: string, now: number): readonly number[] {
  const year = Number(officeTime(timeZone).dayOf(now).slice(0, 4));
  return [year, year + 1, year + 2];
}

/** Closes the office on a day (`2026-11-21`), or gives a day on which it is closed another name. Problems stand by the fields' names. */
export function nameHoliday(desk: Desk, typed: Holiday): Outcome<Holiday> {
  requireMay(desk, "office.manage");
  const checked = check(HOLIDAY, typed);
  if (checked.ok) setHoliday(desk.store, checked.value);
  return checked;
}

/**
 * Adds the public holidays of a year that are not there yet, by the name that `nameOf` finds; returns how many. A day that somebody
 * has named otherwise stays as it is.
 */
export function addPublicHolidays(
  desk: Desk,
  year: number,
  timeZone: string,
  nameOf: (holiday: KoreanHoliday) => string,
): Outcome<number> {
  requireMay(desk, "office.manage");
  if (!holidayYears(timeZone, desk.now).includes(year)) return refused("hours.year_wrong");
  const days = koreanHolidays(year).map(({ day, holiday }) => ({ day, name: nameOf(holiday) }));
  return { ok: true, value: addHolidays(desk.store, days) };
}

/** Opens the office on that day again; nothing happens where it is open. */
export function removeHoliday(desk: Desk, day: string): void {
  requireMay(desk, "office.manage");
  removeDay(desk.store, day);
}
