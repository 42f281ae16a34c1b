import { mergeCustomers } from "../../desk/customers/merge_customers.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { typedMerge } from "./merge_form.ts";
import { readForm } from "../forms/read_form.ts";
import { customerMergeView } from "./merge_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Makes one customer of several, unless one of them was changed since the page was made. */
export const customerMerge: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const { seen, survivor } = typedMerge(form, []);
  const ids = seen.map(({ id }) => id).filter((id) => id !== null);
  const stored = customerMergeView(visit, ids, survivor);
  const typed = typedMerge(form, stored.fields.map(({ name }) => name));
  const merged = mergeCustomers(deskOf(visit), typed);
  if (merged.ok) return c.redirect(`/customers/${merged.value}`, 303);
  const error = errorsOf(merged.problems, visit.t)["form"] ?? "";
  return page(c, visit, "customers/customer_merge", { ...stored, error }, {
    title: visit.t("title.merge"),
    active: "customers",
    status: merged.problems["form"]?.code === "merge.choose" ? 422 : 409,
  });
};
