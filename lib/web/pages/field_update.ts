import {
  customFieldById,
  customFieldByLabel,
  moveCustomField,
  retireCustomField,
  updateCustomField,
} from "../../store/custom_fields.ts";
import { checkField, typedField } from "../forms/field_form.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import { fieldListView } from "../present/field_list_view.ts";
import { page } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Changes a field (`do` is empty), moves it (`up`, `down`), takes it out of use or back (`retire`, `restore`). */
export const fieldUpdate: StaffHandler = (c, visit) => {
  const { store } = visit;
  const field = customFieldById(store, idParam(c));
  if (field === null) throw new HttpProblem("not_found");
  const form = readForm(c);
  const act = form.text("do");
  if (act === "up" || act === "down") {
    moveCustomField(store, field.id, act === "up" ? -1 : 1);
  } else if (act === "retire") {
    retireCustomField(store, field.id, visit.now);
  } else if (act === "restore") {
    // Another field has taken the label since: it is to be renamed first.
    if (customFieldByLabel(store, field.label) !== null) {
      throw new HttpProblem("bad_request", { label: field.label }, "fields.label_in_use");
    }
    retireCustomField(store, field.id, null);
  } else {
    const typed = { ...typedField(form), kind: field.kind };
    const checked = checkField(typed, field.id, visit);
    if (!checked.ok) {
      const data = fieldListView(visit, { id: field.id, typed, errors: checked.errors });
      const title = visit.t("title.fields");
      return page(c, visit, "pages/field_list", data, { title, active: "settings", status: 422 });
    }
    updateCustomField(store, field.id, checked.value);
  }
  return c.redirect("/settings/fields", 303);
};
