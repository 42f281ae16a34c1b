import { NotFound, VersionConflict } from "../../store/errors.ts";
import { mergeCustomers, type MergeOrder } from "../../store/merge/merge_customers.ts";
import { readForm } from "../forms/read_form.ts";
import { mergeOrder } from "../forms/merge_form.ts";
import { idOrNull } from "../params.ts";
import { customerMergeView } from "../present/merge_view.ts";
import { page } from "../respond.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";

/** Makes one customer of several, unless one of them was changed since the page was made. */
export const customerMerge: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const ids = form.texts("id").map((text) => idOrNull(text)).filter((id) => id !== null);
  const stored = customerMergeView(visit, ids, idOrNull(form.text("survivor")));
  const order = mergeOrder(form, stored.fields.map(({ name }) => name));
  const error = order === null ? visit.t("merge.choose") : merge(visit, order);
  if (order !== null && error === null) {
    return c.redirect(`/customers/${order.survivor.id}`, 303);
  }
  return page(c, visit, "pages/customer_merge", { ...stored, error: error ?? "" }, {
    title: visit.t("title.merge"),
    active: "customers",
    status: order === null ? 422 : 409,
  });
};

function merge(visit: StaffVisit, order: MergeOrder): string | null {
  try {
    mergeCustomers(visit.store, order, { by: visit.person.id, at: visit.now });
    return null;
  } catch (error) {
    if (error instanceof VersionConflict) return visit.t("merge.changed");
    if (error instanceof NotFound) return visit.t("merge.gone");
    throw error;
  }
}
