import { staffById } from "../../store/staff.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import { signOutEverywhere } from "../sign_in/session.ts";
import type { StaffHandler } from "../visit.ts";

/** Ends every session of somebody; of oneself, every one but this. */
export const staffSignOut: StaffHandler = (c, visit) => {
  const staff = staffById(visit.store, idParam(c));
  if (staff === null) throw new HttpProblem("not_found");
  signOutEverywhere(visit, staff.id, visit.session.key);
  return c.redirect(`/settings/staff/${staff.id}?done=signed_out`, 303);
};
