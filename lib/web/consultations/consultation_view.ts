import type { Consultation } from "../../domain/consultation.ts";
import { timeView, timeViewOrNull } from "../basics.ts";
import type { Visit } from "../visit.ts";
import type { ConsultationView } from "./consultation_data.ts";

export function consultationView(visit: Visit, consultation: Consultation): ConsultationView {
  const { id, callId, staffName, type, text, state, imported, revisions } = consultation;
  return {
    id,
    callId,
    at: timeView(visit, consultation.createdAt),
    staffName,
    type,
    text,
    state,
    callbackAt: timeViewOrNull(visit, consultation.callbackAt),
    imported,
    revisions,
  };
}

export function consultationViewOrNull(
  visit: Visit,
  consultation: Consultation | null,
): ConsultationView | null {
  return consultation === null ? null : consultationView(visit, consultation);
}
