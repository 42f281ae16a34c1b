import { callsAtExtensions, countCallsAt } from "../../store/agent_calls.ts";
import type { DayView } from "./desk_data.ts";
import type { StaffVisit } from "../visit.ts";
import { callRowViews } from "../calls/call_row_view.ts";

const MOST_SHOWN = 15;

/** The day of this person so far: the calls that rang or were at their extensions while those were theirs. */
export function dayView(visit: StaffVisit): DayView {
  const mine = {
    extensions: visit.person.extensions.map(({ number }) => number),
    staffId: visit.person.id,
    since: visit.format.dayStart(visit.now),
  };
  const { answered, missed, outbound, talkMs } = countCallsAt(visit.store, mine);
  return {
    answered,
    missed,
    outbound,
    talkTime: talkMs === null ? null : visit.format.duration(talkMs),
    calls: callRowViews(visit, callsAtExtensions(visit.store, mine, MOST_SHOWN)),
  };
}
