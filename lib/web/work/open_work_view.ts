import type { Consultation } from "../../domain/consultation.ts";
import { WORK_KINDS } from "../../domain/work.ts";
import { numbersOfCalls } from "../../store/calls.ts";
import { unfinishedOf } from "../../store/consultations.ts";
import { customersByIds } from "../../store/customers.ts";
import { openWork } from "../../store/work/work_list.ts";
import { customerBrief, firstLine, numberViewOrNull, timeView } from "../basics.ts";
import type { StaffVisit } from "../visit.ts";
import type { OpenNoteView, OpenWorkView } from "./work_data.ts";
import { workView } from "./work_view.ts";

const MOST_SHOWN = 50;

/** What this person has not finished: notes being written, notes left open, and their work. */
export function openWorkView(visit: StaffVisit): OpenWorkView {
  const { store, person } = visit;
  const unfinished = unfinishedOf(store, person.id, MOST_SHOWN);
  const noteOf = openNotes(visit, unfinished);
  const mine = openWork(store, { kind: null, whose: { staffId: person.id } }, MOST_SHOWN)
    .map((work) => workView(visit, work));
  return {
    drafts: unfinished.filter((one) => one.state === "draft").map(noteOf),
    open: unfinished.filter((one) => one.state === "open").map(noteOf),
    work: WORK_KINDS.map((kind) => ({ kind, items: mine.filter((one) => one.kind === kind) }))
      .filter(({ items }) => items.length > 0),
  };
}

/** What each of these is as an item: their customers and calls are asked for once. */
function openNotes(
  visit: StaffVisit,
  all: readonly Consultation[],
): (consultation: Consultation) => OpenNoteView {
  const customers = customersByIds(visit.store, ids(all.map(({ customerId }) => customerId)));
  const numbers = numbersOfCalls(visit.store, ids(all.map(({ callId }) => callId)));
  return ({ id, callId, customerId, text, changedAt }) => {
    const customer = customerId === null ? undefined : customers.get(customerId);
    const main = customer?.numbers[0]?.number ?? null;
    return {
      consultationId: id,
      callId,
      customer: customer === undefined ? null : customerBrief(customer),
      number: numberViewOrNull(visit, (callId === null ? null : numbers.get(callId)) ?? main),
      text: firstLine(text),
      at: timeView(visit, changedAt),
    };
  };
}

function ids(all: readonly (number | null)[]): number[] {
  return all.filter((id) => id !== null);
}
