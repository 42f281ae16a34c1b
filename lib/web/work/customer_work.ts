import { idParam } from "../params.ts";
import { fragment } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";
import { openWorkWith } from "../../store/work/work_list.ts";
import type { CustomerWorkView } from "./work_data.ts";
import { workView } from "./work_view.ts";

const MOST_SHOWN = 50;

/** What there is to do with a customer. */
export const customerWork: StaffHandler = (c, visit) =>
  fragment(c, visit, "work/customer_work", customerWorkView(visit, idParam(c)));

export function customerWorkView(visit: StaffVisit, customerId: number): CustomerWorkView {
  const found = openWorkWith(visit.store, customerId, MOST_SHOWN);
  return { items: found.map((work) => workView(visit, work)) };
}
