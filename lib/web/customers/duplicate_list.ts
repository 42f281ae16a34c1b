import { duplicateListView } from "./duplicate_list_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Customers who are likely one, and the merges that can be undone. */
export const duplicateList: StaffHandler = (c, visit) => {
  const data = duplicateListView(visit, c.req.query("after") ?? "");
  return page(c, visit, "customers/duplicate_list", data, {
    title: visit.t("title.duplicates"),
    active: "customers",
  });
};
