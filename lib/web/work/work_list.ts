import { fragment, page } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";
import { readWorkQuery, shownPath, workListView } from "./work_list_view.ts";

/** What there is to do (할 일): for everybody, for whoever asks, for anybody; or what is done. */
export const workList: StaffHandler = (c, visit) => {
  const query = readWorkQuery((name) => c.req.query(name));
  const data = workListView(visit, query);
  if (wantsFragment(c)) {
    if (query.before !== "") return fragment(c, visit, "work/work_rows", data);
    // Whoever comes back to it, or loads it anew, finds as many rows.
    const headers = { "HX-Replace-Url": shownPath(query) };
    return fragment(c, visit, "work/work_body", data, { headers });
  }
  return page(c, visit, "work/work_list", data, {
    title: visit.t("title.work"),
    active: "work",
  });
};
