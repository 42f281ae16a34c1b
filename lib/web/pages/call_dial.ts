import { dial } from "../dial.ts";
import { readForm } from "../forms/read_form.ts";
import { toast } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Dials, by asking the switch; says what came of it: to a script as JSON, to a page as a short message. */
export const callDial: StaffHandler = async (c, visit) => {
  const form = readForm(c);
  const outcome = await dial(visit, {
    number: form.text("number"),
    extension: form.text("extension"),
    confirmed: form.text("confirmed") === "yes",
  });
  const { result, text, status } = outcome;
  if (c.req.header("accept")?.includes("application/json")) return c.json(outcome, status);
  return toast(c, visit, result === "accepted" ? "done" : "error", text, status);
};
