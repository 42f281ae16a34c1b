import { removeFilter } from "../../store/call_choices.ts";
import { backToCalls } from "./back_to_calls.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import type { StaffHandler } from "../visit.ts";

/** Forgets a filter of this person's. */
export const callFilterRemove: StaffHandler = (c, visit) => {
  if (!removeFilter(visit.store, visit.person.id, idParam(c))) throw new HttpProblem("not_found");
  return backToCalls(c, readForm(c).text("query"));
};
