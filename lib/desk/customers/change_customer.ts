import type { Customer } from "../../domain/customer.ts";
import { updateCustomer } from "../../store/customers.ts";
import { changeBy, type Desk, requireMay } from "../desk.ts";
import { checkCustomer } from "./check_customer.ts";
import { customerThere } from "./customer_there.ts";
import { openOwners, settleOwners } from "./number_owners.ts";
import type { CustomerOutcome, WrittenCustomer } from "./written_customer.ts";

/** Changes a customer, unless somebody else did so since what was typed was read. Throws `NotFound`. */
export function changeCustomer(
  desk: Desk,
  id: number,
  { typed, callId, answer }: WrittenCustomer,
): CustomerOutcome<Customer> {
  requireMay(desk, "customers.edit");
  const { store } = desk;
  return store.transaction((): CustomerOutcome<Customer> => {
    const stored = customerThere(store, id);
    const checked = checkCustomer(desk, typed, id);
    if (!checked.ok) return { kind: "wrong", problems: checked.problems };
    const { customer: input, version } = checked.value;
    const before = stored.numbers.map(({ normal }) => normal);
    const owners = callId === null ? openOwners(store, input, answer, id, before) : [];
    if (owners.length > 0) return { kind: "owned", owners, version };
    if (stored.version !== version) return { kind: "conflict", stored };
    const change = changeBy(desk);
    updateCustomer(store, id, input, version, change);
    settleOwners(store, input, answer, id, change);
    return { kind: "saved", value: customerThere(store, id) };
  });
}
