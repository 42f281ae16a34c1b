import { enableLine, lineWithDialect, updateLine } from "../../desk/lines/change_lines.ts";
import { phoneDeskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import { lineOf, typedLine } from "./line_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import { lineFormView } from "./line_form_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** The form of a line. */
export const lineEdit: StaffHandler = (c, visit) => {
  const line = lineWithDialect(visit.store, idParam(c));
  const data = lineFormView(visit, line);
  return page(c, visit, "lines/line_form", data, { title: data.title, active: "settings" });
};

/** Changes a line and opens it again, while calls run. */
export const lineUpdate: StaffHandler = async (c, visit) => {
  const line = lineWithDialect(visit.store, idParam(c));
  const typed = typedLine(readForm(c));
  const updated = await updateLine(phoneDeskOf(visit), line.id, lineOf(typed));
  if (!updated.ok) {
    const errors = errorsOf(updated.problems, visit.t);
    const data = lineFormView(visit, line, { typed, errors, problems: updated.inDialect });
    const { title } = data;
    return page(c, visit, "lines/line_form", data, { title, active: "settings", status: 422 });
  }
  return c.redirect("/settings/lines", 303);
};

/** Opens a line, or closes it for as long as nobody opens it again (`do` is `enable` or `disable`). */
export const lineEnable: StaffHandler = async (c, visit) => {
  const id = idParam(c);
  const act = readForm(c).text("do");
  if (act !== "enable" && act !== "disable") throw new HttpProblem("bad_request");
  await enableLine(phoneDeskOf(visit), id, act === "enable");
  return c.redirect("/settings/lines", 303);
};
