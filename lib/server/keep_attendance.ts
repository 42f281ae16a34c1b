import type { AttendanceChange } from "../live/attendance.ts";
import { setAgentState, setAttendance } from "../store/agent_states.ts";
import type { Store } from "../store/database.ts";
import { sessionsOf } from "../store/sessions.ts";

/**
 * Keeps who comes to a browser and goes from it, for the time that they were there; who signs out has gone for today, unless
 * they have signed in anew or elsewhere. What the disk does not take at once is kept a little later.
 */
export function keepAttendance(
  store: Store,
  now: () => number = Date.now,
): (staffId: number, change: AttendanceChange) => void {
  return (staffId, change) => {
    const at = now();
    store.late.note({
      what: `staff ${staffId} ${change} at ${at}`,
      write: () => {
        const hasGone = change === "signed_out" && sessionsOf(store, staffId).length === 0;
        if (hasGone) setAgentState(store, staffId, "offline", "", at);
        setAttendance(store, staffId, change === "arrived", at);
      },
    });
  };
}
