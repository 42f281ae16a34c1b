import type { Consultation } from "../../domain/consultation.ts";
import { CONSULTATION_STATES, type ConsultationState } from "../../domain/consultation.ts";
import type { NoteOutcome } from "../../desk/consultations/note_outcome.ts";
import { errorsOf, type FieldErrors } from "../forms/field_errors.ts";
import type { SentNote } from "./note_form.ts";
import type { DraftView } from "./consultation_data.ts";
import type { Visit } from "../visit.ts";
import { timeView } from "../basics.ts";

/** The note's form as it is stored; `note` is null before anything was. */
export function draftView(visit: Visit, note: Consultation | null): DraftView {
  return {
    version: note?.version ?? 0,
    type: note?.type ?? "",
    text: note?.text ?? "",
    state: note?.state ?? "draft",
    callbackAt: typeof note?.callbackAt === "number" ? visit.format.toInput(note.callbackAt) : "",
    zone: visit.web.office.timeZone,
    savedAt: note === null ? null : timeView(visit, note.changedAt),
    errors: {},
    conflict: null,
  };
}

/** The note's form after what was being typed was sent, and the status of the answer. */
export function draftStatus(
  visit: Visit,
  sent: SentNote,
  outcome: NoteOutcome,
): { readonly draft: DraftView; readonly status: 200 | 409 | 422 } {
  if (outcome.kind === "saved") return { draft: draftView(visit, outcome.value), status: 200 };
  if (outcome.kind === "wrong") return refusedNote(visit, sent, outcome);
  const { stored } = outcome;
  return { draft: sentView(visit, stored, sent, {}, conflictWith(stored)), status: 409 };
}

/** The same after it was saved, which says more about a conflict. */
export function refusedNote(
  visit: Visit,
  sent: SentNote,
  outcome: Exclude<NoteOutcome, { readonly kind: "saved" }>,
): { readonly draft: DraftView; readonly status: 409 | 422 } {
  const { stored } = outcome;
  if (outcome.kind === "wrong") {
    const errors = errorsOf(outcome.problems, visit.t);
    return { draft: sentView(visit, stored, sent, errors), status: 422 };
  }
  const errors = { form: visit.t("conflict.note") };
  const conflict = conflictWith(outcome.stored);
  return { draft: sentView(visit, stored, sent, errors, conflict), status: 409 };
}

/** The note's form as it was sent, with what is wrong with it; `stored` is what the database has meanwhile. */
function sentView(
  visit: Visit,
  stored: Consultation | null,
  typed: SentNote,
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
function conflictWith(stored: Consultation): NonNullable<DraftView["conflict"]> {
  return { text: stored.text, type: stored.type, version: stored.version };
}

function isState(state: string): state is ConsultationState {
  return (CONSULTATION_STATES as readonly string[]).includes(state);
}
