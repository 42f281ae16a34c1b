import { changeWork, isWorkChange } from "../../desk/work/change_work.ts";
import { deskOf } from "../desk_of.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { idOrNull, idParam } from "../params.ts";
import { fragment, toast } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";
import { workPage } from "./work_page.ts";
import { workView } from "./work_view.ts";

/** Takes work, gives it back, says that it is done, or takes that back. */
export const workChange: StaffHandler = (c, visit) => {
  const [id, form] = [idParam(c), readForm(c)];
  const change = form.text("change");
  if (!isWorkChange(change)) throw new HttpProblem("bad_request");
  const changed = changeWork(deskOf(visit), id, change, idOrNull(form.text("version")));
  if (wantsFragment(c)) {
    if (!changed.ok) return toast(c, visit, "error", visit.t("work.too_late"), 409);
    return fragment(c, visit, "work/work_row", { row: workView(visit, changed.value) });
  }
  if (changed.ok) return c.redirect(`/work/${id}`, 303);
  return workPage(c, visit, id, { error: visit.t("work.too_late"), status: 409 });
};
