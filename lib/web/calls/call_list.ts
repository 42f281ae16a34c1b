import { callsUrl, readCallQuery } from "./call_query.ts";
import { callLogView } from "./call_log_view.ts";
import { fragment, page } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";

/** The call log: filtered, sorted, and the page of it that the URL says. */
export const callList: StaffHandler = (c, visit) => {
  const query = readCallQuery(new URL(c.req.url).searchParams);
  const data = callLogView(visit, query);
  if (!wantsFragment(c)) {
    return page(c, visit, "calls/call_list", { ...data, panel: null }, {
      title: visit.t("title.calls"),
      active: "calls",
    });
  }
  // New calls come into the list that is there already: the address stays.
  if (c.req.query("rows") === "1") return fragment(c, visit, "calls/call_log", data);
  // The form sends its empty fields too; the address says only what counts.
  const headers = { "HX-Push-Url": callsUrl(query) };
  return fragment(c, visit, "calls/call_log", data, { headers });
};
