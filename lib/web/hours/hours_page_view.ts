import { callingHours } from "../../desk/hours/calling_hours.ts";
import { holidayYears } from "../../desk/hours/holidays.ts";
import { addDays } from "../../domain/office_time.ts";
import { holidaysFrom } from "../../store/holidays.ts";
import type { FieldErrors } from "../forms/field_errors.ts";
import type { HoursPageView } from "./hours_data.ts";
import type { StaffVisit } from "../visit.ts";

/** What was typed and is wrong: the hours, or a holiday. */
export interface HoursRefused {
  readonly hours?: string;
  readonly typed?: HoursPageView["typed"];
  readonly errors?: FieldErrors;
}

/** How long a day that is over stays in the list. */
const PAST_DAYS = 31;

export function hoursPageView(
  visit: StaffVisit,
  refused: HoursRefused | null,
  done: string,
  lunar: boolean,
): HoursPageView {
  const today = visit.web.time.dayOf(visit.now);
  const date = new Intl.DateTimeFormat(visit.language, { dateStyle: "full", timeZone: "UTC" });
  return {
    hours: callingHours(visit.store, visit.web.office.timeZone, visit.now),
    hoursError: refused?.hours ?? "",
    holidays: holidaysFrom(visit.store, addDays(today, -PAST_DAYS)).map(({ day, name }) => ({
      ...{ day, name },
      shown: date.format(Date.parse(`${day}T00:00:00Z`)),
    })),
    typed: refused?.typed ?? { day: "", name: "" },
    errors: refused?.errors ?? {},
    years: holidayYears(visit.web.office.timeZone, visit.now),
    ...{ lunar, done },
  };
}
