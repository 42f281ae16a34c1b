import type { TypedWork } from "../../desk/work/work_rules.ts";
import { listStaff } from "../../store/staff.ts";
import { typedMoment } from "../forms/typed_moment.ts";
import type { FieldErrors } from "../forms/field_errors.ts";
import type { Form } from "../forms/form.ts";
import type { StaffVisit } from "../visit.ts";
import type { ColleagueView, WorkFields, WorkFormView } from "./work_data.ts";

/** The fields as they were sent. */
export function sentFields(form: Form): WorkFields {
  return {
    subject: form.text("subject"),
    text: form.text("text"),
    staff: form.text("staff"),
    dueAt: form.text("dueAt"),
  };
}

export function typedWork(fields: WorkFields, visit: StaffVisit): TypedWork {
  return { ...fields, dueAt: typedMoment(fields.dueAt, visit) };
}

/** `holder` is whose it is, offered although they have left. */
export function workFormView(
  visit: StaffVisit,
  fields: WorkFields,
  { errors = {}, hasWords, holder }: {
    readonly errors?: FieldErrors;
    readonly hasWords: boolean;
    readonly holder: number | null;
  },
): WorkFormView {
  return { fields, errors, colleagues: colleagues(visit, holder), hasWords };
}

/** Whoever asks first. */
function colleagues({ store, person }: StaffVisit, holder: number | null): ColleagueView[] {
  const there = listStaff(store).filter(({ id, active }) => active || id === holder);
  const [own, others] = [[person], there.filter(({ id }) => id !== person.id)];
  return [...own, ...others].map(({ id, name }) => ({ id: String(id), name }));
}
