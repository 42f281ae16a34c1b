import { controlCall, type ControlProblem } from "../../desk/telephony/control_call.ts";
import { CALL_COMMANDS } from "../../domain/call_command.ts";
import { problemSentence } from "../../text/problem_sentence.ts";
import { phoneDeskOf } from "../desk_of.ts";
import { readForm } from "../forms/read_form.ts";
import { idParam } from "../params.ts";
import { toast, wantsFragment } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** What scripts are told, in English, as the reasons of switches are. People are told the problem's own sentence. */
const REASONS: Record<
  ControlProblem["code"],
  (args: ControlProblem["args"]) => string
> = {
  "control.no_command": ({ command }) =>
    `"${command}" is no command: expected one of ${Object.keys(CALL_COMMANDS).join(", ")}`,
  "control.to_wrong": ({ command, to }) =>
    `${command} needs "to", a number to which: "${to}" is none`,
  "control.digits_wrong": ({ command, digits }) =>
    `${command} needs "digits", 1 to 64 of 0-9 * # A-D: "${digits}" is not`,
  "control.over": () => "the call is over",
  "control.no_telephone": () => "you have no telephone on the line of this call",
  "control.not_ringing": () => "the call does not ring any more",
  "control.emergency": () => "an emergency number is dialled by itself, after a question",
  "control.do_not_call": () =>
    "a customer who asked not to be called is dialled by itself, after a question",
  "dial.not_allowed": ({ special }) => `the office does not dial ${special} numbers from its pages`,
  "dial.too_often": ({ perMinute }) =>
    `you have called ${perMinute} numbers within a minute, as many as the office allows`,
};

/**
 * Asks the switch to do something with a call. 204 where it did; else 409 with what came of it, as JSON to a script and
 * as a short message to a page. How the call is by then is told by its event.
 */
export const callControl: StaffHandler = async (c, visit) => {
  const form = readForm(c);
  const came = await controlCall(phoneDeskOf(visit), idParam(c), {
    command: form.text("command"),
    to: form.text("to"),
    digits: form.text("digits"),
  });
  if (came.kind === "wrong") return c.json({ error: reasonOf(came.problem) }, 422);
  const outcome = came.kind === "refused"
    ? { outcome: "refused" as const, reason: reasonOf(came.problem) }
    : came.outcome;
  if (outcome.outcome === "done") return c.body(null, 204);
  if (!wantsFragment(c)) return c.json(outcome, 409);
  const text = came.kind === "refused"
    ? problemSentence(came.problem, visit.t)
    : visit.t(`control.${outcome.outcome}`);
  return toast(c, visit, "error", text, 409);
};

function reasonOf({ code, args }: ControlProblem): string {
  return REASONS[code](args);
}
