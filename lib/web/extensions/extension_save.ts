import { changeExtensions } from "../../desk/extensions/change_extensions.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { touched, typedExtensions } from "./extension_form.ts";
import { readForm } from "../forms/read_form.ts";
import { extensionListView } from "./extension_list_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Changes the extensions whose rows were touched; the others may have changed elsewhere since, and stay as they are. */
export const extensionSave: StaffHandler = (c, visit) => {
  const typed = typedExtensions(readForm(c), visit);
  const changed = changeExtensions(deskOf(visit), touched(typed));
  if (!changed.ok) {
    const data = extensionListView(visit, { typed, errors: errorsOf(changed.problems, visit.t) });
    const title = visit.t("title.extensions");
    return page(c, visit, "extensions/extension_list", data, {
      title,
      active: "settings",
      status: 422,
    });
  }
  return c.redirect("/settings/extensions?saved", 303);
};
