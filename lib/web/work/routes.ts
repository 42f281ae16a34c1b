import { type Route, staff } from "../route.ts";
import { missedChange } from "./missed_change.ts";
import { missedList } from "./missed_list.ts";
import { reminderClose } from "./reminder_close.ts";
import { reminderList } from "./reminder_list.ts";

export const routes: readonly Route[] = [
  staff("GET /missed", "missed.work", "nothing", missedList),
  staff("POST /missed/:id", "missed.work", "changes", missedChange),
  staff("POST /consultations/:id/reminder", "consultations.write", "seen", reminderClose),
  staff("GET /reminders", "consultations.write", "nothing", reminderList),
];
