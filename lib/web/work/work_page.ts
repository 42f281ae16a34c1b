import { workThere } from "../../desk/work/changeable_work.ts";
import { stepsOf } from "../../store/work/work_steps.ts";
import type { Work } from "../../domain/work.ts";
import { timeView } from "../basics.ts";
import { deskOf } from "../desk_of.ts";
import { page } from "../frame/respond.ts";
import type { StaffVisit, WebContext } from "../visit.ts";
import type { WorkFields, WorkShowView, WorkView } from "./work_data.ts";
import { workFormView } from "./work_form.ts";
import { workView } from "./work_view.ts";

/** What stands on the page beside what is stored. */
interface Shown {
  readonly typed?: WorkFields;
  readonly errors?: Readonly<Record<string, string>>;
  readonly error?: string;
  readonly status?: number;
}

/** The page of one piece of work. Throws `NotFound`. */
export function workPage(
  c: WebContext,
  visit: StaffVisit,
  id: number,
  shown: Shown = {},
): Response {
  const data = workShowView(visit, id, shown);
  const title = titleOf(visit, data.work);
  return page(c, visit, "work/work_show", data, {
    title,
    active: "work",
    status: shown.status ?? 200,
  });
}

/** What the window is called: a task by its words, anything else by its kind and whom it is about. */
function titleOf({ t }: StaffVisit, { kind, subject, customer, number }: WorkView): string {
  if (kind === "task") return subject;
  const who = customer?.name || customer?.company || number?.shown;
  return who ? `${t(`work.kind_${kind}`)}: ${who}` : t(`work.kind_${kind}`);
}

/** Throws `NotFound`. */
export function workShowView(
  visit: StaffVisit,
  id: number,
  { typed, errors = {}, error = "" }: Shown = {},
): WorkShowView {
  const stored = workThere(deskOf(visit), id);
  const work = workView(visit, stored);
  return {
    work,
    text: stored.text,
    form: work.done !== null || !work.mayChange ? null : workFormView(
      visit,
      typed ?? storedFields(visit, stored),
      { errors, hasWords: stored.kind === "task", holder: stored.staffId },
    ),
    error,
    steps: stepsOf(visit.store, id).map((step) => ({
      at: timeView(visit, step.at),
      kind: step.kind,
      by: step.staffName,
      holder: step.holderName,
    })),
  };
}

function storedFields({ format }: StaffVisit, work: Work): WorkFields {
  return {
    subject: work.kind === "task" ? work.subject : "",
    text: work.text,
    staff: work.staffId === null ? "" : String(work.staffId),
    dueAt: format.toInput(work.dueAt),
  };
}
