import { searchText } from "../params.ts";
import { callRowsView } from "../present/call_rows_view.ts";
import { fragment, page, wantsFragment } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** The call list, or the next rows of it. */
export const callList: StaffHandler = (c, visit) => {
  const query = searchText(c);
  const before = c.req.query("before") ?? "";
  const data = callRowsView(visit, query, before);
  if (wantsFragment(c) && before !== "") return fragment(c, visit, "partials/call_rows", data);
  return page(c, visit, "pages/call_list", { query, ...data, panel: null }, {
    title: visit.t("title.calls"),
    active: "calls",
  });
};
