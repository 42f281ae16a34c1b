import { type Call, isStation } from "../../domain/call.ts";
import { normalNumber } from "../../domain/phone_number.ts";
import { lastConsultations } from "../../store/consultations.ts";
import { chosenCustomer, customersByNumber } from "../../store/customer_search.ts";
import { customerById } from "../../store/customers.ts";
import type { CandidateView, WhoView } from "../call_data.ts";
import type { Visit } from "../visit.ts";
import { consultationViewOrNull, customerBrief } from "./basics.ts";

/** As many as have a key of their own. */
const MOST_CANDIDATES = 9;

/** The form in which the call's number is compared; null where it has none. */
export function normalOfCall(call: Call): string | null {
  return call.number === null ? null : normalNumber(call.number) ?? call.number;
}

/**
 * Who is at the other end of a call. A customer is shown only when the number is exactly one customer's, or
 * somebody chose; all others who have the number are candidates, even a single one whom somebody has taken
 * off the call.
 */
export function whoView(visit: Visit, call: Call): WhoView {
  if (call.direction === "internal") {
    return { kind: "inside", extensions: othersIn(visit, call) };
  }
  const customer = call.customerId === null ? null : customerById(visit.store, call.customerId);
  if (customer !== null && call.match !== null) {
    return { kind: "customer", customer: customerBrief(customer), match: call.match };
  }
  const normal = normalOfCall(call);
  if (normal === null) return { kind: "withheld", reason: call.reason };
  const candidates = candidatesFor(visit, normal);
  return candidates.length === 0 ? { kind: "none" } : { kind: "several", candidates };
}

/** Whom this person talks to inside the office; everybody there for somebody who is not on the call. */
export function othersIn({ person }: Visit, { connections }: Call): string {
  const stations = connections.filter(isStation);
  const others = stations.filter(({ staffId }) => staffId === null || staffId !== person?.id);
  const named = (others.length > 0 ? others : stations).map(({ device, staffName }) =>
    staffName === null ? device : `${device} ${staffName}`
  );
  return [...new Set(named)].join(" · ");
}

/** Everybody who has the number; who was chosen for it the last time comes first. */
function candidatesFor(visit: Visit, normal: string): CandidateView[] {
  const customers = customersByNumber(visit.store, normal).slice(0, MOST_CANDIDATES);
  if (customers.length === 0) return [];
  const chosen = chosenCustomer(visit.store, normal);
  const last = lastConsultations(visit.store, customers.map(({ id }) => id));
  return customers.map((customer) => ({
    customer: customerBrief(customer),
    chosenBefore: customer.id === chosen,
    lastConsultation: consultationViewOrNull(visit, last.get(customer.id) ?? null),
  }));
}
