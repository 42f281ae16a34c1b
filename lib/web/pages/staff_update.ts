import { BOARD_CHANGED } from "../../live/call_audience.ts";
import { setExtensionsOf } from "../../store/extensions.ts";
import { staffById, updateStaff } from "../../store/staff.ts";
import { readForm } from "../forms/read_form.ts";
import { checkStaff, typedStaff } from "../forms/staff_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import { staffFormView } from "../present/staff_form_view.ts";
import { page } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Changes an account. Rights and extensions hold from the next request and the next event on. */
export const staffUpdate: StaffHandler = (c, visit) => {
  const { store } = visit;
  const staff = staffById(store, idParam(c));
  if (staff === null) throw new HttpProblem("not_found");
  const form = readForm(c);
  // Who no longer works here has no extension; the form does not ask for any.
  const typed = { ...typedStaff(form), ...(staff.active ? {} : { extensions: [] }) };
  const checked = checkStaff(typed, staff.id, visit);
  if (!checked.ok) {
    const data = staffFormView(visit, staff, { typed, errors: checked.errors });
    const { name: title } = staff;
    return page(c, visit, "pages/staff_form", data, { title, active: "settings", status: 422 });
  }
  const { extensions, ...changed } = checked.value;
  store.transaction(() => {
    updateStaff(store, staff.id, changed);
    setExtensionsOf(store, staff.id, extensions);
  });
  visit.web.hub.publish(() => BOARD_CHANGED);
  return c.redirect(`/settings/staff/${staff.id}?done=saved`, 303);
};
