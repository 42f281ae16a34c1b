import { changeMissed, isMissedChange } from "../../desk/missed/change_missed.ts";
import { deskOf } from "../desk_of.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import { missedView } from "./missed_view.ts";
import { fragment, toast, wantsFragment } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Takes a missed caller in work, gives it back, says it is done, or takes that back. */
export const missedChange: StaffHandler = (c, visit) => {
  const change = readForm(c).text("change");
  if (!isMissedChange(change)) throw new HttpProblem("bad_request");
  const changed = changeMissed(deskOf(visit), idParam(c), change);
  if (!wantsFragment(c)) return c.redirect("/missed", 303);
  if (!changed.ok) return toast(c, visit, "error", visit.t("missed.too_late"), 409);
  return fragment(c, visit, "work/missed_row", { row: missedView(visit, changed.value) });
};
