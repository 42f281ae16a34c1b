import { callForCard } from "../../desk/calls/call_for_card.ts";
import { saveNote } from "../../desk/consultations/note_on_call.ts";
import { callById } from "../../store/calls.ts";
import { deskOf } from "../desk_of.ts";
import { sentNote, typedNote } from "../consultations/note_form.ts";
import { readForm } from "../forms/read_form.ts";
import { idParam } from "../params.ts";
import { cardView } from "./card_view.ts";
import { refusedNote } from "../consultations/draft_view.ts";
import { fragment } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Saves a note and what is to become of it; answers with the card as it stands then. */
export const consultationComplete: StaffHandler = (c, visit) => {
  const [desk, callId] = [deskOf(visit), idParam(c)];
  const sent = sentNote(readForm(c));
  const saved = saveNote(desk, callId, typedNote(sent, visit));
  if (saved.kind !== "saved") {
    const { draft, status } = refusedNote(visit, sent, saved);
    const data = cardView(visit, callById(visit.store, callId), draft);
    return fragment(c, visit, "desk/card", data, { status });
  }
  const data = cardView(visit, callForCard(desk, null));
  return fragment(c, visit, "desk/card", data, { trigger: "consultation-saved" });
};
