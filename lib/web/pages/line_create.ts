import { createLine } from "../../store/line_settings.ts";
import { readForm } from "../forms/read_form.ts";
import { checkLine, typedLine } from "../forms/line_form.ts";
import { lineFormView } from "../present/line_form_view.ts";
import { page } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** The form of a new line. */
export const lineNew: StaffHandler = (c, visit) =>
  page(c, visit, "pages/line_form", lineFormView(visit, null), {
    title: visit.t("title.line_new"),
    active: "settings",
  });

/** Adds a line and opens it. */
export const lineCreate: StaffHandler = async (c, visit) => {
  const typed = typedLine(readForm(c));
  const checked = checkLine(typed, null, visit);
  if (!checked.ok) {
    const data = lineFormView(visit, null, { typed, ...checked });
    const title = visit.t("title.line_new");
    return page(c, visit, "pages/line_form", data, { title, active: "settings", status: 422 });
  }
  createLine(visit.store, checked.value);
  await visit.web.telephony.reload();
  return c.redirect("/settings/lines", 303);
};
