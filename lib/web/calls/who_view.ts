import { callerOf } from "../../desk/calls/caller_of.ts";
import type { Candidate } from "../../desk/contact_points/who_is_behind.ts";
import { type Call, isStation } from "../../domain/call.ts";
import { lastConsultations } from "../../store/consultations.ts";
import type { CandidateView, WhoView } from "./call_data.ts";
import type { Visit } from "../visit.ts";
import { customerBrief } from "../basics.ts";
import { consultationViewOrNull } from "../consultations/consultation_view.ts";

/** Who is at the other end of a call. */
export function whoView(visit: Visit, call: Call): WhoView {
  const caller = callerOf(visit.store, call);
  switch (caller.kind) {
    case "inside":
      return { kind: "inside", extensions: othersIn(visit, call) };
    case "customer":
      return { ...caller, customer: customerBrief(caller.customer) };
    case "several":
      return { kind: "several", candidates: candidateViews(visit, caller.candidates) };
    default:
      return caller;
  }
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

function candidateViews(visit: Visit, candidates: readonly Candidate[]): CandidateView[] {
  const last = lastConsultations(visit.store, candidates.map(({ customer }) => customer.id));
  return candidates.map(({ customer, chosenBefore }) => ({
    customer: customerBrief(customer),
    chosenBefore,
    lastConsultation: consultationViewOrNull(visit, last.get(customer.id) ?? null),
  }));
}
