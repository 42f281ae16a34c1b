import type { Call, CallMatch } from "../../domain/call.ts";
import type { WithheldReason } from "../../domain/caller.ts";
import type { ContactPoint } from "../../domain/contact_point.ts";
import type { Customer } from "../../domain/customer.ts";
import { customerById } from "../../store/customers.ts";
import type { Store } from "../../store/database.ts";
import { type Candidate, whoIsBehind } from "../contact_points/who_is_behind.ts";

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
  const point = contactPointOfCall(call);
  if (point === null) return { kind: "withheld", reason: call.reason };
  const candidates = whoIsBehind(store, point);
  return candidates.length === 0 ? { kind: "none" } : { kind: "several", candidates };
}

/** The contact point at the other end; null where the call has no number. */
export function contactPointOfCall({ normal }: Pick<Call, "normal">): ContactPoint | null {
  return normal === null ? null : { kind: "telephone", address: normal };
}
