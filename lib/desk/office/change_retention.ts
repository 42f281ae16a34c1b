import {
  type DaysKey,
  MOST_DAYS,
  type OfficeSettings,
  USUAL_DAYS,
} from "../../store/office_settings.ts";
import { type Desk, requireMay } from "../desk.ts";
import { wholeNumber } from "../field_rules.ts";
import type { Outcome, Problem } from "../problem.ts";

const KEYS = Object.keys(USUAL_DAYS) as DaysKey[];

/**
 * Says for how many days the program keeps what nobody looks at later, all or none. What is fixed elsewhere does not count.
 * Problems stand by the names of `typed`'s fields.
 */
export function changeRetention(
  desk: Desk,
  office: OfficeSettings,
  typed: Readonly<Record<DaysKey, string>>,
): Outcome<null> {
  requireMay(desk, "retention.manage");
  const problems: Record<string, Problem> = {};
  const days: Partial<Record<DaysKey, number>> = {};
  for (const key of KEYS.filter((key) => office.fixedBy(key) === null)) {
    const count = wholeNumber(typed[key], { least: 1, most: MOST_DAYS });
    if (count === null) problems[key] = { code: "retention.wrong", args: { most: MOST_DAYS } };
    else days[key] = count;
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  office.changeDays(days);
  return { ok: true, value: null };
}
