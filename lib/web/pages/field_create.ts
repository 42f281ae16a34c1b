import { createCustomField } from "../../store/custom_fields.ts";
import { checkNewField, typedField } from "../forms/field_form.ts";
import { readForm } from "../forms/read_form.ts";
import { fieldListView } from "../present/field_list_view.ts";
import { page } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Adds a custom field behind the others. */
export const fieldCreate: StaffHandler = (c, visit) => {
  const typed = typedField(readForm(c));
  const checked = checkNewField(typed, visit);
  if (!checked.ok) {
    const data = fieldListView(visit, { id: null, typed, errors: checked.errors });
    const title = visit.t("title.fields");
    return page(c, visit, "pages/field_list", data, { title, active: "settings", status: 422 });
  }
  createCustomField(visit.store, checked.value);
  return c.redirect("/settings/fields", 303);
};
