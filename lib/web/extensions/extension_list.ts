import { extensionListView } from "./extension_list_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** The extensions: what stands at each, and whose it is. */
export const extensionList: StaffHandler = (c, visit) => {
  const saved = c.req.query("saved") !== undefined;
  return page(c, visit, "extensions/extension_list", extensionListView(visit, { saved }), {
    title: visit.t("title.extensions"),
    active: "settings",
  });
};
