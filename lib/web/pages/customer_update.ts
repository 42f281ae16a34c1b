import { customerById, updateCustomer } from "../../store/customers.ts";
import { VersionConflict } from "../../store/errors.ts";
import { customerForm } from "../customer_form_page.ts";
import { checkCustomer, typedCustomer } from "../forms/customer_form.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { openOwners, settleOwners } from "../forms/number_owners.ts";
import { orConflict } from "../or_conflict.ts";
import { idOrNull, idParam } from "../params.ts";
import { refusedCustomerForm } from "../present/customer_form_view.ts";
import { customerView } from "../present/customer_view.ts";
import { customerDetail } from "../present/detail_view.ts";
import { fragment, wantsFragment } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Changes a customer, unless somebody else did so since the form was filled: then it shows both. */
export const customerUpdate: StaffHandler = (c, visit) => {
  const id = idParam(c);
  const before = customerById(visit.store, id);
  if (before === null) throw new HttpProblem("not_found");
  const form = readForm(c);
  const callId = idOrNull(form.text("call"));
  const typed = typedCustomer(form, visit);
  const checked = checkCustomer(typed, visit, id);
  if (!checked.ok) {
    const data = refusedCustomerForm(visit, before, callId, typed, checked.errors);
    // The version that was sent: what somebody else changed meanwhile is still to be seen.
    return customerForm(c, visit, { ...data, version: Number(typed.version) || 0 }, 422);
  }
  const { customer, version } = checked.value;
  const change = { by: visit.person.id, at: visit.now };
  const known = before.numbers.map(({ normal }) => normal);
  const owners = openOwners(visit, form, customer, id, known);
  if (owners.length > 0) {
    const data = refusedCustomerForm(visit, before, callId, typed, {});
    return customerForm(c, visit, { ...data, version, owners }, 422);
  }
  const saved = orConflict(() =>
    visit.store.transaction(() => {
      const updated = updateCustomer(visit.store, id, customer, version, change);
      settleOwners(visit, form, customer, id, change);
      return updated;
    })
  );
  if (saved instanceof VersionConflict) {
    const errors = { form: visit.t("conflict.customer") };
    const data = refusedCustomerForm(visit, saved.stored, callId, typed, errors);
    const conflict = customerView(visit, saved.stored);
    return customerForm(c, visit, { ...data, conflict }, 409);
  }
  if (!wantsFragment(c)) return c.redirect(`/customers/${id}`, 303);
  return fragment(c, visit, "partials/detail", customerDetail(visit, id, callId)!);
};
