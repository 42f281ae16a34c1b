import { type HistoryEntry, historyOf, type HistoryPlace } from "../../store/history.ts";
import type { HistoryItemView, HistoryView } from "../customer_data.ts";
import type { StaffVisit } from "../visit.ts";
import { filesAt } from "./attachments_view.ts";
import { consultationView, timeView } from "./basics.ts";
import { callRowView } from "./call_row_view.ts";

const PAGE = 30;

/** A part of a customer's time line, from behind `before` on; null begins with the newest. */
export function historyView(
  visit: StaffVisit,
  customerId: number,
  before: HistoryPlace | null,
): HistoryView {
  const entries = historyOf(visit.store, customerId, { before, limit: PAGE });
  const last = entries.at(-1);
  const whole = entries.length < PAGE || last === undefined;
  return {
    items: entries.flatMap((entry) => itemsOf(visit, entry)),
    next: whole ? null : `/customers/${customerId}?before=${writePlace(last)}`,
  };
}

/** The place in a URL, `call.1763715600000.17`; null where the text is none. */
export function readPlace(text: string): HistoryPlace | null {
  const found = /^(call|consultation)\.(\d{1,15})\.(\d{1,15})$/.exec(text);
  if (found === null) return null;
  const kind = found[1] === "call" ? "call" : "consultation";
  return { kind, at: Number(found[2]), id: Number(found[3]) };
}

function writePlace(place: HistoryPlace): string {
  return `${place.kind}.${place.at}.${place.id}`;
}

/** A call stands there once with its first note; notes of others on the same call follow it. */
function itemsOf(visit: StaffVisit, entry: HistoryEntry): HistoryItemView[] {
  const at = timeView(visit, entry.at);
  if (entry.kind === "consultation") {
    const consultation = consultationView(visit, entry.consultation);
    const files = filesAt(visit, { kind: "consultation", id: entry.id });
    return [{ at, call: null, consultation, files }];
  }
  const [first, ...others] = entry.consultations.map((note) => consultationView(visit, note));
  return [
    {
      at,
      call: callRowView(visit, entry.call),
      consultation: first ?? null,
      files: filesAt(visit, { kind: "call", id: entry.id }),
    },
    ...others.map((consultation) => ({ at, call: null, consultation, files: [] })),
  ];
}
