import { saveConsultation } from "../../desk/consultations/write_consultation.ts";
import { requireConsultation } from "../../store/consultations.ts";
import { deskOf } from "../desk_of.ts";
import { sentNote, typedNote } from "./note_form.ts";
import { readForm } from "../forms/read_form.ts";
import { idParam } from "../params.ts";
import { consultationPageView } from "./consultation_page_view.ts";
import { refusedNote } from "./draft_view.ts";
import { fragment, page } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";

/** Saves a consultation, new or corrected, and what is to become of it; goes on to its customer. */
export const consultationSave: StaffHandler = (c, visit) => {
  const id = idParam(c);
  const sent = sentNote(readForm(c));
  const saved = saveConsultation(deskOf(visit), id, typedNote(sent, visit));
  if (saved.kind !== "saved") {
    const { draft, status } = refusedNote(visit, sent, saved);
    const stored = requireConsultation(visit.store, id);
    const data = consultationPageView(visit, stored, draft);
    if (wantsFragment(c)) return fragment(c, visit, "consultations/consultation", data, { status });
    return page(c, visit, "consultations/consultation_show", data, {
      title: visit.t("title.consultation"),
      active: "customers",
      customerId: stored.customerId,
      status,
    });
  }
  const { customerId } = saved.value;
  const next = customerId === null ? "/desk" : `/customers/${customerId}`;
  if (!wantsFragment(c)) return c.redirect(next, 303);
  return c.body(null, 204, { "HX-Redirect": next });
};
