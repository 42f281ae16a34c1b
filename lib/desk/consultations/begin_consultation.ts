import type { Consultation } from "../../domain/consultation.ts";
import { openDraft } from "../../store/consultation_drafts.ts";
import { customerThere } from "../customers/customer_there.ts";
import { requireMay, type StaffDesk } from "../desk.ts";

/**
 * Begins a consultation without a call: a draft from its first moment, so that nothing of it is lost. An empty one of
 * theirs with this customer is gone on with. Throws `NotFound`.
 */
export function beginConsultation(desk: StaffDesk, customerId: number): Consultation {
  requireMay(desk, "consultations.write");
  const { store, by, now } = desk;
  return store.transaction(() => openDraft(store, customerThere(store, customerId).id, by.id, now));
}
