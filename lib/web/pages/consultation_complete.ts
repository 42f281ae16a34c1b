import { noteOf } from "../../store/consultations.ts";
import { VersionConflict } from "../../store/errors.ts";
import { completeConsultation } from "../../store/notes.ts";
import { callForCard, requireOwnCall } from "../card_call.ts";
import { readForm } from "../forms/read_form.ts";
import { checkCompletion, typedNote } from "../forms/note_form.ts";
import { orConflict } from "../or_conflict.ts";
import { idParam } from "../params.ts";
import { cardView } from "../present/card_view.ts";
import { conflictWith, refusedDraftView } from "../present/draft_view.ts";
import { fragment } from "../respond.ts";
import type { DraftView } from "../consultation_data.ts";
import type { StaffHandler } from "../visit.ts";

/** Saves a note and what is to become of it; answers with the card as it stands then. */
export const consultationComplete: StaffHandler = (c, visit) => {
  const call = requireOwnCall(visit, idParam(c));
  const staffId = visit.person.id;
  const typed = typedNote(readForm(c));
  const refuse = (draft: DraftView, status: 409 | 422) =>
    fragment(c, visit, "partials/card", cardView(visit, call, draft), { status });

  const checked = checkCompletion(typed, visit);
  if (!checked.ok) {
    const stored = noteOf(visit.store, call.id, staffId);
    return refuse(refusedDraftView(visit, stored, typed, checked.errors), 422);
  }
  const { note, completion } = checked.value;
  const saved = orConflict(() =>
    completeConsultation(visit.store, { callId: call.id, staffId, ...note }, completion, visit.now)
  );
  if (saved instanceof VersionConflict) {
    const errors = { form: visit.t("conflict.note") };
    const { stored } = saved;
    return refuse(refusedDraftView(visit, stored, typed, errors, conflictWith(stored)), 409);
  }
  const data = cardView(visit, callForCard(visit, null));
  return fragment(c, visit, "partials/card", data, { trigger: "consultation-saved" });
};
