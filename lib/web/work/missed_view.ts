import type { MissedCaller } from "../../domain/missed.ts";
import { missedCount } from "../../store/missed.ts";
import { doneMissed, missedOfAgent, waitingMissed } from "../../store/missed_list.ts";
import type { MissedListView, MissedView } from "./work_data.ts";
import type { StaffVisit } from "../visit.ts";
import { customerBrief, numberViewOrNull, timeView } from "../basics.ts";

/** More callers than an office can have waiting and not have lost. */
const MOST_WAITING = 500;
const PAGE = 100;

/** The list of missed callers. `before` is where the page of the settled ones begins, as `next` wrote it. */
export function missedListView(
  visit: StaffVisit,
  show: MissedListView["show"],
  before: string,
): MissedListView {
  const { store, person } = visit;
  const rows = show === "done"
    ? doneMissed(store, placeOf(before), PAGE)
    : show === "mine"
    ? missedOfAgent(store, person.id, MOST_WAITING)
    : waitingMissed(store, MOST_WAITING);
  const last = rows.at(-1);
  return {
    show,
    rows: rows.map((row) => missedView(visit, row)),
    next: show === "done" && last !== undefined && rows.length === PAGE
      ? `/missed?show=done&before=${last.lastAt}.${last.id}`
      : null,
    count: missedCount(store),
  };
}

function placeOf(text: string): { lastAt: number; id: number } {
  const found = /^(\d{1,15})\.(\d{1,15})$/.exec(text);
  return found === null
    ? { lastAt: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER }
    : { lastAt: Number(found[1]), id: Number(found[2]) };
}

export function missedView(visit: StaffVisit, missed: MissedCaller): MissedView {
  const { customer } = missed;
  return {
    id: missed.id,
    state: missed.state,
    number: numberViewOrNull(missed.normal),
    customer: customer === null ? null : customerBrief(customer),
    tries: missed.tries,
    first: timeView(visit, missed.firstAt),
    last: timeView(visit, missed.lastAt),
    lastCallId: missed.lastCallId,
    rang: missed.rang,
    staffName: missed.staffName,
    mine: missed.staffId === visit.person.id,
    changed: timeView(visit, missed.changedAt),
    reachedBy: missed.reachedBy,
  };
}
