import { finishMissed, releaseMissed, reopenMissed, takeMissed } from "../../store/missed.ts";
import { missedById } from "../../store/missed_list.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { tellMissedChanged } from "../missed_changed.ts";
import { idParam } from "../params.ts";
import { missedView } from "../present/missed_view.ts";
import { fragment, toast, wantsFragment } from "../respond.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";

/** What can be done with a missed caller; false where somebody was quicker. */
const CHANGES: Record<string, (visit: StaffVisit, id: number) => boolean> = {
  take: ({ store, person, now }, id) => takeMissed(store, id, person.id, now),
  release: ({ store, now }, id) => releaseMissed(store, id, now),
  finish: ({ store, person, now }, id) => finishMissed(store, id, person.id, now),
  reopen: ({ store, now }, id) => reopenMissed(store, id, now),
};

/** Takes a missed caller in work, gives it back, says it is done, or takes that back. */
export const missedChange: StaffHandler = (c, visit) => {
  const id = idParam(c);
  if (missedById(visit.store, id) === null) throw new HttpProblem("not_found");
  const form = readForm(c);
  const asked = form.text("change");
  const change = Object.hasOwn(CHANGES, asked) ? CHANGES[asked] : undefined;
  if (change === undefined) throw new HttpProblem("bad_request");
  const changed = change(visit, id);
  if (changed) tellMissedChanged(visit);
  if (!wantsFragment(c)) return c.redirect("/missed", 303);
  if (!changed) return toast(c, visit, "error", visit.t("missed.too_late"), 409);
  const row = missedView(visit, missedById(visit.store, id)!);
  return fragment(c, visit, "partials/missed_row", { row });
};
