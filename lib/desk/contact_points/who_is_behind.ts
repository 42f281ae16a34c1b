import type { ContactPoint } from "../../domain/contact_point.ts";
import type { Customer } from "../../domain/customer.ts";
import { customersBehind } from "../../store/contact_points.ts";
import { chosenCustomer } from "../../store/customer_match.ts";
import type { Store } from "../../store/database.ts";

/** As many as have a key of their own. */
const MOST_CANDIDATES = 9;

/** Somebody who may be behind a contact point. */
export interface Candidate {
  readonly customer: Customer;
  /** Somebody chose this one for it the last time: offered first. */
  readonly chosenBefore: boolean;
}

/** Everybody who may be behind a contact point of any kind, who was chosen for it the last time first; none where nobody is known. */
export function whoIsBehind(store: Store, point: ContactPoint): Candidate[] {
  const customers = customersBehind(store, point).slice(0, MOST_CANDIDATES);
  // Behind a telephone may be several, one of whom is a choice; any other point names its customer because somebody did.
  const isChoice = customers.length > 0 && point.kind === "telephone";
  const chosen = isChoice ? chosenCustomer(store, point.address) : customers[0]?.id ?? null;
  return customers.map((customer) => ({ customer, chosenBefore: customer.id === chosen }));
}
