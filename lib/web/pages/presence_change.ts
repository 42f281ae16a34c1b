import { line } from "../../desk/field_rules.ts";
import { agentStateNamed } from "../../domain/agent_state.ts";
import { BOARD_CHANGED } from "../../live/call_audience.ts";
import { agentStateOf, setAgentState } from "../../store/agent_states.ts";
import { check } from "../forms/check.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { presenceView } from "../present/presence_view.ts";
import { fragment, toast } from "../respond.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";

const MOST_REASON = 30;

/** The mark beside the person's name, and what it can be changed to. */
export const presenceShow: StaffHandler = (c, visit) => mark(c, visit);

/** A person says that they can take calls, are on a break or write up a call; every board shows it. */
export const presenceChange: StaffHandler = (c, visit) => {
  const form = readForm(c);
  // One of the office's reasons is a break with that reason, in one click.
  const chosen = form.text("break");
  const state = chosen !== "" ? "break" : agentStateNamed(form.text("state"));
  if (state === null) throw new HttpProblem("bad_request");
  const reason = check(line("reason", MOST_REASON), chosen || form.text("reason"), visit.t);
  if (!reason.ok) return toast(c, visit, "error", reason.errors["form"] ?? "", 422);
  const { id } = visit.person;
  setAgentState(visit.store, id, state, state === "available" ? "" : reason.value, visit.now);
  const { since: _, ...data } = agentStateOf(visit.store, id);
  visit.web.hub.publish((person) => person.id === id ? { name: "presence", data } : BOARD_CHANGED);
  return mark(c, visit);
};

function mark(c: Parameters<StaffHandler>[0], visit: StaffVisit): Response {
  return fragment(c, visit, "partials/presence", presenceView(visit, visit.person.id));
}
