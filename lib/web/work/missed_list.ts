import { missedListView } from "./missed_view.ts";
import { fragment, page, wantsFragment } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

const SHOWN = ["waiting", "mine", "done"] as const;

/** Callers whom nobody answered (부재중): those who wait, mine, or those who are settled. */
export const missedList: StaffHandler = (c, visit) => {
  const show = SHOWN.find((one) => one === c.req.query("show")) ?? "waiting";
  const data = missedListView(visit, show, c.req.query("before") ?? "");
  if (wantsFragment(c)) return fragment(c, visit, "work/missed_rows", data);
  return page(c, visit, "work/missed_list", data, {
    title: visit.t("title.missed"),
    active: "missed",
  });
};
