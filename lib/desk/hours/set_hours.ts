import { checkOfficeHours, type OfficeHours } from "../../domain/office_hours.ts";
import { setOfficeHours } from "../../store/office_hours.ts";
import { type Desk, requireMay } from "../desk.ts";
import { type Outcome, refused } from "../problem.ts";

/** Says on which weekdays and at which times campaigns may call. */
export function setHours(desk: Desk, typed: OfficeHours): Outcome<OfficeHours> {
  requireMay(desk, "campaigns.manage");
  const hours = checkOfficeHours(typed);
  if (hours === null) return refused("campaign.hours_wrong");
  setOfficeHours(desk.store, hours);
  return { ok: true, value: hours };
}
