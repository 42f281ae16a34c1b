import { typeInto } from "../../store/consultation_changes.ts";
import { VersionConflict } from "../../store/errors.ts";
import { readForm } from "../forms/read_form.ts";
import { checkDraft, typedNote } from "../forms/note_form.ts";
import { orConflict } from "../or_conflict.ts";
import { requireChangeable } from "../own_consultation.ts";
import { idParam } from "../params.ts";
import { conflictWith, draftView, refusedDraftView } from "../present/draft_view.ts";
import { fragment } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Keeps what is being typed into a consultation, as draft_save.ts does with the note of a call. */
export const consultationDraft: StaffHandler = (c, visit) => {
  const stored = requireChangeable(visit, idParam(c));
  const typed = typedNote(readForm(c));
  const checked = checkDraft(typed, visit);
  if (!checked.ok) {
    const data = refusedDraftView(visit, stored, typed, checked.errors);
    return fragment(c, visit, "partials/draft_status", data, { status: 422 });
  }
  const change = { by: visit.person.id, at: visit.now };
  const saved = orConflict(() => typeInto(visit.store, stored.id, checked.value, change));
  if (saved instanceof VersionConflict) {
    const data = refusedDraftView(visit, saved.stored, typed, {}, conflictWith(saved.stored));
    return fragment(c, visit, "partials/draft_status", data, { status: 409 });
  }
  return fragment(c, visit, "partials/draft_status", draftView(visit, saved));
};
