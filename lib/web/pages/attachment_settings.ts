import {
  setUploadLimit,
  UPLOAD_LIMITS,
  type UploadLimit,
  uploadLimitMb,
} from "../../store/upload_limits.ts";
import type { Form } from "../forms/form.ts";
import { readForm } from "../forms/read_form.ts";
import { page } from "../respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

const LIMITS = Object.keys(UPLOAD_LIMITS) as UploadLimit[];

/** How large a file may be, and all that a person sends on one day. */
export const attachmentSettings: StaffHandler = (c, visit) => {
  const values = LIMITS.map((limit) => String(uploadLimitMb(visit.store, limit)));
  return settingsPage(c, visit, values, null, c.req.query("saved") !== undefined);
};

export const attachmentSettingsSave: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const typed = LIMITS.map((limit) => typedOf(form, limit, visit));
  const errors = LIMITS.map((limit, index) => problemOf(typed[index]!, limit, visit));
  if (errors.some((error) => error !== "")) return settingsPage(c, visit, typed, errors, false);
  visit.store.transaction(() => {
    for (const limit of LIMITS.filter((limit) => form.has(limit))) {
      setUploadLimit(visit.store, limit, Number(form.text(limit)));
    }
  });
  return c.redirect("/settings/attachments?saved", 303);
};

/** What a script of before a limit does not send stays as it is. */
function typedOf(form: Form, limit: UploadLimit, { store }: StaffVisit): string {
  return form.has(limit) ? form.text(limit).trim() : String(uploadLimitMb(store, limit));
}

function problemOf(typed: string, limit: UploadLimit, visit: StaffVisit): string {
  const { least, most } = UPLOAD_LIMITS[limit];
  const megabytes = /^\d{1,7}$/.test(typed) ? Number(typed) : 0;
  return megabytes >= least && megabytes <= most
    ? ""
    : visit.t("files.limit_wrong", { least, most });
}

function settingsPage(
  c: WebContext,
  visit: StaffVisit,
  values: readonly string[],
  errors: readonly string[] | null,
  saved: boolean,
): Response {
  const fields = LIMITS.map((limit, index) => ({
    limit,
    value: values[index] ?? "",
    error: errors?.[index] ?? "",
  }));
  return page(c, visit, "pages/attachment_settings", { fields, saved }, {
    title: visit.t("title.attachments"),
    active: "settings",
    status: errors === null ? 200 : 422,
  });
}
