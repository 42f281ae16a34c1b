import type { Consultation } from "../../domain/consultation.ts";
import { callById } from "../../store/calls.ts";
import { unfinishedOf } from "../../store/consultations.ts";
import { missedOfAgent } from "../../store/missed_list.ts";
import { customerById } from "../../store/customers.ts";
import type { OpenWorkItem, OpenWorkView } from "../work_data.ts";
import type { StaffVisit } from "../visit.ts";
import { missedView } from "./missed_view.ts";
import { customerBrief, firstLine, numberViewOrNull, timeView } from "./basics.ts";

const MOST_SHOWN = 50;

/** What this person has not finished: notes being written, work left open, promised calls (the next one first). */
export function openWorkView(visit: StaffVisit): OpenWorkView {
  const unfinished = unfinishedOf(visit.store, visit.person.id, MOST_SHOWN);
  const callbacks = unfinished.filter((one) => one.state === "callback")
    .sort((a, b) => (a.callbackAt ?? 0) - (b.callbackAt ?? 0));
  return {
    drafts: itemsOf(visit, unfinished.filter((one) => one.state === "draft")),
    open: itemsOf(visit, unfinished.filter((one) => one.state === "open")),
    callbacks: itemsOf(visit, callbacks),
    missed: missedOfAgent(visit.store, visit.person.id, MOST_SHOWN)
      .map((missed) => missedView(visit, missed)),
  };
}

function itemsOf(visit: StaffVisit, consultations: readonly Consultation[]): OpenWorkItem[] {
  return consultations.map((consultation) => openWorkItem(visit, consultation));
}

export function openWorkItem(visit: StaffVisit, consultation: Consultation): OpenWorkItem {
  const { id, callId, customerId, text, callbackAt, changedAt } = consultation;
  const customer = customerId === null ? null : customerById(visit.store, customerId);
  const call = callId === null ? null : callById(visit.store, callId);
  const main = customer?.numbers[0]?.number ?? null;
  return {
    consultationId: id,
    callId,
    customer: customer === null ? null : customerBrief(customer),
    number: numberViewOrNull(call?.number ?? main),
    text: firstLine(text),
    at: timeView(visit, callbackAt ?? changedAt),
    due: callbackAt !== null && callbackAt <= visit.now,
  };
}
