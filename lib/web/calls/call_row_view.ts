import { type Call, stationsOf } from "../../domain/call.ts";
import type { Consultation } from "../../domain/consultation.ts";
import type { ListedCall } from "../../store/call_list.ts";
import { consultationsOfCalls } from "../../store/consultations.ts";
import type { CallRowView } from "./call_data.ts";
import type { Visit } from "../visit.ts";
import { customerBrief, firstLine, numberViewOrNull, timeView, timeViewOrNull } from "../basics.ts";

/** Calls as the rows of a list. */
export function callRowViews(visit: Visit, calls: readonly ListedCall[]): CallRowView[] {
  const notes = consultationsOfCalls(visit.store, calls.map(({ id }) => id));
  return calls.map((call) => callRowView(visit, call, notes.get(call.id) ?? []));
}

/** A call as a row of a list, with the first of the `notes` on it that is more than a draft. */
export function callRowView(
  visit: Visit,
  call: ListedCall,
  notes: readonly Consultation[],
): CallRowView {
  const { customer } = call;
  const note = notes.find((one) => one.state !== "draft");
  return {
    id: call.id,
    at: timeView(visit, call.startedAt),
    answeredAt: timeViewOrNull(visit, call.answeredAt),
    direction: call.direction,
    state: call.state,
    outcome: call.outcome,
    trunk: call.trunk,
    inside: call.direction === "internal" ? stationsOf(call).join(" · ") : null,
    number: numberViewOrNull(visit, call.number),
    reason: call.reason,
    customer: customer === null ? null : customerBrief(customer),
    match: call.match,
    extension: call.agentExtension,
    staffName: call.agentName,
    type: note?.type ?? "",
    note: firstLine(note?.text ?? ""),
    ringTime: ringTime(visit, call),
    talkTime: talkTime(visit, call),
  };
}

/** How long it rang; null while it rings, and for a call from inside. */
function ringTime(visit: Visit, call: Call): string | null {
  const until = call.answeredAt ?? call.endedAt;
  if (call.direction !== "in" || until === null) return null;
  return visit.format.duration(until - call.startedAt);
}

/** How long they talked; null while they talk, and where nobody can know it. */
export function talkTime(visit: Visit, call: Call): string | null {
  if (call.answeredAt === null || call.endedAt === null) return null;
  return visit.format.duration(call.endedAt - call.answeredAt);
}
