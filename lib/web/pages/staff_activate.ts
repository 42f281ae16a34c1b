import { BOARD_CHANGED } from "../../live/call_audience.ts";
import { setActive, staffById } from "../../store/staff.ts";
import { readForm } from "../forms/read_form.ts";
import { isLastAdmin } from "../forms/account_rules.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import { signOutEverywhere } from "../sign_in/session.ts";
import type { StaffHandler } from "../visit.ts";

/**
 * Takes an account out of use (`do` is `deactivate`) or into use again (`activate`). None is ever deleted: calls
 * and consultations name it. Nobody can take out their own, or the last administrator's.
 */
export const staffActivate: StaffHandler = (c, visit) => {
  const staff = staffById(visit.store, idParam(c));
  if (staff === null) throw new HttpProblem("not_found");
  const act = readForm(c).text("do");
  if (act !== "activate" && act !== "deactivate") throw new HttpProblem("bad_request");
  if (act === "deactivate") {
    if (staff.id === visit.person.id) {
      throw new HttpProblem("bad_request", {}, "staff.not_yourself");
    }
    if (isLastAdmin(visit.store, staff.id)) {
      throw new HttpProblem("bad_request", {}, "staff.last_admin");
    }
    signOutEverywhere(visit, staff.id, null);
  }
  setActive(visit.store, staff.id, act === "activate");
  visit.web.hub.publish(() => BOARD_CHANGED);
  return c.redirect(`/settings/staff/${staff.id}?done=${act}d`, 303);
};
