import { callById } from "../../store/calls.ts";
import { customerById } from "../../store/customers.ts";
import { customerBrief } from "../basics.ts";
import { HttpProblem } from "../http_problem.ts";
import { idOrNull } from "../params.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";
import type { TaskFormView, WorkFields } from "./work_data.ts";
import { workFormView } from "./work_form.ts";

const HOUR_MS = 3_600_000;

/** The form of a new task: about a customer, about a call of the card, or about neither. */
export const taskNew: StaffHandler = (c, visit) => {
  const about = {
    customerId: idOrNull(c.req.query("customer")),
    callId: idOrNull(c.req.query("call")),
  };
  const data = taskFormView(visit, about, {
    subject: "",
    text: "",
    staff: String(visit.person.id),
    dueAt: visit.format.toInput(nextHour(visit.now)),
  });
  return page(c, visit, "work/task_new", data, { title: visit.t("title.task"), active: "work" });
};

/** The form as it is to be shown; what it is about is looked up. Throws the problem `not_found`. */
export function taskFormView(
  visit: StaffVisit,
  about: { readonly customerId: number | null; readonly callId: number | null },
  fields: WorkFields,
  errors: Readonly<Record<string, string>> = {},
): TaskFormView {
  const call = about.callId === null ? null : callById(visit.store, about.callId);
  if (about.callId !== null && call === null) throw new HttpProblem("not_found");
  const customerId = call === null ? about.customerId : call.customerId;
  const customer = customerId === null ? null : customerById(visit.store, customerId);
  if (customerId !== null && customer === null) throw new HttpProblem("not_found");
  return {
    ...workFormView(visit, fields, { errors, hasWords: true, holder: null }),
    customer: customer === null ? null : customerBrief(customer),
    callId: about.callId,
  };
}

/** The next full hour that is at least one away. */
function nextHour(now: number): number {
  return Math.ceil(now / HOUR_MS) * HOUR_MS + HOUR_MS;
}
