import type { Call } from "../../domain/call.ts";
import { formatNumber } from "../../domain/phone_number.ts";
import { currentCallsOf } from "../../store/agent_calls.ts";
import type { ListedCall } from "../../store/call_list.ts";
import type { OtherCallView } from "../desk_data.ts";
import type { StaffVisit } from "../visit.ts";
import { timeView } from "./basics.ts";
import { othersIn } from "./who_view.ts";

/** The calls that this person has at this moment beside `shown`. */
export function otherCallsView(visit: StaffVisit, shown: Call): OtherCallView[] {
  if (visit.person.extensions.length === 0) return [];
  return currentCallsOf(visit.store, visit.person.id)
    .filter(({ id }) => id !== shown.id)
    .map((call) => ({
      callId: call.id,
      state: holds(visit, call) ? "held" : call.state,
      direction: call.direction,
      since: timeView(visit, call.answeredAt ?? call.startedAt),
      who: whoIs(visit, call),
    }));
}

/** Which calls these are and how they stand: the page says it, and hears whether it changed. */
export function otherCallsKey(others: readonly OtherCallView[]): string {
  return others.map(({ callId, state }) => `${callId}.${state}`).join(" ");
}

function holds({ person }: StaffVisit, call: Call): boolean {
  const own = call.connections.filter((one) => one.staffId === person.id);
  return own.some(({ state }) => state === "held") &&
    !own.some(({ state }) => state === "connected");
}

function whoIs(visit: StaffVisit, call: ListedCall): string {
  const { customer, match } = call;
  if (call.direction === "internal") return othersIn(visit, call);
  if (customer !== null && match !== null) return customer.name || customer.company;
  if (call.number !== null) return formatNumber(call.number);
  return visit.t(
    call.direction === "out" ? "dial.no_number_yet" : `call.${call.reason ?? "withheld"}`,
  );
}
