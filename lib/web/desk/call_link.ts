import { linkCall } from "../../desk/calls/link_call.ts";
import { typedCustomerCode } from "../../domain/customer.ts";
import { problemSentence } from "../../text/problem_sentence.ts";
import { deskOf } from "../desk_of.ts";
import { readForm } from "../forms/read_form.ts";
import { idOrNull, idParam } from "../params.ts";
import { detailView } from "./detail_view.ts";
import { fragment, toast } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Is nobody's ID. */
const UNKNOWN = 0;

/** Says whose call it is, or that it is nobody's known: anybody of the staff may put a call right. */
export const callLink: StaffHandler = (c, visit) => {
  const sent = readForm(c).text("customer").trim();
  // By hand it is written as it is shown: C-000123.
  const customerId = sent === "" ? null : idOrNull(sent) ?? typedCustomerCode(sent) ?? UNKNOWN;
  const linked = linkCall(deskOf(visit), idParam(c), customerId);
  if (!linked.ok) {
    const text = problemSentence(linked.problems["customer"]!, visit.t);
    return toast(c, visit, "error", text, 422);
  }
  const data = detailView(visit, linked.value);
  return fragment(c, visit, "desk/detail", data, { trigger: "customer-linked" });
};
