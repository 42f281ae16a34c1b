import type { Consultation } from "../domain/consultation.ts";
import { type Completion, settle, typeInto } from "./consultation_changes.ts";
import { createConsultation, noteOf } from "./consultations.ts";
import type { Store } from "./database.ts";
import { NotFound } from "./errors.ts";

/** The note of one agent on one call, as it stands in that agent's form. */
export interface Note {
  readonly callId: number;
  readonly staffId: number;
  readonly type: string;
  readonly text: string;
  /** When to call back, as far as it is chosen yet; kept with a draft only, `Completion` says it for good. */
  readonly callbackAt?: number | null;
  /** The version that the form was filled from; 0 when there was none yet. */
  readonly version: number;
}

/**
 * Keeps what was typed. The first saving makes the note, on the customer of its call; later ones are those of
 * `typeInto`, and throw as it does. Throws `NotFound` for an unknown call.
 */
export function saveDraft(store: Store, note: Note, now: number): Consultation {
  return store.transaction(() => {
    const stored = noteOf(store, note.callId, note.staffId);
    if (stored === null) return createOnCall(store, note, now);
    return typeInto(store, stored.id, note, { by: note.staffId, at: now });
  });
}

/** Saves a note and says what is to become of it. Throws as `saveDraft` does. */
export function completeConsultation(
  store: Store,
  note: Note,
  completion: Completion,
  now: number,
): Consultation {
  return store.transaction(() => {
    const { callbackAt } = completion;
    const stored = noteOf(store, note.callId, note.staffId);
    const { id, version } = stored ?? createOnCall(store, { ...note, callbackAt }, now);
    const typed = stored === null ? { ...note, version } : note;
    return settle(store, id, typed, completion, { by: note.staffId, at: now });
  });
}

function createOnCall(store: Store, note: Note, now: number): Consultation {
  const call = store.get<{ customer_id: number | null }>(
    "SELECT customer_id FROM calls WHERE id = ?",
    note.callId,
  );
  if (call === undefined) throw new NotFound("call", note.callId);
  const { callId, staffId, type, text } = note;
  const customerId = call.customer_id;
  const fresh = { callId, customerId, staffId, type, text };
  const callbackAt = note.callbackAt ?? null;
  return createConsultation(store, { ...fresh, state: "draft", callbackAt }, now);
}
