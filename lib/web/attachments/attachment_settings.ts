import { changeUploadLimits } from "../../desk/attachments/change_upload_limits.ts";
import { UPLOAD_LIMITS, type UploadLimit, uploadLimitMb } from "../../store/upload_limits.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf, type FieldErrors } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

const LIMITS = Object.keys(UPLOAD_LIMITS) as UploadLimit[];

type Limits = Readonly<Partial<Record<UploadLimit, string>>>;

/** How large a file may be, and all that a person sends on one day. */
export const attachmentSettings: StaffHandler = (c, visit) =>
  settingsPage(c, visit, {}, {}, c.req.query("saved") !== undefined);

export const attachmentSettingsSave: StaffHandler = (c, visit) => {
  const form = readForm(c);
  // What a script of before a limit does not send stays as it is.
  const sent = LIMITS.filter((limit) => form.has(limit));
  const typed: Limits = Object.fromEntries(sent.map((limit) => [limit, form.text(limit).trim()]));
  const changed = changeUploadLimits(deskOf(visit), typed);
  if (changed.ok) return c.redirect("/settings/attachments?saved", 303);
  return settingsPage(c, visit, typed, errorsOf(changed.problems, visit.t), false);
};

function settingsPage(
  c: WebContext,
  visit: StaffVisit,
  typed: Limits,
  errors: FieldErrors,
  saved: boolean,
): Response {
  const fields = LIMITS.map((limit) => ({
    limit,
    value: typed[limit] ?? String(uploadLimitMb(visit.store, limit)),
    error: errors[limit] ?? "",
  }));
  return page(c, visit, "attachments/attachment_settings", { fields, saved }, {
    title: visit.t("title.attachments"),
    active: "settings",
    status: Object.keys(errors).length === 0 ? 200 : 422,
  });
}
