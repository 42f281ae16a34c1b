import { createAccount } from "../../desk/staff/create_account.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import { typedStaff } from "./staff_form.ts";
import { staffFormView } from "./staff_form_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** The form of a new account. */
export const staffNew: StaffHandler = (c, visit) =>
  page(c, visit, "staff/staff_form", staffFormView(visit, null), {
    title: visit.t("title.staff_new"),
    active: "settings",
  });

/** Makes an account. */
export const staffCreate: StaffHandler = async (c, visit) => {
  const form = readForm(c);
  const typed = typedStaff(form);
  const { passwords } = visit.web;
  const made = await createAccount(
    deskOf(visit),
    typed,
    form.text("password"),
    (password) => passwords.hash(password),
  );
  if (!made.ok) {
    const errors = errorsOf(made.problems, visit.t);
    const data = staffFormView(visit, null, { typed, errors });
    const title = visit.t("title.staff_new");
    return page(c, visit, "staff/staff_form", data, { title, active: "settings", status: 422 });
  }
  return c.redirect("/settings/staff", 303);
};
