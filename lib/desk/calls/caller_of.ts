import type { Call, CallMatch } from "../../domain/call.ts";
import type { WithheldReason } from "../../domain/caller.ts";
import type { Customer } from "../../domain/customer.ts";
import { normalNumber } from "../../domain/phone_number.ts";
import { chosenCustomer, customersByNumber } from "../../store/customer_match.ts";
import { customerById } from "../../store/customers.ts";
import type { Store } from "../../store/database.ts";

/** As many as have a key of their own. */
const MOST_CANDIDATES = 9;

/** Who is at the other end of a call. */
export type Caller =
  /** Nobody from outside. */
  | { readonly kind: "inside" }
  | { readonly kind: "customer"; readonly customer: Customer; readonly match: CallMatch }
  /** It may be any of these. */
  | { readonly kind: "several"; readonly candidates: readonly Candidate[] }
  | { readonly kind: "withheld"; readonly reason: WithheldReason | null }
  /** An unknown, new number. */
  | { readonly kind: "none" };

export interface Candidate {
  readonly customer: Customer;
  /** Somebody chose this one for the number the last time: offered first. */
  readonly chosenBefore: boolean;
}

/**
 * A customer is said only when the number is exactly one customer's, or somebody chose; all others who have the number
 * are candidates, even a single one whom somebody has taken off the call. A call without a number is nobody's.
 */
export function callerOf(store: Store, call: Call): Caller {
  if (call.direction === "internal") return { kind: "inside" };
  const customer = call.customerId === null ? null : customerById(store, call.customerId);
  if (customer !== null && call.match !== null) {
    return { kind: "customer", customer, match: call.match };
  }
  const normal = normalOfCall(call);
  if (normal === null) return { kind: "withheld", reason: call.reason };
  const candidates = candidatesFor(store, normal);
  return candidates.length === 0 ? { kind: "none" } : { kind: "several", candidates };
}

/** The form in which the call's number is compared; null where it has none. */
export function normalOfCall({ number }: Pick<Call, "number">): string | null {
  return number === null ? null : normalNumber(number) ?? number;
}

/** Everybody who has the number; who was chosen for it the last time comes first. */
function candidatesFor(store: Store, normal: string): Candidate[] {
  const customers = customersByNumber(store, normal).slice(0, MOST_CANDIDATES);
  const chosen = customers.length === 0 ? null : chosenCustomer(store, normal);
  return customers.map((customer) => ({ customer, chosenBefore: customer.id === chosen }));
}
