import { createTask } from "../../desk/work/create_task.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import { idOrNull } from "../params.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";
import { taskFormView } from "./task_new.ts";
import { sentFields, typedWork } from "./work_form.ts";

/** Makes a task, and goes back to what it is about. */
export const taskCreate: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const about = {
    customerId: idOrNull(form.text("customer")),
    callId: idOrNull(form.text("call")),
  };
  const fields = sentFields(form);
  const made = createTask(deskOf(visit), typedWork(fields, visit), about);
  if (!made.ok) {
    const data = taskFormView(visit, about, fields, errorsOf(made.problems, visit.t));
    const title = visit.t("title.task");
    return page(c, visit, "work/task_new", data, { title, active: "work", status: 422 });
  }
  const { callId, customerId } = about;
  if (callId !== null) return c.redirect(`/desk?call=${callId}`, 303);
  return c.redirect(customerId === null ? "/work" : `/customers/${customerId}`, 303);
};
