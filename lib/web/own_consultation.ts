import type { Consultation } from "../domain/consultation.ts";
import { may } from "../domain/role_permissions.ts";
import { consultationById } from "../store/consultations.ts";
import { HttpProblem } from "./http_problem.ts";
import type { StaffVisit } from "./visit.ts";

/** Whether this person may write in it: their own; what somebody else has saved, supervisors may correct. */
export function mayChangeConsultation(visit: StaffVisit, consultation: Consultation): boolean {
  if (consultation.staffId === visit.person.id) return true;
  return consultation.state !== "draft" && may(visit.person.role, "consultations.correct");
}

/** Throws the problem `not_found` for none and `forbidden` for one that this person may only read. */
export function requireChangeable(visit: StaffVisit, id: number): Consultation {
  const consultation = consultationById(visit.store, id);
  if (consultation === null) throw new HttpProblem("not_found");
  if (mayChangeConsultation(visit, consultation)) return consultation;
  throw new HttpProblem("forbidden", {}, "consultation.not_yours");
}
