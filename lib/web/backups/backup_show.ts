import type { BackupErrors } from "./backup_data.ts";
import { backupView, type TypedPlan } from "./backup_view.ts";
import { fragment, page } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** The backups there are, when the next ones are made, and the way back. */
export const backupShow: StaffHandler = async (c, visit) => {
  if (wantsFragment(c)) return fragment(c, visit, "backups/backups", await backupView(visit));
  return await backupPage(c, visit, {}, null, c.req.query("saved") !== undefined);
};

export async function backupPage(
  c: WebContext,
  visit: StaffVisit,
  errors: BackupErrors = {},
  typed: TypedPlan | null = null,
  saved = false,
): Promise<Response> {
  return page(c, visit, "backups/backup", await backupView(visit, errors, typed, saved), {
    title: visit.t("title.backup"),
    active: "settings",
    status: Object.keys(errors).length > 0 ? 422 : 200,
  });
}
