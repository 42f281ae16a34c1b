import { leftBehind } from "../../desk/staff/left_behind.ts";
import { deskOf } from "../desk_of.ts";
import type { StaffVisit } from "../visit.ts";

/** What would be anybody's again if this person's account were taken out of use now, in a sentence with its figures. */
export function leavesText(visit: StaffVisit, id: number): string {
  const { t } = visit;
  const parts = leftBehind(deskOf(visit), id).map(([kind, count]) =>
    t(`staff.leaves_${kind}`, { count })
  );
  return parts.length === 0
    ? t("staff.leaves_nothing")
    : t("staff.leaves", { parts: parts.join(", ") });
}
