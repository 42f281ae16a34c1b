import type { RestoreView } from "./backup_data.ts";
import { restoreView } from "./backup_view.ts";
import { fragment, page } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** What was found in the backup that is to be restored. */
export const restoreShow: StaffHandler = (c, visit) => {
  if (wantsFragment(c)) return fragment(c, visit, "backups/restore_state", restoreView(visit));
  return restorePage(c, visit);
};

/**
 * `problem` is why nothing was put in place: a foreign backup needs a second confirmation that was `missing`, or the
 * confirmed one is not the one that was checked last (`changed`).
 */
export function restorePage(
  c: WebContext,
  visit: StaffVisit,
  problem: RestoreView["problem"] = null,
): Response {
  return page(c, visit, "backups/backup_restore", { ...restoreView(visit), problem }, {
    title: visit.t("backup.restore"),
    active: "settings",
    status: problem === null ? 200 : problem === "missing" ? 422 : 409,
  });
}
