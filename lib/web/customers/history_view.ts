import { type HistoryEntry, historyOf, type HistoryPlace } from "../../store/history.ts";
import type { HistoryItemView, HistoryView } from "./customer_data.ts";
import type { FileView } from "../attachments/file_data.ts";
import type { StaffVisit } from "../visit.ts";
import { filesAtEach } from "../attachments/attachments_view.ts";
import { timeView } from "../basics.ts";
import { consultationView } from "../consultations/consultation_view.ts";
import { callRowView } from "../calls/call_row_view.ts";

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
    items: itemsOf(visit, entries),
    next: whole ? null : `/customers/${customerId}?before=${writePlace(last)}`,
  };
}

/** The place in a URL, `call.1763715600000.17`; null where the text is none. */
export function readPlace(text: string): HistoryPlace | null {
  const found = /^(call|interaction)\.(\d{1,15})\.(\d{1,15})$/.exec(text);
  if (found === null) return null;
  const kind = found[1] === "call" ? "call" : "interaction";
  return { kind, at: Number(found[2]), id: Number(found[3]) };
}

function writePlace(place: HistoryPlace): string {
  return `${place.kind}.${place.at}.${place.id}`;
}

function itemsOf(visit: StaffVisit, entries: readonly HistoryEntry[]): HistoryItemView[] {
  const filesOfCall = filesAtEach(
    visit,
    "call",
    entries.flatMap((entry) => entry.kind === "call" ? [entry.id] : []),
  );
  const filesOfNote = filesAtEach(
    visit,
    "consultation",
    entries.flatMap(({ kind, consultations }) =>
      kind === "call" ? [] : consultations.map(({ id }) => id)
    ),
  );
  return entries.flatMap((entry) =>
    entry.kind === "call"
      ? itemsOfCall(visit, entry, filesOfCall(entry.id))
      : entry.consultations.map((note) => ({
        at: timeView(visit, entry.at),
        call: null,
        consultation: consultationView(visit, note),
        files: filesOfNote(note.id),
      }))
  );
}

/** A call stands there once with its first note; notes of others on the same call follow it. */
function itemsOfCall(
  visit: StaffVisit,
  entry: Extract<HistoryEntry, { kind: "call" }>,
  files: readonly FileView[],
): HistoryItemView[] {
  const at = timeView(visit, entry.at);
  const [first, ...others] = entry.consultations.map((note) => consultationView(visit, note));
  return [
    {
      at,
      call: callRowView(visit, entry.call, entry.consultations),
      consultation: first ?? null,
      files,
    },
    ...others.map((consultation) => ({ at, call: null, consultation, files: [] })),
  ];
}
