import { z } from "zod";
import { line, wrong } from "../../desk/field_rules.ts";
import { hasLunarCalendar, koreanHolidays } from "../../domain/korean_holidays.ts";
import { isDay } from "../../domain/office_time.ts";
import { addHolidays, removeHoliday, setHoliday } from "../../store/holidays.ts";
import { setOfficeHours } from "../../store/office_hours.ts";
import { check } from "../forms/check.ts";
import { readForm } from "../forms/read_form.ts";
import { readHours } from "../forms/hours_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { hoursPageView, type HoursRefused, yearsToAdd } from "../present/hours_page_view.ts";
import { page } from "../respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** When the office is open, and the days on which it is not. */
export const hoursSettings: StaffHandler = (c, visit) => hoursPage(c, visit, null);

export const hoursSettingsSave: StaffHandler = (c, visit) => {
  const hours = readHours(readForm(c));
  if (hours === null) {
    return hoursPage(c, visit, { hours: visit.t("campaign.hours_wrong") });
  }
  setOfficeHours(visit.store, hours);
  return c.redirect("/settings/hours?done=hours", 303);
};

/** Adds a day by hand, or gives one that there is another name. */
export const holidayCreate: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const typed = { day: form.text("day").trim(), name: form.text("name") };
  const checked = check(HOLIDAY, typed, visit.t);
  if (!checked.ok) return hoursPage(c, visit, { typed, errors: checked.errors });
  setHoliday(visit.store, checked.value);
  return c.redirect("/settings/hours?done=day", 303);
};

/** Adds the public holidays of a year that are not there yet. */
export const holidaysAdd: StaffHandler = (c, visit) => {
  const year = Number(readForm(c).text("year"));
  if (!yearsToAdd(visit).includes(year)) throw new HttpProblem("bad_request");
  const { t, store } = visit;
  const days = koreanHolidays(year).map(({ day, holiday }) => ({
    day,
    name: t(`holiday.${holiday}`),
  }));
  const added = addHolidays(store, days);
  return c.redirect(`/settings/hours?done=public&count=${added}`, 303);
};

export const holidayRemove: StaffHandler = (c, visit) => {
  removeHoliday(visit.store, readForm(c).text("day"));
  return c.redirect("/settings/hours?done=removed", 303);
};

const HOLIDAY = z.object({
  day: z.string().superRefine((day, ctx) => {
    if (!isDay(day)) ctx.addIssue(wrong("hours.day_wrong"));
  }),
  name: line("holiday_name", 40).superRefine((name, ctx) => {
    if (name === "") ctx.addIssue(wrong("field.required", { field: "holiday_name" }));
  }),
});

function hoursPage(c: WebContext, visit: StaffVisit, refused: HoursRefused | null): Response {
  const done = refused === null ? doneText(c, visit) : "";
  return page(c, visit, "pages/hours", hoursPageView(visit, refused, done, hasLunarCalendar()), {
    title: visit.t("title.hours"),
    active: "settings",
    status: refused === null ? 200 : 422,
  });
}

function doneText(c: WebContext, { t }: StaffVisit): string {
  switch (c.req.query("done")) {
    case "hours":
    case "day":
      return t("settings.saved");
    case "removed":
      return t("hours.removed");
    case "public": {
      const count = Number(c.req.query("count"));
      return count > 0 ? t("hours.added", { count }) : t("hours.added_none");
    }
    default:
      return "";
  }
}
