import type { CustomerOutcome, WrittenCustomer } from "../../desk/customers/written_customer.ts";
import type { Customer } from "../../domain/customer.ts";
import { conflictView } from "./conflict_view.ts";
import type { CustomerFormView } from "./customer_data.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { ownerViews } from "./number_owners.ts";
import { refusedCustomerForm } from "./customer_form_view.ts";
import { fragment, page } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffVisit, Visit, WebContext } from "../visit.ts";

/** The customer form where it was asked for: on a page of its own, or at the right side of a call. */
export function customerForm(
  c: WebContext,
  visit: Visit,
  form: CustomerFormView,
  status = 200,
): Response {
  if (wantsFragment(c)) {
    return fragment(c, visit, "desk/detail", { kind: "form", form }, { status });
  }
  const title = visit.t(form.id === null ? "title.customer_new" : "title.customer_edit");
  const options = { title, active: "customers", customerId: form.id, status } as const;
  return page(c, visit, "customers/customer_form_page", { form }, options);
}

/** The form as it was sent, and why it was not stored; `stored` is null for a new customer. */
export function refusedCustomer(
  c: WebContext,
  visit: StaffVisit,
  stored: Customer | null,
  written: WrittenCustomer,
  outcome: Exclude<CustomerOutcome<unknown>, { readonly kind: "saved" }>,
): Response {
  const { typed } = written;
  switch (outcome.kind) {
    case "wrong": {
      const errors = errorsOf(outcome.problems, visit.t);
      const data = refusedCustomerForm(visit, stored, written, errors);
      // The version that was sent: what somebody else changed meanwhile is still to be seen.
      return customerForm(c, visit, { ...data, version: Number(typed.version) || 0 }, 422);
    }
    case "owned": {
      const data = refusedCustomerForm(visit, stored, written, {});
      const { version, owners } = outcome;
      return customerForm(c, visit, { ...data, version, owners: ownerViews(visit, owners) }, 422);
    }
    case "conflict": {
      const errors = { form: visit.t("conflict.customer") };
      const data = refusedCustomerForm(visit, outcome.stored, written, errors);
      const conflict = conflictView(visit, outcome.stored, typed);
      return customerForm(c, visit, { ...data, conflict }, 409);
    }
    default:
      return outcome satisfies never;
  }
}
