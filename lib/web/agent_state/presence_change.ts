import { changeOwnState } from "../../desk/agent_state/change_own_state.ts";
import { agentStateNamed } from "../../domain/agent_state.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { presenceView } from "../frame/presence_view.ts";
import { fragment, toast } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";

/** The mark beside the person's name, and what it can be changed to. */
export const presenceShow: StaffHandler = (c, visit) => mark(c, visit);

/** A person says that they can take calls, are on a break or write up a call; every board shows it. */
export const presenceChange: StaffHandler = (c, visit) => {
  const form = readForm(c);
  // One of the office's reasons is a break with that reason, in one click.
  const chosen = form.text("break");
  const state = chosen !== "" ? "break" : agentStateNamed(form.text("state"));
  if (state === null) throw new HttpProblem("bad_request");
  const changed = changeOwnState(deskOf(visit), state, chosen || form.text("reason"));
  if (!changed.ok) {
    return toast(c, visit, "error", errorsOf(changed.problems, visit.t)["reason"]!, 422);
  }
  return mark(c, visit);
};

function mark(c: Parameters<StaffHandler>[0], visit: StaffVisit): Response {
  return fragment(c, visit, "agent_state/presence", presenceView(visit, visit.person.id));
}
