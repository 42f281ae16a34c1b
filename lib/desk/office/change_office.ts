import { z } from "zod";
import { LANGUAGES } from "../../domain/staff.ts";
import { isTimeZone } from "../../domain/time_zone.ts";
import type { OfficeSettings } from "../../store/office_settings.ts";
import { type Desk, requireMay } from "../desk.ts";
import { check, line, oneOf, wrong } from "../field_rules.ts";
import type { Outcome } from "../problem.ts";

/** How the office is called, which language it speaks and where it is, as it was written. */
export interface TypedOffice {
  readonly name: string;
  readonly language: string;
  /** An IANA name; does not count where it is fixed elsewhere. */
  readonly zone: string;
}

const SHAPE = z.object({
  name: line("office_name", 40),
  language: oneOf(LANGUAGES, "staff.language_wrong"),
  zone: z.string().superRefine((zone, ctx) => {
    if (!isTimeZone(zone)) ctx.addIssue(wrong("office.zone_wrong"));
  }),
});

/** Changes it: from the next page on, everywhere. Problems stand by the names of `typed`'s fields. */
export function changeOffice(
  desk: Desk,
  office: OfficeSettings,
  typed: TypedOffice,
): Outcome<null> {
  requireMay(desk, "office.manage");
  const isFixed = office.fixedBy("time_zone") !== null;
  const checked = check(SHAPE, isFixed ? { ...typed, zone: office.timeZone } : typed);
  if (!checked.ok) return checked;
  const { name, language, zone } = checked.value;
  office.change({ name, language, ...isFixed ? {} : { timeZone: zone } });
  return { ok: true, value: null };
}
