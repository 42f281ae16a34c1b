import { fieldThere } from "../../desk/custom_fields/field_there.ts";
import { moveField } from "../../desk/custom_fields/move_field.ts";
import { restoreField, retireField } from "../../desk/custom_fields/retire_field.ts";
import { updateField } from "../../desk/custom_fields/update_field.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { typedField } from "./field_form.ts";
import type { Form } from "../forms/form.ts";
import { readForm } from "../forms/read_form.ts";
import { refusal } from "../forms/refusal.ts";
import { idParam } from "../params.ts";
import { fieldListView } from "./field_list_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

/** Changes a field (`do` is empty), moves it (`up`, `down`), takes it out of use or back (`retire`, `restore`). */
export const fieldUpdate: StaffHandler = (c, visit) => {
  const id = idParam(c);
  const desk = deskOf(visit);
  const form = readForm(c);
  switch (form.text("do")) {
    case "up":
      moveField(desk, id, -1);
      break;
    case "down":
      moveField(desk, id, 1);
      break;
    case "retire":
      retireField(desk, id);
      break;
    case "restore": {
      const restored = restoreField(desk, id);
      if (!restored.ok) throw refusal(restored.problems);
      break;
    }
    default:
      return change(c, visit, id, form);
  }
  return c.redirect("/settings/fields", 303);
};

function change(c: WebContext, visit: StaffVisit, id: number, form: Form): Response {
  const typed = { ...typedField(form), kind: fieldThere(visit.store, id).kind };
  const changed = updateField(deskOf(visit), id, typed);
  if (changed.ok) return c.redirect("/settings/fields", 303);
  const data = fieldListView(visit, { id, typed, errors: errorsOf(changed.problems, visit.t) });
  const title = visit.t("title.fields");
  return page(c, visit, "custom_fields/field_list", data, {
    title,
    active: "settings",
    status: 422,
  });
}
