import { putReminderAway } from "../../desk/work/put_reminder_away.ts";
import { deskOf } from "../desk_of.ts";
import { idParam } from "../params.ts";
import { remindersView } from "./reminders_view.ts";
import { fragment } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Puts a reminder away; the work itself stays on the list. */
export const reminderClose: StaffHandler = (c, visit) => {
  putReminderAway(deskOf(visit), idParam(c));
  return fragment(c, visit, "work/reminders", remindersView(visit));
};
