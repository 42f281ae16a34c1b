import type { Consultation } from "../../domain/consultation.ts";
import { numbersOfCalls } from "../../store/calls.ts";
import { unfinishedOf } from "../../store/consultations.ts";
import { missedOfAgent } from "../../store/missed_list.ts";
import { customersByIds } from "../../store/customers.ts";
import type { OpenWorkItem, OpenWorkView } from "./work_data.ts";
import type { StaffVisit } from "../visit.ts";
import { missedView } from "./missed_view.ts";
import { customerBrief, firstLine, numberViewOrNull, timeView } from "../basics.ts";

const MOST_SHOWN = 50;

/** What this person has not finished: notes being written, work left open, promised calls (the next one first). */
export function openWorkView(visit: StaffVisit): OpenWorkView {
  const unfinished = unfinishedOf(visit.store, visit.person.id, MOST_SHOWN);
  const itemOf = openWorkItems(visit, unfinished);
  const callbacks = unfinished.filter((one) => one.state === "callback")
    .sort((a, b) => (a.callbackAt ?? 0) - (b.callbackAt ?? 0));
  return {
    drafts: unfinished.filter((one) => one.state === "draft").map(itemOf),
    open: unfinished.filter((one) => one.state === "open").map(itemOf),
    callbacks: callbacks.map(itemOf),
    missed: missedOfAgent(visit.store, visit.person.id, MOST_SHOWN)
      .map((missed) => missedView(visit, missed)),
  };
}

/** What each of these is as an item: their customers and calls are asked for once. */
export function openWorkItems(
  visit: StaffVisit,
  all: readonly Consultation[],
): (consultation: Consultation) => OpenWorkItem {
  const customers = customersByIds(visit.store, ids(all.map(({ customerId }) => customerId)));
  const numbers = numbersOfCalls(visit.store, ids(all.map(({ callId }) => callId)));
  return ({ id, callId, customerId, text, callbackAt, changedAt }) => {
    const customer = customerId === null ? undefined : customers.get(customerId);
    const main = customer?.numbers[0]?.number ?? null;
    return {
      consultationId: id,
      callId,
      customer: customer === undefined ? null : customerBrief(customer),
      number: numberViewOrNull((callId === null ? null : numbers.get(callId)) ?? main),
      text: firstLine(text),
      at: timeView(visit, callbackAt ?? changedAt),
      due: callbackAt !== null && callbackAt <= visit.now,
    };
  };
}

function ids(all: readonly (number | null)[]): number[] {
  return all.filter((id) => id !== null);
}
