import { requireConsultation } from "../../store/consultations.ts";
import { putReminderAway as storeAway } from "../../store/reminders.ts";
import { NotYours, requireMay, type StaffDesk } from "../desk.ts";

/**
 * Puts the reminder of a promised call away; the promise stays among the open work. One that is not due, since it was put
 * off meanwhile, will remind all the same. Throws `NotFound`, and `NotYours` for somebody else's.
 */
export function putReminderAway(desk: StaffDesk, id: number): void {
  requireMay(desk, "consultations.write");
  const { store, by, now } = desk;
  store.transaction(() => {
    const { staffId, state, callbackAt } = requireConsultation(store, id);
    if (staffId !== by.id) throw new NotYours(by.login, `reminder ${id}`, "reminder.not_yours");
    const isDue = state === "callback" && callbackAt !== null && callbackAt <= now;
    if (isDue) storeAway(store, id, now);
  });
}
