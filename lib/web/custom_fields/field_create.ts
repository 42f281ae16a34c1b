import { createField } from "../../desk/custom_fields/create_field.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { typedField } from "./field_form.ts";
import { readForm } from "../forms/read_form.ts";
import { fieldListView } from "./field_list_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Adds a custom field behind the others. */
export const fieldCreate: StaffHandler = (c, visit) => {
  const typed = typedField(readForm(c));
  const made = createField(deskOf(visit), typed);
  if (made.ok) return c.redirect("/settings/fields", 303);
  const errors = errorsOf(made.problems, visit.t);
  const data = fieldListView(visit, { id: null, typed, errors });
  const title = visit.t("title.fields");
  return page(c, visit, "custom_fields/field_list", data, {
    title,
    active: "settings",
    status: 422,
  });
};
