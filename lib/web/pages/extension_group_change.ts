import { line } from "../../desk/field_rules.ts";
import { LONGEST_GROUP, MOST_GROUPS } from "../../domain/extension_group.ts";
import { BOARD_CHANGED } from "../../live/call_audience.ts";
import {
  createGroup,
  groupById,
  groupByName,
  listGroups,
  removeGroup,
  renameGroup,
} from "../../store/extension_groups.ts";
import { check, type Checked } from "../forms/check.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import { extensionListView, type RefusedGroup } from "../present/extension_list_view.ts";
import { page } from "../respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";

const GROUPS_PLACE = "/settings/extensions#groups";

/** Makes a group, without extensions yet. */
export const extensionGroupCreate: StaffHandler = (c, visit) => {
  const name = readForm(c).text("name");
  const checked = checkGroup(visit, null, name);
  if (!checked.ok) return refuse(c, visit, { id: null, name, error: checked.errors["form"]! });
  createGroup(visit.store, checked.value);
  visit.web.hub.publish(() => BOARD_CHANGED);
  return c.redirect(GROUPS_PLACE, 303);
};

/** Renames a group, or takes it away (`do` is `remove`). */
export const extensionGroupChange: StaffHandler = (c, visit) => {
  const group = groupById(visit.store, idParam(c));
  if (group === null) throw new HttpProblem("not_found");
  const form = readForm(c);
  if (form.text("do") === "remove") removeGroup(visit.store, group.id);
  else {
    const name = form.text("name");
    const checked = checkGroup(visit, group.id, name);
    if (!checked.ok) {
      return refuse(c, visit, { id: group.id, name, error: checked.errors["form"]! });
    }
    renameGroup(visit.store, group.id, checked.value);
  }
  visit.web.hub.publish(() => BOARD_CHANGED);
  return c.redirect(GROUPS_PLACE, 303);
};

/** `id` is the group that is renamed, null for a new one. */
function checkGroup({ store, t }: StaffVisit, id: number | null, typed: string): Checked<string> {
  const wrong = (text: string) => ({ ok: false, errors: { form: text } }) as const;
  const checked = check(line("group", LONGEST_GROUP), typed, t);
  if (!checked.ok) return checked;
  const name = checked.value;
  if (name === "") return wrong(t("field.required", { field: t("name.group") }));
  if ((groupByName(store, name)?.id ?? id) !== id) return wrong(t("groups.taken", { name }));
  if (id === null && listGroups(store).length >= MOST_GROUPS) {
    return wrong(t("groups.too_many", { max: MOST_GROUPS }));
  }
  return checked;
}

function refuse(c: WebContext, visit: StaffVisit, refusedGroup: RefusedGroup): Response {
  return page(c, visit, "pages/extension_list", extensionListView(visit, { refusedGroup }), {
    title: visit.t("title.extensions"),
    active: "settings",
    status: 422,
  });
}
