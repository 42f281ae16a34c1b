import { WORK_KINDS, type WorkKind } from "../../domain/work.ts";
import { entryOfAgent } from "../../store/campaign_entries.ts";
import { countHeld } from "../../store/work/work_count.ts";
import { type Desk, requireMay } from "../desk.ts";

/** What is anybody's again when somebody leaves, in the order in which it is told. */
export type LeftKind = WorkKind | "campaign";

/**
 * How much `deactivateAccount` would give back of what this person has at this moment: open work of each kind, and numbers
 * of campaigns. Of which they have nothing is left out.
 */
export function leftBehind(desk: Desk, id: number): (readonly [LeftKind, number])[] {
  requireMay(desk, "staff.manage");
  const held = countHeld(desk.store, id);
  // An agent has one at a time.
  const claims = entryOfAgent(desk.store, id) === null ? 0 : 1;
  const all: (readonly [LeftKind, number])[] = WORK_KINDS.map((
    kind,
  ) => [kind, held.get(kind) ?? 0]);
  return [...all, ["campaign", claims] as const].filter(([, count]) => count > 0);
}
