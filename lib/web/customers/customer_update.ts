import { changeCustomer } from "../../desk/customers/change_customer.ts";
import { customerThere } from "../../desk/customers/customer_there.ts";
import { refusedCustomer } from "./customer_form_page.ts";
import { deskOf } from "../desk_of.ts";
import { writtenCustomer } from "./customer_form.ts";
import { readForm } from "../forms/read_form.ts";
import { idParam } from "../params.ts";
import { customerDetail } from "./customer_detail.ts";
import { fragment } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";

/** Changes a customer, unless somebody else did so since the form was filled: then it shows both. */
export const customerUpdate: StaffHandler = (c, visit) => {
  const id = idParam(c);
  const written = writtenCustomer(readForm(c), visit);
  const changed = changeCustomer(deskOf(visit), id, written);
  if (changed.kind !== "saved") {
    return refusedCustomer(c, visit, customerThere(visit.store, id), written, changed);
  }
  if (!wantsFragment(c)) return c.redirect(`/customers/${id}`, 303);
  return fragment(c, visit, "desk/detail", customerDetail(visit, id, written.callId)!);
};
