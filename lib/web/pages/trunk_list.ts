import { line } from "../../desk/field_rules.ts";
import { normalNumber } from "../../domain/phone_number.ts";
import { BOARD_CHANGED } from "../../live/call_audience.ts";
import { describeTrunk, type Trunk } from "../../store/trunks.ts";
import { check } from "../forms/check.ts";
import { readForm } from "../forms/read_form.ts";
import { trunkListView } from "../present/trunk_list_view.ts";
import { page } from "../respond.ts";
import type { TrunkListView } from "../settings_data.ts";
import type { StaffHandler, Visit } from "../visit.ts";

/** The trunks: which number of the office each one is. */
export const trunkList: StaffHandler = (c, visit) => {
  const saved = c.req.query("saved") !== undefined;
  return page(c, visit, "pages/trunk_list", trunkListView(visit, { saved }), {
    title: visit.t("title.trunks"),
    active: "settings",
  });
};

export const trunkSave: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const { trunks, errors } = checkTrunks(trunkListView(visit, { form }), visit);
  if (Object.keys(errors).length > 0) {
    const data = trunkListView(visit, { form, errors });
    const title = visit.t("title.trunks");
    return page(c, visit, "pages/trunk_list", data, { title, active: "settings", status: 422 });
  }
  visit.store.transaction(() => trunks.forEach((trunk) => describeTrunk(visit.store, trunk)));
  visit.web.hub.publish(() => BOARD_CHANGED);
  return c.redirect("/settings/trunks?saved", 303);
};

function checkTrunks({ lines }: TrunkListView, { t }: Visit) {
  const trunks: Trunk[] = [];
  const errors: Record<string, string> = {};
  for (const { id, trunks: typed } of lines) {
    for (const { trunk, label, number } of typed) {
      const key = `${id}.${trunk}`;
      const checked = check(line("trunk_label", 40), label, t);
      if (!checked.ok) errors[`label.${key}`] = checked.errors["form"] ?? "";
      if (number !== "" && normalNumber(number) === null) {
        errors[`number.${key}`] = t("field.number");
      }
      if (checked.ok) trunks.push({ lineId: id, trunk, label: checked.value, number });
    }
  }
  return { trunks, errors };
}
