import { noteOf } from "../../store/consultations.ts";
import { VersionConflict } from "../../store/errors.ts";
import { saveDraft } from "../../store/notes.ts";
import { requireOwnCall } from "../card_call.ts";
import { readForm } from "../forms/read_form.ts";
import { checkDraft, typedNote } from "../forms/note_form.ts";
import { orConflict } from "../or_conflict.ts";
import { idParam } from "../params.ts";
import { conflictWith, draftView, refusedDraftView } from "../present/draft_view.ts";
import { fragment } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Keeps what is being typed; says when another tab has written something else meanwhile. */
export const draftSave: StaffHandler = (c, visit) => {
  const { id: callId } = requireOwnCall(visit, idParam(c));
  const staffId = visit.person.id;
  const typed = typedNote(readForm(c));
  const checked = checkDraft(typed, visit);
  if (!checked.ok) {
    const stored = noteOf(visit.store, callId, staffId);
    const data = refusedDraftView(visit, stored, typed, checked.errors);
    return fragment(c, visit, "partials/draft_status", data, { status: 422 });
  }
  const note = { callId, staffId, ...checked.value };
  const saved = orConflict(() => saveDraft(visit.store, note, visit.now));
  if (saved instanceof VersionConflict) {
    const data = refusedDraftView(visit, saved.stored, typed, {}, conflictWith(saved.stored));
    return fragment(c, visit, "partials/draft_status", data, { status: 409 });
  }
  return fragment(c, visit, "partials/draft_status", draftView(visit, saved));
};
