import type { Consultation } from "../../domain/consultation.ts";
import { CONSULTATION_STATES, type ConsultationState } from "../../domain/consultation.ts";
import type { FieldErrors } from "../forms/check.ts";
import type { TypedNote } from "../forms/note_form.ts";
import type { DraftView } from "../consultation_data.ts";
import type { Visit } from "../visit.ts";
import { timeView } from "./basics.ts";

/** The note's form as it is stored; `note` is null before anything was. */
export function draftView(visit: Visit, note: Consultation | null): DraftView {
  return {
    consultationId: note?.id ?? null,
    version: note?.version ?? 0,
    type: note?.type ?? "",
    text: note?.text ?? "",
    state: note?.state ?? "draft",
    callbackAt: typeof note?.callbackAt === "number" ? visit.format.toInput(note.callbackAt) : "",
    savedAt: note === null ? null : timeView(visit, note.changedAt),
    errors: {},
    conflict: null,
  };
}

/** The note's form as it was sent, with what is wrong with it; `stored` is what the database has meanwhile. */
export function refusedDraftView(
  visit: Visit,
  stored: Consultation | null,
  typed: TypedNote,
  errors: FieldErrors,
  conflict: DraftView["conflict"] = null,
): DraftView {
  return {
    ...draftView(visit, stored),
    // The version that was sent: only who has seen the other text may save over it.
    version: /^\d{1,9}$/.test(typed.version) ? Number(typed.version) : 0,
    type: typed.type,
    text: typed.text,
    state: isState(typed.state) ? typed.state : "draft",
    callbackAt: typed.callbackAt,
    errors,
    conflict,
  };
}

/** What another tab has stored, beside what was typed in this one. */
export function conflictWith(stored: Consultation): NonNullable<DraftView["conflict"]> {
  return { text: stored.text, type: stored.type, version: stored.version };
}

function isState(state: string): state is ConsultationState {
  return (CONSULTATION_STATES as readonly string[]).includes(state);
}
