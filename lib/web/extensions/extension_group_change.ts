import { createGroup, removeGroup, renameGroup } from "../../desk/extensions/change_groups.ts";
import type { Problems } from "../../desk/problem.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import { idParam } from "../params.ts";
import { extensionListView } from "./extension_list_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

const GROUPS_PLACE = "/settings/extensions#groups";

/** Makes a group, without extensions yet. */
export const extensionGroupCreate: StaffHandler = (c, visit) => {
  const name = readForm(c).text("name");
  const made = createGroup(deskOf(visit), name);
  if (!made.ok) return refuse(c, visit, { id: null, name }, made.problems);
  return c.redirect(GROUPS_PLACE, 303);
};

/** Renames a group, or takes it away (`do` is `remove`). */
export const extensionGroupChange: StaffHandler = (c, visit) => {
  const [desk, id, form] = [deskOf(visit), idParam(c), readForm(c)];
  if (form.text("do") === "remove") removeGroup(desk, id);
  else {
    const name = form.text("name");
    const renamed = renameGroup(desk, id, name);
    if (!renamed.ok) return refuse(c, visit, { id, name }, renamed.problems);
  }
  return c.redirect(GROUPS_PLACE, 303);
};

function refuse(
  c: WebContext,
  visit: StaffVisit,
  typed: { readonly id: number | null; readonly name: string },
  problems: Problems,
): Response {
  const refusedGroup = { ...typed, error: errorsOf(problems, visit.t)["name"] ?? "" };
  return page(c, visit, "extensions/extension_list", extensionListView(visit, { refusedGroup }), {
    title: visit.t("title.extensions"),
    active: "settings",
    status: 422,
  });
}
