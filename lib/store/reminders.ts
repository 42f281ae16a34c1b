import type { Consultation } from "../domain/consultation.ts";
import { requireConsultation } from "./consultations.ts";
import type { Store } from "./database.ts";

/** When the next promised call comes due after `now`, ms since the epoch; null where none is promised. */
export function nextReminderAt(store: Store, now: number): number | null {
  return store.get<{ at: number | null }>(
    `SELECT min(callback_at) AS at FROM consultations
     WHERE state = 'callback' AND reminder_seen_at IS NULL AND callback_at > ?`,
    now,
  )?.at ?? null;
}

/** Whose promised calls have come due after `since` and until `now`. */
export function agentsToRemind(store: Store, since: number, now: number): number[] {
  return store.all<{ staff_id: number }>(
    `SELECT DISTINCT staff_id FROM consultations
     WHERE state = 'callback' AND reminder_seen_at IS NULL AND callback_at > ? AND callback_at <= ?`,
    since,
    now,
  ).map((row) => row.staff_id);
}

/** A person's promised calls that are due and whose reminder was not put away, the oldest first. */
export function dueReminders(
  store: Store,
  staffId: number,
  now: number,
  limit: number,
): Consultation[] {
  return store.all<{ id: number }>(
    `SELECT id FROM consultations
     WHERE state = 'callback' AND reminder_seen_at IS NULL AND callback_at <= ? AND staff_id = ?
     ORDER BY callback_at, id LIMIT ?`,
    now,
    staffId,
    limit,
  ).map(({ id }) => requireConsultation(store, id));
}

/** Puts a reminder away; the promise stays on the list. */
export function putReminderAway(store: Store, id: number, now: number): void {
  store.run("UPDATE consultations SET reminder_seen_at = ? WHERE id = ?", now, id);
}
