import { callsAtExtension, countCallsAt } from "../../store/agent_calls.ts";
import type { DayView } from "../desk_data.ts";
import type { StaffVisit } from "../visit.ts";
import { callRowView } from "./call_row_view.ts";

const MOST_SHOWN = 15;

/** The day of this person so far: the calls that rang or were at their extension while it was theirs. */
export function dayView(visit: StaffVisit): DayView {
  const mine = {
    extension: visit.person.extension ?? "",
    staffId: visit.person.id,
    since: visit.format.dayStart(visit.now),
  };
  const { answered, missed, outbound, talkMs } = countCallsAt(visit.store, mine);
  return {
    answered,
    missed,
    outbound,
    talkTime: talkMs === null ? null : visit.format.duration(talkMs),
    calls: callsAtExtension(visit.store, mine, MOST_SHOWN).map((call) => callRowView(visit, call)),
  };
}
