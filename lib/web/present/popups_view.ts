import { answeredByOf, type Call, rangOf, ringingAt } from "../../domain/call.ts";
import { formatNumber } from "../../domain/phone_number.ts";
import { countCalls, countCallsOfNumber, liveCalls } from "../../store/calls.ts";
import { lastConsultation } from "../../store/consultations.ts";
import { extensionOwner } from "../../store/extensions.ts";
import { trunkOf } from "../../store/trunks.ts";
import type { PopupsView, PopupView } from "../desk_data.ts";
import type { StaffVisit } from "../visit.ts";
import { consultationViewOrNull, numberViewOrNull, timeView } from "./basics.ts";
import { normalOfCall, whoView } from "./who_view.ts";

const MOST_SHOWN = 3;
/** How long a pop-up stays to say who else has answered. */
const ANSWERED_MS = 4000;

/**
 * The pop-ups of this person at this moment: the calls that ring at their own extension, and those that
 * did until somebody else answered just now. Who hears of every call sees the others' on the board, not
 * here; but a trunk that rings and has reached no extension yet is the operator's.
 */
export function popupsView(visit: StaffVisit): PopupsView {
  const calls = liveCalls(visit.store).filter((call) => popsUp(visit, call));
  const shown = calls.slice(-MOST_SHOWN);
  return {
    popups: shown.map((call) => popupView(visit, call)),
    more: calls.length - shown.length,
  };
}

function popsUp(visit: StaffVisit, call: Call): boolean {
  const { extension, operator } = visit.person;
  if (extension !== null && ringingAt(call).includes(extension)) return true;
  if (operator && call.state === "ringing" && ringingAt(call).length === 0) return true;
  return answeredElsewhere(visit, call);
}

function answeredElsewhere(visit: StaffVisit, call: Call): boolean {
  const own = visit.person.extension;
  return own !== null && call.state === "talking" && call.answeredAt !== null &&
    visit.now - call.answeredAt < ANSWERED_MS &&
    rangOf(call).includes(own) && !answeredByOf(call).includes(own);
}

function popupView(visit: StaffVisit, call: Call): PopupView {
  const own = visit.person.extension;
  return {
    callId: call.id,
    trunk: call.trunk,
    called: calledView(visit, call),
    extensions: visit.person.operator ? ringingAt(call) : ringingAt(call).filter((e) => e === own),
    own: own !== null && ringingAt(call).includes(own),
    number: numberViewOrNull(call.number),
    since: timeView(visit, call.startedAt),
    who: whoView(visit, call),
    lastConsultation: call.customerId === null
      ? null
      : consultationViewOrNull(visit, lastConsultation(visit.store, call.customerId)),
    callCount: callsBefore(visit, call),
    answeredBy: answeredElsewhere(visit, call) ? answeredBy(visit, call) : null,
  };
}

/** Which of the office's numbers was called. */
function calledView({ store }: StaffVisit, { line, trunk, called }: Call): PopupView["called"] {
  const known = trunk === null ? null : trunkOf(store, line, trunk);
  if (called !== null) return { label: known?.label ?? "", number: formatNumber(called) };
  if (known === null || (known.label === "" && known.number === "")) return null;
  return { label: known.label, number: formatNumber(known.number) };
}

function callsBefore(visit: StaffVisit, call: Call): number {
  const normal = normalOfCall(call);
  if (call.customerId !== null) return countCalls(visit.store, call.customerId) - 1;
  return normal === null ? 0 : countCallsOfNumber(visit.store, normal) - 1;
}

function answeredBy(visit: StaffVisit, call: Call): PopupView["answeredBy"] {
  if (call.extension === null) return null;
  const owner = extensionOwner(visit.store, call.extension);
  return { extension: call.extension, name: owner?.name ?? "" };
}
