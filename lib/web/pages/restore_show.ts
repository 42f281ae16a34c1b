import { restoreView } from "../present/backup_view.ts";
import { fragment, page, wantsFragment } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** What was found in the backup that is to be restored. */
export const restoreShow: StaffHandler = (c, visit) => {
  const data = restoreView(visit);
  if (wantsFragment(c)) return fragment(c, visit, "partials/restore_state", data);
  return page(c, visit, "pages/backup_restore", data, {
    title: visit.t("backup.restore"),
    active: "settings",
  });
};
