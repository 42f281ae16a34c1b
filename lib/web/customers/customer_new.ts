import { callById } from "../../store/calls.ts";
import { customerForm } from "./customer_form_page.ts";
import { idOrNull } from "../params.ts";
import { newCustomerForm } from "./customer_form_view.ts";
import type { StaffHandler } from "../visit.ts";

/** The form for a new customer; for a call, with its number filled in. */
export const customerNew: StaffHandler = (c, visit) => {
  const callId = idOrNull(c.req.query("call"));
  const call = callId === null ? null : callById(visit.store, callId);
  const number = (c.req.query("number") ?? call?.number ?? "").slice(0, 60);
  return customerForm(c, visit, newCustomerForm(visit, number, call?.id ?? null));
};
