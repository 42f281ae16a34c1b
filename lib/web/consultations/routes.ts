import { type Route, staff } from "../route.ts";
import { consultationDiscard } from "./consultation_discard.ts";
import { consultationDraft } from "./consultation_draft.ts";
import { consultationExport } from "./consultation_export.ts";
import { consultationNew } from "./consultation_new.ts";
import { consultationSave } from "./consultation_save.ts";
import { consultationShow } from "./consultation_show.ts";
import { draftSave } from "./draft_save.ts";

export const routes: readonly Route[] = [
  staff("POST /calls/:id/draft", "consultations.write", "typing", draftSave),
  staff("GET /consultations/export", "consultations.export", "export", consultationExport),
  staff("POST /customers/:id/consultations", "consultations.write", "empty_draft", consultationNew),
  staff("GET /consultations/:id", "consultations.see", "nothing", consultationShow),
  staff("POST /consultations/:id", "consultations.write", "changes", consultationSave),
  staff("POST /consultations/:id/draft", "consultations.write", "typing", consultationDraft),
  staff(
    "POST /consultations/:id/discard",
    "consultations.write",
    "only_typed",
    consultationDiscard,
  ),
];
