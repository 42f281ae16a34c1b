import { setAgentState } from "../../store/agent_states.ts";
import { releaseClaim } from "../../store/campaign_claims.ts";
import { setActive } from "../../store/staff.ts";
import { releaseAllWork } from "../../store/work/change_work.ts";
import { changeBy, type Desk, requireMay } from "../desk.ts";
import { type Outcome, refused } from "../problem.ts";
import { isLastAdmin } from "./account_rules.ts";
import { type EndedSessions, sessionHashesOf } from "./sign_out.ts";
import { staffThere } from "./staff_there.ts";

/** Takes an account into use again. Throws `NotFound`. */
export function activateAccount(desk: Desk, id: number): void {
  requireMay(desk, "staff.manage");
  setActive(desk.store, id, true);
}

/**
 * Takes an account out of use and ends its sessions. What its person had to do, promised calls too, and the number of a
 * campaign that they had are anybody's again, and no break of theirs goes on. None is ever deleted: calls and consultations
 * name it. Nobody can take out their own, or the last administrator's. Throws `NotFound`.
 */
export function deactivateAccount(desk: Desk, id: number): Outcome<EndedSessions> {
  requireMay(desk, "staff.manage");
  const { store, by, now } = desk;
  return store.transaction(() => {
    const staff = staffThere(store, id);
    if (by !== "console" && by.id === staff.id) return refused("staff.not_yourself");
    if (isLastAdmin(store, staff.id)) return refused("staff.last_admin");
    const ended = sessionHashesOf(store, staff.id);
    setActive(store, staff.id, false);
    releaseAllWork(store, staff.id, changeBy(desk));
    releaseClaim(store, staff.id);
    setAgentState(store, staff.id, "offline", "", now);
    return { ok: true, value: ended };
  });
}
