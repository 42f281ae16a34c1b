import { offeredCommands } from "../../desk/telephony/offered_commands.ts";
import { answeredByOf, type Call, rangOf, ringingAt } from "../../domain/call.ts";
import { countCalls, countCallsOfNumber, liveCalls } from "../../store/calls.ts";
import { lastConsultation } from "../../store/consultations.ts";
import { type ExtensionOn, extensionsOn, operatorsOf } from "../../store/extension_at.ts";
import { staffById } from "../../store/staff.ts";
import { phoneDeskOf } from "../desk_of.ts";
import type { PopupsView, PopupView } from "../desk_data.ts";
import type { StaffVisit } from "../visit.ts";
import { consultationViewOrNull, numberViewOrNull, timeView } from "./basics.ts";
import { calledView } from "./called_view.ts";
import { normalOfCall, whoView } from "./who_view.ts";

const MOST_SHOWN = 3;
/** How long a pop-up stays to say who else has answered. */
const ANSWERED_MS = 4000;

/**
 * The pop-ups of this person at this moment: the calls that ring at extensions of their own, and those that
 * did until somebody else answered just now. Who hears of every call sees the others' on the board, not
 * here; but a trunk that rings and has reached no extension yet is the operator's.
 */
export function popupsView(visit: StaffVisit): PopupsView {
  const live = liveCalls(visit.store);
  const at = extensionsOn(visit.store, live);
  const calls = live.filter((call) => popsUp(visit, call, at))
    .toSorted((a, b) => a.startedAt - b.startedAt || a.id - b.id);
  const shown = calls.slice(-MOST_SHOWN);
  return {
    popups: shown.map((call) => popupView(visit, call, at)),
    more: calls.length - shown.length,
  };
}

function popsUp(visit: StaffVisit, call: Call, at: ExtensionOn): boolean {
  if (ownRinging(visit, call, at).length > 0) return true;
  if (call.state === "ringing" && ringingAt(call).length === 0) return operates(visit, call);
  return answeredElsewhere(visit, call, at);
}

function ownRinging({ person }: StaffVisit, call: Call, at: ExtensionOn): string[] {
  return ringingAt(call).filter((number) => at(call, number)?.staffId === person.id);
}

/** Whether this person is the operator of the call's line. */
function operates({ person, store }: StaffVisit, { line }: Call): boolean {
  return person.operator && operatorsOf(store, line).includes(person.id);
}

function answeredElsewhere(visit: StaffVisit, call: Call, at: ExtensionOn): boolean {
  const isOwn = (number: string) => at(call, number)?.staffId === visit.person.id;
  return call.state === "talking" && call.answeredAt !== null &&
    visit.now - call.answeredAt < ANSWERED_MS &&
    rangOf(call).some(isOwn) && !answeredByOf(call).some(isOwn);
}

function popupView(visit: StaffVisit, call: Call, at: ExtensionOn): PopupView {
  const ringing = ownRinging(visit, call, at);
  return {
    callId: call.id,
    trunk: call.trunk,
    called: calledView(visit, call),
    extensions: visit.person.operator ? ringingAt(call) : ringing,
    own: ringing.length > 0,
    number: numberViewOrNull(call.number),
    since: timeView(visit, call.startedAt),
    who: whoView(visit, call),
    lastConsultation: call.customerId === null
      ? null
      : consultationViewOrNull(visit, lastConsultation(visit.store, call.customerId)),
    callCount: callsBefore(visit, call),
    controls: ringing.length === 0
      ? []
      : offeredCommands(phoneDeskOf(visit), call, { rings: true }),
    answeredBy: answeredElsewhere(visit, call, at) ? answeredBy(visit, call, at) : null,
  };
}

function callsBefore(visit: StaffVisit, call: Call): number {
  const normal = normalOfCall(call);
  if (call.customerId !== null) return countCalls(visit.store, call.customerId) - 1;
  return normal === null ? 0 : countCallsOfNumber(visit.store, normal) - 1;
}

function answeredBy(visit: StaffVisit, call: Call, at: ExtensionOn): PopupView["answeredBy"] {
  if (call.extension === null) return null;
  const owner = at(call, call.extension)?.staffId ?? null;
  const name = owner === null ? "" : staffById(visit.store, owner)?.name ?? "";
  return { extension: call.extension, name };
}
