import { arrangeWork } from "../../desk/work/arrange_work.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import { HttpProblem } from "../http_problem.ts";
import { idOrNull, idParam } from "../params.ts";
import type { StaffHandler } from "../visit.ts";
import { sentFields, typedWork } from "./work_form.ts";
import { workPage } from "./work_page.ts";

/** Hands work to a colleague, changes by when it has to be done, and what a task says. */
export const workArrange: StaffHandler = (c, visit) => {
  const [id, form] = [idParam(c), readForm(c)];
  const seen = idOrNull(form.text("version"));
  if (seen === null) throw new HttpProblem("bad_request");
  const typed = sentFields(form);
  const arranged = arrangeWork(deskOf(visit), id, typedWork(typed, visit), seen);
  if (arranged.ok) return c.redirect(`/work/${id}`, 303);
  const errors = errorsOf(arranged.problems, visit.t);
  const { form: error = "" } = errors;
  // Whoever was too late is shown what stands there by now.
  return error === ""
    ? workPage(c, visit, id, { typed, errors, status: 422 })
    : workPage(c, visit, id, { error, status: 409 });
};
