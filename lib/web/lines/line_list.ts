import { lineListView } from "./line_list_view.ts";
import { fragment, page } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";

/** The lines to the switches, and how each one is; as a part, the rows alone. */
export const lineList: StaffHandler = (c, visit) => {
  const data = lineListView(visit);
  if (wantsFragment(c)) return fragment(c, visit, "lines/line_rows", data);
  return page(c, visit, "lines/line_list", data, {
    title: visit.t("title.lines"),
    active: "settings",
  });
};
