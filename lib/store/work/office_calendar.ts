import type { OfficeCalendar } from "../../domain/office_span.ts";
import { USUAL_TIME_ZONE } from "../../domain/time_zone.ts";
import { wallClock } from "../../domain/wall_clock.ts";
import type { Store } from "../database.ts";
import { officeHours } from "../office_hours.ts";
import { setting } from "../settings.ts";

/** When the office is open, as its settings say: threads that count due times know no options of the command line. */
export function officeCalendar(store: Store): OfficeCalendar {
  const days = store.all<{ day: string }>("SELECT day FROM holidays");
  return {
    clock: wallClock(setting(store, "time_zone") ?? USUAL_TIME_ZONE),
    hours: officeHours(store),
    holidays: new Set(days.map(({ day }) => day)),
  };
}
