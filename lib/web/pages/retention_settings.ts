import { type DaysKey, MOST_DAYS, USUAL_DAYS } from "../../store/office_settings.ts";
import type { Form } from "../forms/form.ts";
import { readForm } from "../forms/read_form.ts";
import { page } from "../respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

const KEYS = Object.keys(USUAL_DAYS) as DaysKey[];

/** For how many days the program keeps what nobody looks at later. */
export const retentionSettings: StaffHandler = (c, visit) =>
  retentionPage(c, visit, null, c.req.query("saved") !== undefined);

export const retentionSettingsSave: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const open = KEYS.filter((key) => visit.web.office.fixedBy(key) === null);
  const days = open.map((key) => [key, daysOf(form, key)] as const);
  if (days.some(([, count]) => count === null)) return retentionPage(c, visit, form, false);
  visit.web.office.changeDays(Object.fromEntries(days));
  return c.redirect("/settings/retention?saved", 303);
};

function daysOf(form: Form, key: DaysKey): number | null {
  const typed = form.text(key).trim();
  const days = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  return days >= 1 && days <= MOST_DAYS ? days : null;
}

function retentionPage(
  c: WebContext,
  visit: StaffVisit,
  form: Form | null,
  saved: boolean,
): Response {
  const { office } = visit.web;
  const rows = KEYS.map((key) => {
    const fixed = office.fixedBy(key);
    const typed = form === null || fixed !== null ? String(office.days(key)) : form.text(key);
    const isWrong = form !== null && fixed === null && daysOf(form, key) === null;
    const error = isWrong ? visit.t("retention.wrong", { most: MOST_DAYS }) : "";
    return { key, days: typed, usual: USUAL_DAYS[key], fixed, error };
  });
  return page(c, visit, "pages/retention", { rows, saved }, {
    title: visit.t("title.retention"),
    active: "settings",
    status: form === null ? 200 : 422,
  });
}
