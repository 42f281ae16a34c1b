import { mayChange } from "../desk/consultations/changeable_consultation.ts";
import type { AttachmentPlace } from "../domain/attachment.ts";
import { may } from "../domain/role_permissions.ts";
import { wasAtAgent } from "../store/agent_calls.ts";
import { callById } from "../store/calls.ts";
import { consultationById } from "../store/consultations.ts";
import { customerById } from "../store/customers.ts";
import { deskOf } from "./desk_of.ts";
import { HttpProblem } from "./http_problem.ts";
import { idOrNull } from "./params.ts";
import type { StaffVisit, WebContext } from "./visit.ts";

/** The place that a request names (`?customer=5`, `?call=`, `?consultation=`). Throws `not_found` for none. */
export function requirePlace(c: WebContext, visit: StaffVisit): AttachmentPlace {
  for (const kind of ["customer", "call", "consultation"] as const) {
    const id = idOrNull(c.req.query(kind));
    if (id === null) continue;
    // Files of a consultation on a call are those of the call.
    const callId = kind === "consultation" ? consultationById(visit.store, id)?.callId : null;
    const place: AttachmentPlace = callId ? { kind: "call", id: callId } : { kind, id };
    if (exists(visit, place)) return place;
  }
  throw new HttpProblem("not_found");
}

/** Whether this person may hang files there: on their own calls and consultations, and on any customer. */
export function mayAttach(visit: StaffVisit, place: AttachmentPlace): boolean {
  switch (place.kind) {
    case "customer":
      return true;
    case "call":
      return may(visit.person.role, "files.add_to_any_call") ||
        wasAtAgent(visit.store, place.id, visit.person.id);
    case "consultation": {
      const consultation = consultationById(visit.store, place.id);
      return consultation !== null && mayChange(deskOf(visit), consultation);
    }
    default:
      return place satisfies never;
  }
}

function exists(visit: StaffVisit, { kind, id }: AttachmentPlace): boolean {
  const find = { customer: customerById, call: callById, consultation: consultationById }[kind];
  return find(visit.store, id) !== null;
}
