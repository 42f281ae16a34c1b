import { changeDialPolicy } from "../../desk/telephony/change_dial_policy.ts";
import { SPECIAL_NUMBERS, type SpecialNumber } from "../../domain/dial_kind.ts";
import { type DialPolicy, dialPolicy } from "../../store/dial_policy.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** Which numbers may be dialled from the pages, and how often. */
export const dialSettings: StaffHandler = (c, visit) => {
  const { allowed, perMinute } = dialPolicy(visit.store);
  return dialPage(c, visit, allowed, String(perMinute), "", c.req.query("saved") !== undefined);
};

export const dialSettingsSave: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const allowed = Object.fromEntries(
    SPECIAL_NUMBERS.map((kind) => [kind, form.text(kind) !== ""]),
  ) as Record<SpecialNumber, boolean>;
  const typed = form.text("perMinute").trim();
  const changed = changeDialPolicy(deskOf(visit), { allowed, perMinute: typed });
  if (!changed.ok) {
    const error = errorsOf(changed.problems, visit.t)["perMinute"] ?? "";
    return dialPage(c, visit, allowed, typed, error, false);
  }
  return c.redirect("/settings/dialling?saved", 303);
};

function dialPage(
  c: WebContext,
  visit: StaffVisit,
  allowed: DialPolicy["allowed"],
  perMinute: string,
  error: string,
  saved: boolean,
): Response {
  const kinds = SPECIAL_NUMBERS.map((kind) => ({ kind, allowed: allowed[kind] }));
  return page(c, visit, "dialling/dialling_page", { kinds, perMinute, error, saved }, {
    title: visit.t("title.dialling"),
    active: "settings",
    status: error === "" ? 200 : 422,
  });
}
