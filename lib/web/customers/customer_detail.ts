import { customerById } from "../../store/customers.ts";
import type { StaffVisit } from "../visit.ts";
import type { CustomerDetailView } from "./customer_data.ts";
import { customerView } from "./customer_view.ts";

/** The right side for a customer; null where there is no such customer. */
export function customerDetail(
  visit: StaffVisit,
  customerId: number,
  callId: number | null,
): CustomerDetailView | null {
  const customer = customerById(visit.store, customerId);
  if (customer === null) return null;
  return { kind: "customer", customer: customerView(visit, customer), callId };
}
