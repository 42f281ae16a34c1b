import { isWithin, type OfficeHours } from "../../domain/office_hours.ts";
import { officeTime } from "../../domain/office_time.ts";
import { wallClock } from "../../domain/wall_clock.ts";
import type { Store } from "../../store/database.ts";
import { holidayOn } from "../../store/holidays.ts";
import { officeHours } from "../../store/office_hours.ts";

export interface CallingHours extends OfficeHours {
  /** The name of today's holiday; null on any other day. */
  readonly holiday: string | null;
  /** Whether campaigns may call now. */
  readonly open: boolean;
}

/** When campaigns call in an office of `timeZone` (an IANA name), and whether they may at `now` (ms since the epoch, UTC). */
export function callingHours(store: Store, timeZone: string, now: number): CallingHours {
  const hours = officeHours(store);
  const holiday = holidayOn(store, officeTime(timeZone).dayOf(now));
  const open = holiday === null && isWithin(hours, wallClock(timeZone).at(now));
  return { ...hours, holiday, open };
}
