import type { Work } from "../domain/work.ts";
import type { Store } from "./database.ts";
import { WORK_COLUMNS, WORK_FROM, workOf, type WorkRow } from "./work/work_row.ts";

/** When the next promised call or task comes due after `now`, ms since the epoch; null where none does. */
export function nextReminderAt(store: Store, now: number): number | null {
  return store.get<{ at: number | null }>(
    `SELECT min(due_at) AS at FROM work
     WHERE done_at IS NULL AND reminder_seen_at IS NULL AND kind <> 'missed' AND due_at > ?`,
    now,
  )?.at ?? null;
}

/** Whose promised calls and tasks have come due after `since` and until `now`. */
export function agentsToRemind(store: Store, since: number, now: number): number[] {
  return store.all<{ staff_id: number }>(
    `SELECT DISTINCT staff_id FROM work
     WHERE done_at IS NULL AND reminder_seen_at IS NULL AND kind <> 'missed' AND due_at > ? AND due_at <= ?
       AND staff_id IS NOT NULL`,
    since,
    now,
  ).map((row) => row.staff_id);
}

/** A person's promised calls and tasks that are due and whose reminder was not put away, the oldest first. */
export function dueReminders(store: Store, staffId: number, now: number, limit: number): Work[] {
  return store.all<WorkRow>(
    `SELECT ${WORK_COLUMNS} FROM ${WORK_FROM}
     WHERE work.done_at IS NULL AND work.reminder_seen_at IS NULL AND work.kind <> 'missed'
       AND work.due_at <= ? AND work.staff_id = ?
     ORDER BY work.due_at, work.id LIMIT ?`,
    now,
    staffId,
    limit,
  ).map(workOf);
}

/** Puts a reminder away; the work stays on the list. */
export function putReminderAway(store: Store, id: number, now: number): void {
  store.run("UPDATE work SET reminder_seen_at = ? WHERE id = ?", now, id);
}
