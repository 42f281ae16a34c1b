import { controlCall } from "../../desk/telephony/control_call.ts";
import { scriptReason } from "../../text/script_reason.ts";
import { problemSentence } from "../../text/problem_sentence.ts";
import { phoneDeskOf } from "../desk_of.ts";
import { readForm } from "../forms/read_form.ts";
import { idParam } from "../params.ts";
import { toast } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";

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
  if (came.kind === "wrong") return c.json({ error: scriptReason(came.problem) }, 422);
  const outcome = came.kind === "refused"
    ? { outcome: "refused" as const, reason: scriptReason(came.problem) }
    : came.outcome;
  if (outcome.outcome === "done") return c.body(null, 204);
  if (!wantsFragment(c)) return c.json(outcome, 409);
  const text = came.kind === "refused"
    ? problemSentence(came.problem, visit.t)
    : visit.t(`control.${outcome.outcome}`);
  return toast(c, visit, "error", text, 409);
};
