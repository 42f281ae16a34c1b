import type { ConsultationPageView, DraftView } from "./consultation_data.ts";

/** As in view_data.ts. */
export interface ConsultationsViews {
  "consultations/consultation_show": ConsultationPageView;
  "consultations/consultation": ConsultationPageView;
  "consultations/draft_status": DraftView;
}
