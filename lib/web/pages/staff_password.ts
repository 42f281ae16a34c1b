import { staffById } from "../../store/staff.ts";
import { readForm } from "../forms/read_form.ts";
import { passwordError } from "../forms/password_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import { staffFormView } from "../present/staff_form_view.ts";
import { page } from "../respond.ts";
import { givePassword } from "../sign_in/session.ts";
import type { StaffHandler } from "../visit.ts";

/**
 * Gives somebody a new password, for who has forgotten theirs: they are signed out everywhere, and asked for
 * another one when they come in with it. The own one is changed where the old one is asked for.
 */
export const staffPassword: StaffHandler = async (c, visit) => {
  const staff = staffById(visit.store, idParam(c));
  if (staff === null) throw new HttpProblem("not_found");
  if (staff.id === visit.person.id) return c.redirect("/account/password", 303);
  const password = readForm(c).text("password");
  const error = passwordError(password, staff.login, visit.t);
  if (error !== null) {
    const data = staffFormView(visit, staff, { passwordError: error });
    const { name: title } = staff;
    return page(c, visit, "pages/staff_form", data, { title, active: "settings", status: 422 });
  }
  const passwordHash = await visit.web.passwords.hash(password);
  givePassword(visit.again(), staff.id, { passwordHash, was: null, mustChange: true });
  return c.redirect(`/settings/staff/${staff.id}?done=password`, 303);
};
