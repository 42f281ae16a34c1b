import { putReminderAway as storeAway } from "../../store/reminders.ts";
import { NotYours, requireMay, type StaffDesk } from "../desk.ts";
import { workThere } from "./changeable_work.ts";

/**
 * Puts the reminder of a promised call or a task away; it stays on the list. One that is not due, since it was put off
 * meanwhile, will remind all the same. Throws `NotFound`, and `NotYours` for somebody else's.
 */
export function putReminderAway(desk: StaffDesk, id: number): void {
  requireMay(desk, "work.do");
  const { store, by, now } = desk;
  store.transaction(() => {
    const { staffId, doneAt, dueAt } = workThere(desk, id);
    if (staffId !== by.id) throw new NotYours(by.login, `reminder ${id}`, "reminder.not_yours");
    if (doneAt === null && dueAt <= now) storeAway(store, id, now);
  });
}
