import { dueReminders } from "../../store/reminders.ts";
import type { StaffVisit } from "../visit.ts";
import type { RemindersView } from "./work_data.ts";
import { workView } from "./work_view.ts";

const MOST_SHOWN = 3;

export function remindersView(visit: StaffVisit): RemindersView {
  const due = dueReminders(visit.store, visit.person.id, visit.now, MOST_SHOWN);
  return { reminders: due.map((work) => workView(visit, work)) };
}
