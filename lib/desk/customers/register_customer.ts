import type { Call } from "../../domain/call.ts";
import type { Customer } from "../../domain/customer.ts";
import { linkCall } from "../../store/call_customer.ts";
import { callById } from "../../store/calls.ts";
import { createCustomer } from "../../store/customers.ts";
import { settleRow } from "../../store/import_rows.ts";
import { changeBy, type Desk, requireMay } from "../desk.ts";
import { checkCustomer } from "./check_customer.ts";
import { customerThere } from "./customer_there.ts";
import { openOwners, settleOwners } from "./number_owners.ts";
import type { CustomerOutcome, WrittenCustomer } from "./written_customer.ts";

export interface Registered {
  readonly customer: Customer;
  /** The call that is this customer's from now on; null for none. */
  readonly call: Call | null;
}

/**
 * Registers a customer; with a call, it is that customer's from now on; with a row of an import that was refused, that is
 * settled.
 */
export function registerCustomer(
  desk: Desk,
  { typed, callId, importRow, answer }: WrittenCustomer,
): CustomerOutcome<Registered> {
  requireMay(desk, "customers.edit");
  if (callId !== null) requireMay(desk, "calls.link");
  if (importRow !== null) requireMay(desk, "customers.import");
  const { store } = desk;
  return store.transaction((): CustomerOutcome<Registered> => {
    const checked = checkCustomer(desk, typed);
    if (!checked.ok) return { kind: "wrong", problems: checked.problems };
    const { customer: input, version } = checked.value;
    const owners = callId === null ? openOwners(store, input, answer, null, []) : [];
    if (owners.length > 0) return { kind: "owned", owners, version };
    const change = changeBy(desk);
    const { id } = createCustomer(store, input, change);
    settleOwners(store, input, answer, id, change);
    if (importRow !== null) {
      const { importId, row } = importRow;
      settleRow(store, importId, row, "mended", { change, customerId: id });
    }
    const isKnown = callId !== null && callById(store, callId) !== null;
    const call = isKnown ? linkCall(store, callId, id, change) : null;
    return { kind: "saved", value: { customer: customerThere(store, id), call } };
  });
}
