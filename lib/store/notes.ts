import type { Consultation } from "../domain/consultation.ts";
import { createConsultation, noteOf, requireConsultation } from "./consultations.ts";
import type { Store } from "./database.ts";
import { NotFound, VersionConflict } from "./errors.ts";

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

/** What is to become of a note that its agent has saved. */
export type Completion =
  | { readonly state: "open" | "done"; readonly callbackAt: null }
  | { readonly state: "callback"; readonly callbackAt: number };

/**
 * Keeps what was typed. The first saving makes the note, on the customer of its call; later ones leave
 * its state alone: a finished note that is mended stays finished.
 * Throws a `VersionConflict` with the stored note when another tab has saved meanwhile, unless it saved the
 * same words (a saving whose answer was lost comes again). Throws `NotFound` for an unknown call.
 */
export function saveDraft(store: Store, note: Note, now: number): Consultation {
  return store.transaction(() => {
    const stored = noteOf(store, note.callId, note.staffId);
    if (stored === null) return createOnCall(store, note, now);
    const callbackAt = stored.state === "draft" ? note.callbackAt ?? null : stored.callbackAt;
    const same = stored.type === note.type && stored.text === note.text;
    if (same && stored.callbackAt === callbackAt) return stored;
    refuseStale(stored, note);
    store.run(
      `UPDATE consultations SET type = ?, text = ?, callback_at = ?, changed_at = ?,
         version = version + 1
       WHERE id = ?`,
      note.type,
      note.text,
      callbackAt,
      now,
      stored.id,
    );
    return requireConsultation(store, stored.id);
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
    const { id } = saveDraft(store, { ...note, callbackAt: completion.callbackAt }, now);
    store.run(
      `UPDATE consultations SET state = ?, callback_at = ?, changed_at = ?, version = version + 1
       WHERE id = ?`,
      completion.state,
      completion.callbackAt,
      now,
      id,
    );
    return requireConsultation(store, id);
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

function refuseStale(stored: Consultation, note: Note): void {
  if (stored.version !== note.version) {
    throw new VersionConflict(stored, `the note on call ${note.callId}`, note.version);
  }
}
