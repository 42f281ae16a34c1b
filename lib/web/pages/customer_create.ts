import type { Call } from "../../domain/call.ts";
import type { Customer } from "../../domain/customer.ts";
import { linkCall } from "../../store/call_customer.ts";
import { callById } from "../../store/calls.ts";
import { createCustomer, type CustomerInput } from "../../store/customers.ts";
import { tellCallChanged } from "../call_changed.ts";
import { checkCustomer, typedCustomer } from "../forms/customer_form.ts";
import type { Form } from "../forms/form.ts";
import { readForm } from "../forms/read_form.ts";
import { openOwners, settleOwners } from "../forms/number_owners.ts";
import { idOrNull } from "../params.ts";
import { refusedCustomerForm } from "../present/customer_form_view.ts";
import { customerDetail } from "../present/detail_view.ts";
import { fragment, wantsFragment } from "../respond.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";
import { customerForm } from "../customer_form_page.ts";

/** Registers a customer; with a call, it is that customer's from now on. */
export const customerCreate: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const callId = idOrNull(form.text("call"));
  const typed = typedCustomer(form, visit);
  const checked = checkCustomer(typed, visit);
  if (!checked.ok) {
    const data = refusedCustomerForm(visit, null, callId, typed, checked.errors);
    return customerForm(c, visit, data, 422);
  }
  const owners = openOwners(visit, form, checked.value.customer, null, []);
  if (owners.length > 0) {
    const data = refusedCustomerForm(visit, null, callId, typed, {});
    return customerForm(c, visit, { ...data, owners }, 422);
  }
  const { customer, call } = create(visit, form, checked.value.customer, callId);
  if (call !== null) tellCallChanged(visit, call);
  if (!wantsFragment(c)) return c.redirect(`/customers/${customer.id}`, 303);
  const data = customerDetail(visit, customer.id, call?.id ?? null)!;
  return fragment(c, visit, "partials/detail", data, { trigger: "customer-linked" });
};

function create(
  visit: StaffVisit,
  form: Form,
  input: CustomerInput,
  callId: number | null,
): { readonly customer: Customer; readonly call: Call | null } {
  const change = { by: visit.person.id, at: visit.now };
  return visit.store.transaction(() => {
    const customer = createCustomer(visit.store, input, change);
    settleOwners(visit, form, input, customer.id, change);
    const known = callId !== null && callById(visit.store, callId) !== null;
    return { customer, call: known ? linkCall(visit.store, callId, customer.id, change) : null };
  });
}
