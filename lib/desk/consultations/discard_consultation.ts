import type { Consultation } from "../../domain/consultation.ts";
import { discardDraft } from "../../store/consultation_drafts.ts";
import { requireMay, type StaffDesk } from "../desk.ts";
import { type Outcome, refused } from "../problem.ts";
import { changeableConsultation, mayDiscard } from "./changeable_consultation.ts";

/**
 * Throws away a draft that was never saved; its files become the customer's own. Returns what it was. Throws as
 * `changeableConsultation` does.
 */
export function discardConsultation(desk: StaffDesk, id: number): Outcome<Consultation> {
  requireMay(desk, "consultations.write");
  return desk.store.transaction((): Outcome<Consultation> => {
    const consultation = changeableConsultation(desk, id);
    if (!mayDiscard(desk, consultation)) return refused("consultation.saved");
    discardDraft(desk.store, id, desk.now);
    return { ok: true, value: consultation };
  });
}
