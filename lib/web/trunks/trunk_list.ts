import { describeTrunks } from "../../desk/trunks/describe_trunks.ts";
import type { Trunk } from "../../store/trunks.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import { trunkListView } from "./trunk_list_view.ts";
import { page } from "../frame/respond.ts";
import type { TrunkListView } from "./trunk_data.ts";
import type { StaffHandler } from "../visit.ts";

/** The trunks: which number of the office each one is. */
export const trunkList: StaffHandler = (c, visit) => {
  const saved = c.req.query("saved") !== undefined;
  return page(c, visit, "trunks/trunk_list", trunkListView(visit, { saved }), {
    title: visit.t("title.trunks"),
    active: "settings",
  });
};

export const trunkSave: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const described = describeTrunks(deskOf(visit), typedTrunks(trunkListView(visit, { form })));
  if (!described.ok) {
    const errors = errorsOf(described.problems, visit.t);
    const data = trunkListView(visit, { form, errors });
    const title = visit.t("title.trunks");
    return page(c, visit, "trunks/trunk_list", data, { title, active: "settings", status: 422 });
  }
  return c.redirect("/settings/trunks?saved", 303);
};

function typedTrunks({ lines }: TrunkListView): Trunk[] {
  return lines.flatMap(({ id, trunks }) => trunks.map((trunk) => ({ lineId: id, ...trunk })));
}
