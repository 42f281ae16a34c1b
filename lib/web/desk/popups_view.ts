import { contactPointOfCall } from "../../desk/calls/caller_of.ts";
import { type PopUp, popUps } from "../../desk/calls/pop_ups.ts";
import { offeredCommands } from "../../desk/telephony/offered_commands.ts";
import { type Call, ringingAt } from "../../domain/call.ts";
import { countCalls, countCallsOfNumber } from "../../store/calls.ts";
import { lastConsultation } from "../../store/consultations.ts";
import { staffById } from "../../store/staff.ts";
import { phoneDeskOf } from "../desk_of.ts";
import type { PopupsView, PopupView } from "./desk_data.ts";
import type { StaffVisit } from "../visit.ts";
import { numberViewOrNull, timeView } from "../basics.ts";
import { consultationViewOrNull } from "../consultations/consultation_view.ts";
import { calledView } from "../calls/called_view.ts";
import { whoView } from "../calls/who_view.ts";

const MOST_SHOWN = 3;

/** The pop-ups of this person at this moment. */
export function popupsView(visit: StaffVisit): PopupsView {
  const all = popUps(phoneDeskOf(visit));
  const shown = all.slice(-MOST_SHOWN);
  return { popups: shown.map((one) => popupView(visit, one)), more: all.length - shown.length };
}

function popupView(visit: StaffVisit, { call, ringing, answeredBy }: PopUp): PopupView {
  return {
    callId: call.id,
    called: calledView(visit, call),
    extensions: visit.person.operator ? ringingAt(call) : ringing,
    own: ringing.length > 0,
    number: numberViewOrNull(visit, call.number),
    since: timeView(visit, call.startedAt),
    who: whoView(visit, call),
    lastConsultation: call.customerId === null
      ? null
      : consultationViewOrNull(visit, lastConsultation(visit.store, call.customerId)),
    callCount: callsBefore(visit, call),
    controls: ringing.length === 0
      ? []
      : offeredCommands(phoneDeskOf(visit), call, { rings: true }),
    answeredBy: answeredBy === null
      ? null
      : { extension: answeredBy.extension, name: nameOf(visit, answeredBy.staffId) },
  };
}

function callsBefore(visit: StaffVisit, call: Call): number {
  const point = contactPointOfCall(call);
  if (call.customerId !== null) return countCalls(visit.store, call.customerId) - 1;
  return point === null ? 0 : countCallsOfNumber(visit.store, point.address) - 1;
}

function nameOf({ store }: StaffVisit, staffId: number | null): string {
  return staffId === null ? "" : staffById(store, staffId)?.name ?? "";
}
