import { fragment, page, wantsFragment } from "./respond.ts";
import type { CustomerFormView } from "./customer_data.ts";
import type { Visit, WebContext } from "./visit.ts";

/** The customer form where it was asked for: on a page of its own, or at the right side of a call. */
export function customerForm(
  c: WebContext,
  visit: Visit,
  form: CustomerFormView,
  status = 200,
): Response {
  if (wantsFragment(c)) {
    return fragment(c, visit, "partials/detail", { kind: "form", form }, { status });
  }
  const title = visit.t(form.id === null ? "title.customer_new" : "title.customer_edit");
  return page(c, visit, "pages/customer_form", { form }, { title, active: "customers", status });
}
