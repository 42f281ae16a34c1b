import { idOrNull, searchText } from "../params.ts";
import { searchResultsView } from "./search_results_view.ts";
import { fragment } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** What a search field shows while it is typed into. */
export const searchShow: StaffHandler = (c, visit) => {
  const callId = idOrNull(c.req.query("call"));
  const data = searchResultsView(visit, searchText(c), callId);
  return fragment(c, visit, "search/search_results", data);
};
