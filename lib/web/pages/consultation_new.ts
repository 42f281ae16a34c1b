import { openDraft } from "../../store/consultation_drafts.ts";
import { customerById } from "../../store/customers.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import type { StaffHandler } from "../visit.ts";

/** Begins a consultation without a call: a draft from its first moment, so that nothing of it is lost. */
export const consultationNew: StaffHandler = (c, visit) => {
  const customer = customerById(visit.store, idParam(c));
  if (customer === null) throw new HttpProblem("not_found");
  const { id } = openDraft(visit.store, customer.id, visit.person.id, visit.now);
  return c.redirect(`/consultations/${id}`, 303);
};
