import { staffById } from "../../store/staff.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import { staffFormView } from "./staff_form_view.ts";
import { fragment, page } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { TextKey } from "../../text/translator.ts";
import type { StaffHandler } from "../visit.ts";

/** By a word of the address, which anybody can write: a Map knows no words but these. */
const DONE = new Map<string, TextKey>([
  ["saved", "staff.saved"],
  ["password", "staff.password_given"],
  ["activated", "staff.activated"],
  ["deactivated", "staff.deactivated"],
  ["signed_out", "staff.signed_out"],
]);

/** One account: what it is, where it is signed in, and what can be done with it; or what it leaves, anew. */
export const staffShow: StaffHandler = (c, visit) => {
  const staff = staffById(visit.store, idParam(c));
  if (staff === null) throw new HttpProblem("not_found");
  if (wantsFragment(c)) return fragment(c, visit, "staff/staff_leave", staffFormView(visit, staff));
  const key = DONE.get(c.req.query("done") ?? "");
  const done = key === undefined ? "" : visit.t(key, { name: staff.name });
  return page(c, visit, "staff/staff_form", staffFormView(visit, staff, { done }), {
    title: staff.name,
    active: "settings",
  });
};
