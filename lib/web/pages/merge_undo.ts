import { NotFound } from "../../store/errors.ts";
import { MergeNotUndone, undoMerge } from "../../store/merge/undo_merge.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import { duplicateListView } from "../present/duplicate_list_view.ts";
import { page } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Makes of one customer again the several that it was made of. */
export const mergeUndo: StaffHandler = (c, visit) => {
  try {
    const [first] = undoMerge(visit.store, idParam(c), { by: visit.person.id, at: visit.now });
    return c.redirect(first === undefined ? "/customers/duplicates" : `/customers/${first}`, 303);
  } catch (error) {
    if (error instanceof NotFound) throw new HttpProblem("not_found");
    if (error instanceof MergeNotUndone) {
      const data = duplicateListView(visit, "", visit.t(`merge.not_undone_${error.reason}`));
      return page(c, visit, "pages/duplicate_list", data, {
        title: visit.t("title.duplicates"),
        active: "customers",
        status: 409,
      });
    }
    throw error;
  }
};
