import type { Call } from "../../domain/call.ts";
import type { DetailView } from "./desk_data.ts";
import type { StaffVisit } from "../visit.ts";
import { newCustomerForm } from "../customers/customer_form_view.ts";
import { customerDetail } from "../customers/customer_detail.ts";
import { dayView } from "./day_view.ts";
import { whoView } from "../calls/who_view.ts";

/** The right side for a call: whoever is at its other end; my day without a call. */
export function detailView(visit: StaffVisit, call: Call | null): DetailView {
  if (call === null) return { kind: "day", day: dayView(visit) };
  const who = whoView(visit, call);
  switch (who.kind) {
    case "customer": {
      const view = customerDetail(visit, who.customer.id, call.id);
      return view ?? { kind: "form", form: newCustomerForm(visit, call.number ?? "", call.id) };
    }
    case "several":
      return { kind: "several", callId: call.id, candidates: who.candidates };
    case "withheld":
      return { kind: "withheld", reason: who.reason, callId: call.id };
    case "inside":
      return { kind: "day", day: dayView(visit) };
    case "none":
      return { kind: "form", form: newCustomerForm(visit, call.number ?? "", call.id) };
    default:
      return who satisfies never;
  }
}
