import { BOARD_CHANGED } from "../../live/call_audience.ts";
import { createExtension, extensionByNumber, removeExtension } from "../../store/extensions.ts";
import { readForm } from "../forms/form.ts";
import { HttpProblem } from "../http_problem.ts";
import { extensionListView } from "../present/extension_list_view.ts";
import { page } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Adds an extension, for a switch that has others than the sixteen. */
export const extensionCreate: StaffHandler = (c, visit) => {
  const number = readForm(c).text("number").trim();
  const known = extensionByNumber(visit.store, number) !== null;
  if (known || !/^\d{1,6}$/.test(number)) {
    const error = visit.t(known ? "extensions.number_taken" : "extensions.number_wrong", {
      number,
    });
    const data = extensionListView(visit, { errors: { number: error }, newNumber: number });
    const title = visit.t("title.extensions");
    return page(c, visit, "pages/extension_list", data, { title, active: "settings", status: 422 });
  }
  createExtension(visit.store, number, "phone");
  visit.web.hub.publish(() => BOARD_CHANGED);
  return c.redirect("/settings/extensions", 303);
};

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
