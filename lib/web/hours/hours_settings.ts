import { addPublicHolidays, nameHoliday, removeHoliday } from "../../desk/hours/holidays.ts";
import { setHours } from "../../desk/hours/set_hours.ts";
import { hasLunarCalendar, type KoreanHoliday } from "../../domain/korean_holidays.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { typedHours } from "./hours_form.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { hoursPageView, type HoursRefused } from "./hours_page_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** When the office is open, and the days on which it is not. */
export const hoursSettings: StaffHandler = (c, visit) => hoursPage(c, visit, null);

export const hoursSettingsSave: StaffHandler = (c, visit) => {
  const set = setHours(deskOf(visit), typedHours(readForm(c)));
  if (!set.ok) return hoursPage(c, visit, { hours: errorsOf(set.problems, visit.t)["form"] ?? "" });
  return c.redirect("/settings/hours?done=hours", 303);
};

/** Adds a day by hand, or gives one that there is another name. */
export const holidayCreate: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const typed = { day: form.text("day").trim(), name: form.text("name") };
  const named = nameHoliday(deskOf(visit), typed);
  if (!named.ok) return hoursPage(c, visit, { typed, errors: errorsOf(named.problems, visit.t) });
  return c.redirect("/settings/hours?done=day", 303);
};

/** Adds the public holidays of a year that are not there yet. */
export const holidaysAdd: StaffHandler = (c, visit) => {
  const year = Number(readForm(c).text("year"));
  const { t, web } = visit;
  const nameOf = (holiday: KoreanHoliday) => t(`holiday.${holiday}`);
  const added = addPublicHolidays(deskOf(visit), year, web.office.timeZone, nameOf);
  // The page offers no other years.
  if (!added.ok) throw new HttpProblem("bad_request");
  return c.redirect(`/settings/hours?done=public&count=${added.value}`, 303);
};

export const holidayRemove: StaffHandler = (c, visit) => {
  removeHoliday(deskOf(visit), readForm(c).text("day"));
  return c.redirect("/settings/hours?done=removed", 303);
};

function hoursPage(c: WebContext, visit: StaffVisit, refused: HoursRefused | null): Response {
  const done = refused === null ? doneText(c, visit) : "";
  return page(c, visit, "hours/hours", hoursPageView(visit, refused, done, hasLunarCalendar()), {
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
