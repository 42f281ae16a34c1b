import { listedCallById } from "../../store/call_list.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import { callPanelView } from "../present/call_panel_view.ts";
import { callRowsView } from "../present/call_rows_view.ts";
import { fragment, page, wantsFragment } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** One call in the panel beside the list. */
export const callShow: StaffHandler = (c, visit) => {
  const call = listedCallById(visit.store, idParam(c));
  if (call === null) throw new HttpProblem("not_found");
  const panel = callPanelView(visit, call);
  if (wantsFragment(c)) return fragment(c, visit, "partials/call_panel", panel);
  const data = { query: "", ...callRowsView(visit, "", ""), panel };
  return page(c, visit, "pages/call_list", data, {
    title: visit.t("title.calls"),
    active: "calls",
  });
};
