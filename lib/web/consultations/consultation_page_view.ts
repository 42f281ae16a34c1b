import { mayChange, mayDiscard } from "../../desk/consultations/changeable_consultation.ts";
import type { Consultation } from "../../domain/consultation.ts";
import { callById } from "../../store/calls.ts";
import { revisionsOf } from "../../store/consultation_revisions.ts";
import { offeredWords } from "../../store/list_words.ts";
import { customerById } from "../../store/customers.ts";
import { deskOf } from "../desk_of.ts";
import type { ConsultationPageView } from "./consultation_data.ts";
import type { DraftView } from "./consultation_data.ts";
import type { StaffVisit } from "../visit.ts";
import { attachmentsView } from "../attachments/attachments_view.ts";
import { customerBrief, numberViewOrNull, timeView, timeViewOrNull } from "../basics.ts";
import { draftView } from "./draft_view.ts";

/** One consultation. `draft` stands in for what is stored in the form. */
export function consultationPageView(
  visit: StaffVisit,
  consultation: Consultation,
  draft?: DraftView,
): ConsultationPageView {
  const { id, callId, customerId, state } = consultation;
  const customer = customerId === null ? null : customerById(visit.store, customerId);
  const call = callId === null ? null : callById(visit.store, callId);
  const desk = deskOf(visit);
  return {
    id,
    state,
    callId,
    customer: customer === null ? null : customerBrief(customer),
    number: numberViewOrNull(visit, call?.number ?? customer?.numbers[0]?.number ?? null),
    staffName: consultation.staffName,
    at: timeView(visit, consultation.createdAt),
    draft: mayChange(desk, consultation) ? draft ?? draftView(visit, consultation) : null,
    type: consultation.type,
    text: consultation.text,
    callbackAt: timeViewOrNull(visit, consultation.callbackAt),
    types: offeredWords(visit.store, "type"),
    mayDiscard: mayDiscard(desk, consultation),
    revisions: revisionsOf(visit.store, id).map((revision) => ({
      at: timeView(visit, revision.writtenAt),
      by: revision.writtenBy,
      type: revision.type,
      text: revision.text,
      state: revision.state,
      callbackAt: timeViewOrNull(visit, revision.callbackAt),
    })),
    attachments: attachmentsView(
      visit,
      callId === null ? { kind: "consultation", id } : { kind: "call", id: callId },
    ),
  };
}
