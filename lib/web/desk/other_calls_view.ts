import { otherCalls } from "../../desk/calls/other_calls.ts";
import type { Call } from "../../domain/call.ts";
import { formatNumber } from "../../domain/phone_number.ts";
import type { ListedCall } from "../../store/call_list.ts";
import { deskOf } from "../desk_of.ts";
import type { OtherCallView } from "./desk_data.ts";
import type { StaffVisit } from "../visit.ts";
import { timeView } from "../basics.ts";
import { othersIn } from "../calls/who_view.ts";

/** The calls that this person has at this moment beside `shown`. */
export function otherCallsView(visit: StaffVisit, shown: Call): OtherCallView[] {
  return otherCalls(deskOf(visit), shown).map(({ call, held }) => ({
    callId: call.id,
    state: held ? "held" : call.state,
    direction: call.direction,
    since: timeView(visit, call.answeredAt ?? call.startedAt),
    who: whoIs(visit, call),
  }));
}

/** Which calls these are and how they stand: the page says it, and hears whether it changed. */
export function otherCallsKey(others: readonly OtherCallView[]): string {
  return others.map(({ callId, state }) => `${callId}.${state}`).join(" ");
}

function whoIs(visit: StaffVisit, call: ListedCall): string {
  const { customer, match } = call;
  if (call.direction === "internal") return othersIn(visit, call);
  if (customer !== null && match !== null) return customer.name || customer.company;
  if (call.number !== null) return formatNumber(call.number, visit.web.office.numbering);
  return visit.t(
    call.direction === "out" ? "dial.no_number_yet" : `call.${call.reason ?? "withheld"}`,
  );
}
