import { searchText } from "../params.ts";
import { customerRowsView } from "./customer_rows_view.ts";
import { fragment, page } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";

/** The customers, or the rows that a search or the next page shows. */
export const customerList: StaffHandler = (c, visit) => {
  const data = customerRowsView(visit, searchText(c), c.req.query("after") ?? "");
  if (wantsFragment(c)) return fragment(c, visit, "customers/customer_rows", data);
  return page(c, visit, "customers/customer_list", data, {
    title: visit.t("title.customers"),
    active: "customers",
  });
};
