import { customerById } from "../../store/customers.ts";
import { customerForm } from "./customer_form_page.ts";
import { HttpProblem } from "../http_problem.ts";
import { idOrNull, idParam } from "../params.ts";
import { storedCustomerForm } from "./customer_form_view.ts";
import type { StaffHandler } from "../visit.ts";

/** The form for a customer as they are stored. */
export const customerEdit: StaffHandler = (c, visit) => {
  const customer = customerById(visit.store, idParam(c));
  if (customer === null) throw new HttpProblem("not_found");
  const callId = idOrNull(c.req.query("call"));
  return customerForm(c, visit, storedCustomerForm(visit, customer, callId));
};
