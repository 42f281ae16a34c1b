import { restoreView } from "../present/backup_view.ts";
import { fragment, page, wantsFragment } from "../respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** What was found in the backup that is to be restored. */
export const restoreShow: StaffHandler = (c, visit) => {
  if (wantsFragment(c)) return fragment(c, visit, "partials/restore_state", restoreView(visit));
  return restorePage(c, visit);
};

/** `missing`: a foreign backup was to be put in place, and the second confirmation was not there. */
export function restorePage(c: WebContext, visit: StaffVisit, missing = false): Response {
  return page(c, visit, "pages/backup_restore", { ...restoreView(visit), missing }, {
    title: visit.t("backup.restore"),
    active: "settings",
    status: missing ? 422 : 200,
  });
}
