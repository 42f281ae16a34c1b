import type { OfficeDay } from "../domain/office_time.ts";
import type { Store } from "./database.ts";

/** A day on which the office is closed. */
export interface Holiday {
  readonly day: OfficeDay;
  readonly name: string;
}

/** Every holiday from `first` on, in order. */
export function holidaysFrom(store: Store, first: OfficeDay): Holiday[] {
  return store.all<Holiday>("SELECT day, name FROM holidays WHERE day >= ? ORDER BY day", first);
}

/** What day it is that the office is closed on; null for a working day. */
export function holidayOn(store: Store, day: OfficeDay): string | null {
  return store.get<{ name: string }>("SELECT name FROM holidays WHERE day = ?", day)?.name ?? null;
}

/** A day that there is already gets this name. */
export function setHoliday(store: Store, { day, name }: Holiday): void {
  store.run(
    "INSERT INTO holidays (day, name) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET name = excluded.name",
    day,
    name,
  );
}

/** Adds those that are not there yet; what somebody has named otherwise stays. Returns how many were added. */
export function addHolidays(store: Store, holidays: readonly Holiday[]): number {
  return store.transaction(() =>
    holidays.reduce((added, { day, name }) => {
      const { changes } = store.run(
        "INSERT INTO holidays (day, name) VALUES (?, ?) ON CONFLICT (day) DO NOTHING",
        day,
        name,
      );
      return added + changes;
    }, 0)
  );
}

export function removeHoliday(store: Store, day: OfficeDay): void {
  store.run("DELETE FROM holidays WHERE day = ?", day);
}
