import type { AttendanceChange } from "../live/attendance.ts";
import { setAgentState, setAttendance } from "../store/agent_states.ts";
import type { Store } from "../store/database.ts";

/**
 * Keeps who comes to a browser and goes from it, for the time that they were there; who signs out has gone for today. What
 * the disk does not take at once is kept a little later.
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
        if (change === "signed_out") setAgentState(store, staffId, "offline", "", at);
        setAttendance(store, staffId, change === "arrived", at);
      },
    });
  };
}
