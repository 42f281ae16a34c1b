import { givePassword } from "../../desk/staff/give_password.ts";
import { staffThere } from "../../desk/staff/staff_there.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import { idParam } from "../params.ts";
import { staffFormView } from "./staff_form_view.ts";
import { page } from "../frame/respond.ts";
import { endStreams } from "../guard/session.ts";
import type { StaffHandler } from "../visit.ts";

/** Gives somebody a new password, for who has forgotten theirs. The own one is changed on its own page. */
export const staffPassword: StaffHandler = async (c, visit) => {
  const id = idParam(c);
  const { passwords } = visit.web;
  const given = await givePassword(
    deskOf(visit),
    id,
    readForm(c).text("password"),
    (password) => passwords.hash(password),
  );
  if (given.ok) {
    endStreams(visit, id, given.value);
    return c.redirect(`/settings/staff/${id}?done=password`, 303);
  }
  if (given.problems["form"]?.code === "password.own") return c.redirect("/account/password", 303);
  const staff = staffThere(visit.store, id);
  const data = staffFormView(visit, staff, { errors: errorsOf(given.problems, visit.t) });
  const { name: title } = staff;
  return page(c, visit, "staff/staff_form", data, { title, active: "settings", status: 422 });
};
