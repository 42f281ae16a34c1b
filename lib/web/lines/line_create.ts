import { addLine } from "../../desk/lines/change_lines.ts";
import { phoneDeskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import { lineOf, typedLine } from "./line_form.ts";
import { lineFormView } from "./line_form_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** The form of a new line. */
export const lineNew: StaffHandler = (c, visit) =>
  page(c, visit, "lines/line_form", lineFormView(visit, null), {
    title: visit.t("title.line_new"),
    active: "settings",
  });

/** Adds a line and opens it. */
export const lineCreate: StaffHandler = async (c, visit) => {
  const typed = typedLine(readForm(c));
  const added = await addLine(phoneDeskOf(visit), lineOf(typed));
  if (!added.ok) {
    const errors = errorsOf(added.problems, visit.t);
    const data = lineFormView(visit, null, { typed, errors, problems: added.inDialect });
    const title = visit.t("title.line_new");
    return page(c, visit, "lines/line_form", data, { title, active: "settings", status: 422 });
  }
  return c.redirect("/settings/lines", 303);
};
