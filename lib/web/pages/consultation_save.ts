import { settle } from "../../store/consultation_changes.ts";
import { VersionConflict } from "../../store/errors.ts";
import { readForm } from "../forms/read_form.ts";
import { checkCompletion, typedNote } from "../forms/note_form.ts";
import { orConflict } from "../or_conflict.ts";
import { requireChangeable } from "../own_consultation.ts";
import { idParam } from "../params.ts";
import { consultationPageView } from "../present/consultation_page_view.ts";
import { conflictWith, refusedDraftView } from "../present/draft_view.ts";
import { fragment, page, wantsFragment } from "../respond.ts";
import type { DraftView } from "../consultation_data.ts";
import type { StaffHandler } from "../visit.ts";

/** Saves a consultation, new or corrected, and what is to become of it; goes on to its customer. */
export const consultationSave: StaffHandler = (c, visit) => {
  const stored = requireChangeable(visit, idParam(c));
  const typed = typedNote(readForm(c));
  const refuse = (draft: DraftView, status: 409 | 422) => {
    const data = consultationPageView(visit, stored, draft);
    if (wantsFragment(c)) return fragment(c, visit, "partials/consultation", data, { status });
    const title = visit.t("title.consultation");
    return page(c, visit, "pages/consultation_show", data, { title, active: "customers", status });
  };

  const checked = checkCompletion(typed, visit);
  if (!checked.ok) return refuse(refusedDraftView(visit, stored, typed, checked.errors), 422);
  const { note, completion } = checked.value;
  const change = { by: visit.person.id, at: visit.now };
  const saved = orConflict(() => settle(visit.store, stored.id, note, completion, change));
  if (saved instanceof VersionConflict) {
    const errors = { form: visit.t("conflict.note") };
    const conflict = conflictWith(saved.stored);
    return refuse(refusedDraftView(visit, saved.stored, typed, errors, conflict), 409);
  }
  const next = saved.customerId === null ? "/desk" : `/customers/${saved.customerId}`;
  if (!wantsFragment(c)) return c.redirect(next, 303);
  return c.body(null, 204, { "HX-Redirect": next });
};
