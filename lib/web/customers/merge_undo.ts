import { undoMerge } from "../../desk/customers/undo_merge.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { idParam } from "../params.ts";
import { duplicateListView } from "./duplicate_list_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Makes of one customer again the several that it was made of. */
export const mergeUndo: StaffHandler = (c, visit) => {
  const undone = undoMerge(deskOf(visit), idParam(c));
  if (undone.ok) {
    const [first] = undone.value;
    return c.redirect(first === undefined ? "/customers/duplicates" : `/customers/${first}`, 303);
  }
  const error = errorsOf(undone.problems, visit.t)["form"] ?? "";
  return page(c, visit, "customers/duplicate_list", duplicateListView(visit, "", error), {
    title: visit.t("title.duplicates"),
    active: "customers",
    status: 409,
  });
};
