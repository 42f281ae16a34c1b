import { changeOffice } from "../../desk/office/change_office.ts";
import { LANGUAGES } from "../../domain/staff.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf, type FieldErrors } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import type { OfficeView } from "./office_data.ts";
import { zonesView } from "./zones_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** How the office is called, which language it speaks and where it is. */
export const officeSettings: StaffHandler = (c, visit) => {
  const { name, language, timeZone: zone } = visit.web.office;
  return officePage(c, visit, { name, language, zone }, {}, c.req.query("saved") !== undefined);
};

/** Changes it: from the next page on, everywhere. */
export const officeSettingsSave: StaffHandler = (c, visit) => {
  const { office } = visit.web;
  const form = readForm(c);
  const fixed = office.fixedBy("time_zone") !== null;
  const typed = {
    ...{ name: form.text("name"), language: form.text("language") },
    zone: fixed ? office.timeZone : form.text("zone"),
  };
  const changed = changeOffice(deskOf(visit), office, typed);
  if (!changed.ok) return officePage(c, visit, typed, errorsOf(changed.problems, visit.t), false);
  return c.redirect("/settings/office?saved", 303);
};

function officePage(
  c: WebContext,
  visit: StaffVisit,
  typed: OfficeView["typed"],
  errors: FieldErrors,
  saved: boolean,
): Response {
  const data: OfficeView = {
    ...{ typed, errors, saved, languages: LANGUAGES },
    zones: zonesView(typed.zone),
    zoneFixed: visit.web.office.fixedBy("time_zone"),
    time: visit.format.full(visit.now),
  };
  return page(c, visit, "office/office", data, {
    title: visit.t("title.office"),
    active: "settings",
    status: Object.keys(errors).length === 0 ? 200 : 422,
  });
}
