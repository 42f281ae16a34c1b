import type { Customer } from "../../domain/customer.ts";
import { customerById } from "../../store/customers.ts";
import type { Store } from "../../store/database.ts";
import { NotFound } from "../../store/errors.ts";

/** The customer of this ID. Throws `NotFound`. */
export function customerThere(store: Store, id: number): Customer {
  const customer = customerById(store, id);
  if (customer === null) throw new NotFound("customer", id);
  return customer;
}
