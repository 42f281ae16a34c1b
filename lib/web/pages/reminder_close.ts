import { consultationById } from "../../store/consultations.ts";
import { putReminderAway } from "../../store/reminders.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import { remindersView } from "../present/reminders_view.ts";
import { fragment } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Puts a reminder away; the promise itself stays among the open work. */
export const reminderClose: StaffHandler = (c, visit) => {
  const consultation = consultationById(visit.store, idParam(c));
  if (consultation === null) throw new HttpProblem("not_found");
  if (consultation.staffId !== visit.person.id) throw new HttpProblem("forbidden");
  putReminderAway(visit.store, consultation.id, visit.now);
  return fragment(c, visit, "partials/reminders", remindersView(visit));
};
