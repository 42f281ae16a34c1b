import { activateAccount, deactivateAccount } from "../../desk/staff/activate_account.ts";
import { deskOf } from "../desk_of.ts";
import { readForm } from "../forms/read_form.ts";
import { refusal } from "../forms/refusal.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import { endStreams } from "../guard/session.ts";
import type { StaffHandler } from "../visit.ts";

/** Takes an account out of use (`do` is `deactivate`) or into use again (`activate`). */
export const staffActivate: StaffHandler = (c, visit) => {
  const id = idParam(c);
  const act = readForm(c).text("do");
  if (act === "activate") activateAccount(deskOf(visit), id);
  else if (act === "deactivate") {
    const done = deactivateAccount(deskOf(visit), id);
    if (!done.ok) throw refusal(done.problems);
    endStreams(visit, id, done.value);
  } else throw new HttpProblem("bad_request");
  return c.redirect(`/settings/staff/${id}?done=${act}d`, 303);
};
