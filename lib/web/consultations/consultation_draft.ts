import { keepTyped } from "../../desk/consultations/write_consultation.ts";
import { deskOf } from "../desk_of.ts";
import { sentNote, typedNote } from "./note_form.ts";
import { readForm } from "../forms/read_form.ts";
import { idParam } from "../params.ts";
import { draftStatus } from "./draft_view.ts";
import { fragment } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Keeps what is being typed into a consultation, as draft_save.ts does with the note of a call. */
export const consultationDraft: StaffHandler = (c, visit) => {
  const sent = sentNote(readForm(c));
  const kept = keepTyped(deskOf(visit), idParam(c), typedNote(sent, visit));
  const { draft, status } = draftStatus(visit, sent, kept);
  return fragment(c, visit, "consultations/draft_status", draft, { status });
};
