import { isExtensionNumber } from "../../desk/extensions/extension_number.ts";
import { extensionName } from "../../domain/extension.ts";
import { BOARD_CHANGED } from "../../live/call_audience.ts";
import { lineSetting } from "../../store/line_settings.ts";
import {
  createExtension,
  extensionNamed,
  removeExtension,
  sameExtension,
} from "../../store/extensions.ts";
import type { Form } from "../forms/form.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { idOrNull } from "../params.ts";
import { extensionListView } from "../present/extension_list_view.ts";
import { extensionNames } from "../present/extension_names.ts";
import { page } from "../respond.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";

/** Adds an extension, for a switch that has others than the sixteen: on one line, or on every one. */
export const extensionCreate: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const place = { line: lineOf(form, visit), number: form.text("number").trim() };
  const known = sameExtension(visit.store, extensionName(place));
  if (known !== null || !isExtensionNumber(visit.store, place.number)) {
    const error = known === null
      ? visit.t("extensions.number_wrong")
      : visit.t("extensions.number_taken", { number: extensionNames(visit)(known) });
    const data = extensionListView(visit, { errors: { number: error }, added: place });
    const title = visit.t("title.extensions");
    return page(c, visit, "pages/extension_list", data, { title, active: "settings", status: 422 });
  }
  createExtension(visit.store, place);
  visit.web.hub.publish(() => BOARD_CHANGED);
  return c.redirect("/settings/extensions", 303);
};

/** Null is every line. */
function lineOf(form: Form, { store }: StaffVisit): number | null {
  const text = form.text("line");
  if (text === "") return null;
  const id = idOrNull(text);
  if (id === null || lineSetting(store, id) === null) throw new HttpProblem("bad_request");
  return id;
}

/** Takes an extension away that is nobody's. */
export const extensionRemove: StaffHandler = (c, visit) => {
  const name = c.req.param("id") ?? "";
  const extension = extensionNamed(visit.store, name);
  if (extension === null) throw new HttpProblem("not_found");
  if (extension.staffId !== null) {
    const number = extensionNames(visit)(extension);
    throw new HttpProblem("bad_request", { number }, "extensions.in_use");
  }
  removeExtension(visit.store, name);
  visit.web.hub.publish(() => BOARD_CHANGED);
  return c.redirect("/settings/extensions", 303);
};
