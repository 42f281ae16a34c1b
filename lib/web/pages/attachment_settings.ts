import { attachmentLimitMb, MOST_MB, setAttachmentLimit } from "../../store/attachment_limit.ts";
import { readForm } from "../forms/form.ts";
import { page } from "../respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** How large a file may be. */
export const attachmentSettings: StaffHandler = (c, visit) => {
  const saved = c.req.query("saved") !== undefined;
  return settingsPage(c, visit, String(attachmentLimitMb(visit.store)), "", saved);
};

export const attachmentSettingsSave: StaffHandler = async (c, visit) => {
  const typed = (await readForm(c)).text("limit").trim();
  const limit = /^\d{1,5}$/.test(typed) ? Number(typed) : 0;
  if (limit < 1 || limit > MOST_MB) {
    const error = visit.t("files.limit_wrong", { most: MOST_MB });
    return settingsPage(c, visit, typed, error, false);
  }
  setAttachmentLimit(visit.store, limit);
  return c.redirect("/settings/attachments?saved", 303);
};

function settingsPage(
  c: WebContext,
  visit: StaffVisit,
  limit: string,
  error: string,
  saved: boolean,
): Response {
  return page(c, visit, "pages/attachment_settings", { limit, most: MOST_MB, error, saved }, {
    title: visit.t("title.attachments"),
    active: "settings",
    status: error === "" ? 200 : 422,
  });
}
