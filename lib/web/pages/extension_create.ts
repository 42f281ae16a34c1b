import { BOARD_CHANGED } from "../../live/call_audience.ts";
import { storedDialect } from "../../protocol/stored_dialect.ts";
import { lineSettings } from "../../store/line_settings.ts";
import {
  createExtension,
  extensionByNumber,
  removeExtension,
  sameExtension,
} from "../../store/extensions.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { extensionListView } from "../present/extension_list_view.ts";
import { page } from "../respond.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";

/** Adds an extension, for a switch that has others than the sixteen. */
export const extensionCreate: StaffHandler = (c, visit) => {
  const number = readForm(c).text("number").trim();
  const known = sameExtension(visit.store, number);
  if (known !== null || !isExtension(number, visit)) {
    const error = known === null
      ? visit.t("extensions.number_wrong")
      : visit.t("extensions.number_taken", { number: known.number });
    const data = extensionListView(visit, { errors: { number: error }, newNumber: number });
    const title = visit.t("title.extensions");
    return page(c, visit, "pages/extension_list", data, { title, active: "settings", status: 422 });
  }
  createExtension(visit.store, number, "phone");
  visit.web.hub.publish(() => BOARD_CHANGED);
  return c.redirect("/settings/extensions", 303);
};

/** A zero stands in front only where a switch of this office calls an extension so. */
function isExtension(number: string, { store }: StaffVisit): boolean {
  if (!/^\d{1,6}$/.test(number)) return false;
  if (number === "0" || !number.startsWith("0")) return true;
  return lineSettings(store).some((line) =>
    storedDialect(line.dialect).extensions.includes(number)
  );
}

/** Takes an extension away that is nobody's. */
export const extensionRemove: StaffHandler = (c, visit) => {
  const extension = extensionByNumber(visit.store, c.req.param("id") ?? "");
  if (extension === null) throw new HttpProblem("not_found");
  if (extension.staffId !== null) {
    throw new HttpProblem("bad_request", { number: extension.number }, "extensions.in_use");
  }
  removeExtension(visit.store, extension.number);
  visit.web.hub.publish(() => BOARD_CHANGED);
  return c.redirect("/settings/extensions", 303);
};
