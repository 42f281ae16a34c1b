import { registerCustomer } from "../../desk/customers/register_customer.ts";
import { refusedCustomer } from "./customer_form_page.ts";
import { deskOf } from "../desk_of.ts";
import { writtenCustomer } from "./customer_form.ts";
import { readForm } from "../forms/read_form.ts";
import { customerDetail } from "./customer_detail.ts";
import { fragment } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";

/** Registers a customer; with a call, it is that customer's from now on. */
export const customerCreate: StaffHandler = (c, visit) => {
  const written = writtenCustomer(readForm(c), visit);
  const registered = registerCustomer(deskOf(visit), written);
  if (registered.kind !== "saved") return refusedCustomer(c, visit, null, written, registered);
  const { customer, call } = registered.value;
  const { importRow } = written;
  const next = importRow === null ? `/customers/${customer.id}` : `/imports/${importRow.importId}`;
  if (!wantsFragment(c)) return c.redirect(next, 303);
  const data = customerDetail(visit, customer.id, call?.id ?? null)!;
  return fragment(c, visit, "desk/detail", data, { trigger: "customer-linked" });
};
