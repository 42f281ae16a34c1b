import { discardDraft } from "../../store/consultation_drafts.ts";
import { HttpProblem } from "../http_problem.ts";
import { requireChangeable } from "../own_consultation.ts";
import { idParam } from "../params.ts";
import type { StaffHandler } from "../visit.ts";

/** Throws away a draft that was never saved. */
export const consultationDiscard: StaffHandler = (c, visit) => {
  const { id, customerId } = requireChangeable(visit, idParam(c));
  if (!discardDraft(visit.store, id)) throw new HttpProblem("forbidden", {}, "consultation.saved");
  return c.redirect(`/customers/${customerId}`, 303);
};
