import { CALL_COMMANDS, isCallCommand } from "../../domain/call_command.ts";
import { callById } from "../../store/calls.ts";
import { control, wrongIn } from "../call_control.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import { toast, wantsFragment } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/**
 * Asks the switch to do something with a call. 204 where it did; else 409 with what came of it, as JSON to a script and
 * as a short message to a page. How the call is by then is told by its event.
 */
export const callControl: StaffHandler = async (c, visit) => {
  const call = callById(visit.store, idParam(c));
  if (call === null) throw new HttpProblem("not_found");
  const form = readForm(c);
  const command = form.text("command");
  if (!isCallCommand(command)) {
    const known = Object.keys(CALL_COMMANDS).join(", ");
    return c.json({ error: `"${command}" is no command: expected one of ${known}` }, 422);
  }
  const wish = { command, to: form.text("to"), digits: form.text("digits") };
  const wrong = wrongIn(wish);
  if (wrong !== null) return c.json({ error: wrong }, 422);
  const outcome = await control(visit, call, wish);
  if (outcome.outcome === "done") return c.body(null, 204);
  if (!wantsFragment(c)) return c.json(outcome, 409);
  return toast(c, visit, "error", visit.t(`control.${outcome.outcome}`), 409);
};
