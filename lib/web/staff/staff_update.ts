import { updateAccount } from "../../desk/staff/update_account.ts";
import { staffThere } from "../../desk/staff/staff_there.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import { typedStaff } from "./staff_form.ts";
import { idParam } from "../params.ts";
import { staffFormView } from "./staff_form_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Changes an account. */
export const staffUpdate: StaffHandler = (c, visit) => {
  const id = idParam(c);
  const typed = typedStaff(readForm(c));
  const changed = updateAccount(deskOf(visit), id, typed);
  if (!changed.ok) {
    const staff = staffThere(visit.store, id);
    const data = staffFormView(visit, staff, {
      typed,
      errors: errorsOf(changed.problems, visit.t),
    });
    const { name: title } = staff;
    return page(c, visit, "staff/staff_form", data, { title, active: "settings", status: 422 });
  }
  return c.redirect(`/settings/staff/${id}?done=saved`, 303);
};
