import type { Consultation } from "../domain/consultation.ts";
import { createConsultation, noteDraft, requireConsultation } from "./consultations.ts";
import type { Store } from "./database.ts";

/** A person's empty draft for a customer, without a call; the one that is there already, if it is. */
export function openDraft(
  store: Store,
  customerId: number,
  staffId: number,
  now: number,
): Consultation {
  return store.transaction(() => {
    const empty = store.get<{ id: number }>(
      `SELECT id FROM consultations
       WHERE staff_id = ? AND state = 'draft' AND customer_id = ? AND call_id IS NULL
         AND text = '' AND type = '' ORDER BY id DESC LIMIT 1`,
      staffId,
      customerId,
    );
    if (empty !== undefined) return requireConsultation(store, empty.id);
    const draft = { callId: null, customerId, staffId, type: "", text: "" };
    return createConsultation(store, { ...draft, state: "draft", callbackAt: null }, now);
  });
}

/**
 * Throws a draft without a call away; its files become the customer's own. Returns whether there was one:
 * what has ever been saved stays.
 */
export function discardDraft(store: Store, id: number, now: number): boolean {
  return store.transaction(() => {
    const draft = store.get<{ customer_id: number; staff_id: number; interaction_id: number }>(
      `SELECT customer_id, staff_id, interaction_id FROM consultations
       WHERE id = ? AND state = 'draft' AND call_id IS NULL AND customer_id IS NOT NULL`,
      id,
    );
    if (draft === undefined) return false;
    store.run(
      "UPDATE attachments SET consultation_id = NULL, customer_id = ? WHERE consultation_id = ?",
      draft.customer_id,
      id,
    );
    store.run("DELETE FROM consultations WHERE id = ?", id);
    store.run("DELETE FROM interactions WHERE id = ?", draft.interaction_id);
    noteDraft(store, id, draft.staff_id, now);
    return true;
  });
}
