import { checklistView } from "./checklist_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** What the office still needs, with the way to each. */
export const checklistShow: StaffHandler = (c, visit) => {
  const data = checklistView(visit, c.req.query("fresh") !== undefined);
  return page(c, visit, "checklist/checklist", data, {
    title: visit.t("title.checklist"),
    active: "settings",
  });
};
