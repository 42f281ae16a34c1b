import { survivorOf } from "../../store/customer_aliases.ts";
import { customerById } from "../../store/customers.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import { customerView } from "./customer_view.ts";
import { historyView, readPlace } from "./history_view.ts";
import { fragment, page } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";

/** A customer with their history, or the next part of the history. */
export const customerShow: StaffHandler = (c, visit) => {
  const id = idParam(c);
  const customer = customerById(visit.store, id);
  if (customer === null) {
    const survivor = survivorOf(visit.store, id);
    if (survivor !== null) return c.redirect(`/customers/${survivor}`, 303);
    throw new HttpProblem("not_found");
  }
  const before = readPlace(c.req.query("before") ?? "");
  if (wantsFragment(c) && before !== null) {
    return fragment(c, visit, "customers/history", historyView(visit, customer.id, before));
  }
  const data = { customer: customerView(visit, customer) };
  return page(c, visit, "customers/customer_show", data, {
    title: customer.name,
    active: "customers",
    customerId: customer.id,
  });
};
