import { callById } from "../../store/calls.ts";
import { HttpProblem } from "../http_problem.ts";
import { idOrNull } from "../params.ts";
import { customerDetail } from "../customers/customer_detail.ts";
import { detailView } from "./detail_view.ts";
import { fragment } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** The right side, for a call or a customer, or my day. */
export const detailShow: StaffHandler = (c, visit) => {
  const callId = idOrNull(c.req.query("call"));
  const customerId = idOrNull(c.req.query("customer"));
  const call = callId === null ? null : callById(visit.store, callId);
  const data = customerId === null
    ? detailView(visit, call)
    : customerDetail(visit, customerId, callId);
  if (data === null) throw new HttpProblem("not_found");
  return fragment(c, visit, "desk/detail", data);
};
