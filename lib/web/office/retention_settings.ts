import { changeRetention } from "../../desk/office/change_retention.ts";
import { type DaysKey, USUAL_DAYS } from "../../store/office_settings.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf, type FieldErrors } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

const KEYS = Object.keys(USUAL_DAYS) as DaysKey[];

/** For how many days the program keeps what nobody looks at later. */
export const retentionSettings: StaffHandler = (c, visit) => {
  const { office } = visit.web;
  const days = daysFrom((key) => String(office.days(key)));
  return retentionPage(c, visit, days, {}, c.req.query("saved") !== undefined);
};

export const retentionSettingsSave: StaffHandler = (c, visit) => {
  const { office } = visit.web;
  const form = readForm(c);
  const typed = daysFrom((key) =>
    office.fixedBy(key) === null ? form.text(key) : String(office.days(key))
  );
  const changed = changeRetention(deskOf(visit), office, typed);
  if (changed.ok) return c.redirect("/settings/retention?saved", 303);
  return retentionPage(c, visit, typed, errorsOf(changed.problems, visit.t), false);
};

function daysFrom(daysOf: (key: DaysKey) => string): Record<DaysKey, string> {
  return Object.fromEntries(KEYS.map((key) => [key, daysOf(key)])) as Record<DaysKey, string>;
}

function retentionPage(
  c: WebContext,
  visit: StaffVisit,
  days: Readonly<Record<DaysKey, string>>,
  errors: FieldErrors,
  saved: boolean,
): Response {
  const rows = KEYS.map((key) => ({
    ...{ key, days: days[key], usual: USUAL_DAYS[key], error: errors[key] ?? "" },
    fixed: visit.web.office.fixedBy(key),
  }));
  return page(c, visit, "office/retention", { rows, saved }, {
    title: visit.t("title.retention"),
    active: "settings",
    status: Object.keys(errors).length === 0 ? 200 : 422,
  });
}
