import { enableLine, lineSetting, updateLine } from "../../store/line_settings.ts";
import { readForm } from "../forms/read_form.ts";
import { checkLine, typedLine } from "../forms/line_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import { lineFormView } from "../present/line_form_view.ts";
import { page } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** The form of a line. */
export const lineEdit: StaffHandler = (c, visit) => {
  const line = lineSetting(visit.store, idParam(c));
  if (line === null) throw new HttpProblem("not_found");
  const data = lineFormView(visit, line);
  return page(c, visit, "pages/line_form", data, { title: data.title, active: "settings" });
};

/** Changes a line and opens it again, while calls run. */
export const lineUpdate: StaffHandler = async (c, visit) => {
  const line = lineSetting(visit.store, idParam(c));
  if (line === null) throw new HttpProblem("not_found");
  const typed = typedLine(readForm(c));
  const checked = checkLine(typed, line.id, visit);
  if (!checked.ok) {
    const data = lineFormView(visit, line, { typed, ...checked });
    const { title } = data;
    return page(c, visit, "pages/line_form", data, { title, active: "settings", status: 422 });
  }
  updateLine(visit.store, line.id, checked.value);
  await visit.web.telephony.reload();
  return c.redirect("/settings/lines", 303);
};

/** Opens a line, or closes it for as long as nobody opens it again (`do` is `enable` or `disable`). */
export const lineEnable: StaffHandler = async (c, visit) => {
  const id = idParam(c);
  const act = readForm(c).text("do");
  if (act !== "enable" && act !== "disable") throw new HttpProblem("bad_request");
  enableLine(visit.store, id, act === "enable");
  await visit.web.telephony.reload();
  return c.redirect("/settings/lines", 303);
};
