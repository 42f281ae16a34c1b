import { parseCustomerCode } from "../../domain/customer.ts";
import { survivorOf } from "../../store/customer_aliases.ts";
import { MOST_MERGED } from "../../desk/customers/merge_customers.ts";
import { idOrNull } from "../params.ts";
import { customerMergeView } from "./merge_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Customers side by side, to be made one. `id` is given for each, as a number or as a customer's ID. */
export const customerMergeShow: StaffHandler = (c, visit) => {
  const asked = (c.req.queries("id") ?? []).map((text) => parseCustomerCode(text) ?? idOrNull(text))
    .filter((id) => id !== null);
  const ids = new Set(asked.map((id) => survivorOf(visit.store, id) ?? id));
  const data = customerMergeView(visit, [...ids].slice(0, MOST_MERGED), null);
  return page(c, visit, "customers/customer_merge", data, {
    title: visit.t("title.merge"),
    active: "customers",
  });
};
