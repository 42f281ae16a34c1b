import type { ListedCall } from "../../store/call_list.ts";
import { callsAtExtension } from "../../store/agent_calls.ts";
import type { DayView } from "../view_data.ts";
import type { StaffVisit } from "../visit.ts";
import { callRowView } from "./call_row_view.ts";

/** More than a person has on a day. */
const MOST_CALLS = 1000;
const MOST_SHOWN = 15;

/** The day of this person so far: the calls that rang or were at their extension while it was theirs. */
export function dayView(visit: StaffVisit): DayView {
  const calls = callsAtExtension(visit.store, {
    extension: visit.person.extension ?? "",
    staffId: visit.person.id,
    since: visit.format.dayStart(visit.now),
    limit: MOST_CALLS,
  });
  const answered = calls.filter((call) => hasLeg(visit, call, "answered"));
  return {
    answered: answered.length,
    missed: calls.filter((call) => call.outcome === "missed").length,
    outbound: calls.filter((call) => hasLeg(visit, call, "dialled")).length,
    talkTime: meanTalkTime(visit, answered),
    calls: calls.slice(0, MOST_SHOWN).map((call) => callRowView(visit, call)),
  };
}

function hasLeg(visit: StaffVisit, call: ListedCall, kind: "answered" | "dialled"): boolean {
  return call.legs.some((leg) => leg.kind === kind && leg.extension === visit.person.extension);
}

function meanTalkTime(visit: StaffVisit, answered: readonly ListedCall[]): string | null {
  const times = answered.flatMap(({ answeredAt, endedAt }) =>
    answeredAt === null || endedAt === null ? [] : [endedAt - answeredAt]
  );
  if (times.length === 0) return null;
  return visit.format.duration(times.reduce((sum, time) => sum + time, 0) / times.length);
}
