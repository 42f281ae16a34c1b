import { BOARD_CHANGED } from "../../live/call_audience.ts";
import { setExtensionsOf } from "../../store/extensions.ts";
import { createStaff } from "../../store/staff.ts";
import { readForm } from "../forms/read_form.ts";
import { passwordError } from "../forms/password_form.ts";
import { checkStaff, typedStaff } from "../forms/staff_form.ts";
import { staffFormView } from "../present/staff_form_view.ts";
import { page } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** The form of a new account. */
export const staffNew: StaffHandler = (c, visit) =>
  page(c, visit, "pages/staff_form", staffFormView(visit, null), {
    title: visit.t("title.staff_new"),
    active: "settings",
  });

/** Makes an account. Its first password is known to two: the owner is asked for another one. */
export const staffCreate: StaffHandler = async (c, asked) => {
  const form = readForm(c);
  const typed = typedStaff(form);
  const password = form.text("password");
  const wrongPassword = passwordError(password, typed.login, asked.t);
  const passwordHash = wrongPassword === null ? await asked.web.passwords.hash(password) : "";
  // Behind the hash, which takes its time: what is free is free until the account is made.
  const visit = asked.again();
  const checked = checkStaff(typed, null, visit);
  if (!checked.ok || wrongPassword !== null) {
    const errors = checked.ok ? {} : checked.errors;
    const data = staffFormView(visit, null, { typed, errors, passwordError: wrongPassword ?? "" });
    const title = visit.t("title.staff_new");
    return page(c, visit, "pages/staff_form", data, { title, active: "settings", status: 422 });
  }
  const { extensions, ...staff } = checked.value;
  visit.store.transaction(() => {
    const account = { ...staff, passwordHash, mustChangePassword: true };
    const { id } = createStaff(visit.store, account, visit.now);
    setExtensionsOf(visit.store, id, extensions);
  });
  visit.web.hub.publish(() => BOARD_CHANGED);
  return c.redirect("/settings/staff", 303);
};
