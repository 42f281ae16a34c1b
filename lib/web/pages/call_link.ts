import { linkCall } from "../../store/call_customer.ts";
import { callById } from "../../store/calls.ts";
import { customerById } from "../../store/customers.ts";
import { tellCallChanged } from "../call_changed.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { idOrNull, idParam } from "../params.ts";
import { detailView } from "../present/detail_view.ts";
import { fragment, toast } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Says whose call it is, or that it is nobody's known: anybody of the staff may put a call right. */
export const callLink: StaffHandler = (c, visit) => {
  const callId = idParam(c);
  if (callById(visit.store, callId) === null) throw new HttpProblem("not_found");
  const sent = readForm(c).text("customer");
  // By hand it is written as it is shown: C-000123.
  const customerId = sent === "" ? null : idOrNull(sent.trim().replace(/^c-0*/i, ""));
  const known = sent === "" ||
    customerId !== null && customerById(visit.store, customerId) !== null;
  if (!known) return toast(c, visit, "error", visit.t("field.customer_unknown"), 422);
  const change = { by: visit.person.id, at: visit.now };
  const call = linkCall(visit.store, callId, customerId, change);
  tellCallChanged(visit, call);
  const data = detailView(visit, call);
  return fragment(c, visit, "partials/detail", data, { trigger: "customer-linked" });
};
