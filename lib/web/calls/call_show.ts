import { listedCallById } from "../../store/call_list.ts";
import { callsUrl, readCallQuery } from "./call_query.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import { callLogView } from "./call_log_view.ts";
import { callPanelView } from "./call_panel_view.ts";
import { fragment, page } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";

/** One call in the panel beside the list; the URL's query is the list's. */
export const callShow: StaffHandler = (c, visit) => {
  const call = listedCallById(visit.store, idParam(c));
  if (call === null) throw new HttpProblem("not_found");
  const query = readCallQuery(new URL(c.req.url).searchParams);
  const panel = callPanelView(visit, call, callsUrl(query));
  if (wantsFragment(c)) {
    const { pathname, search } = new URL(c.req.url);
    return fragment(c, visit, "calls/call_panel", panel, {
      headers: { "HX-Push-Url": pathname + search },
    });
  }
  return page(c, visit, "calls/call_list", { ...callLogView(visit, query), panel }, {
    title: visit.t("title.calls"),
    active: "calls",
  });
};
