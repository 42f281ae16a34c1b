import type { Consultation } from "../domain/consultation.ts";
import {
  LISTED_CALL_COLUMNS,
  type ListedCall,
  listedCallOf,
  type ListedCallRow,
  NEWEST,
  type Page,
} from "./call_list.ts";
import { consultationsOfCalls, consultationsWithoutCall } from "./consultations.ts";
import type { Store } from "./database.ts";

/** One thing that happened with a customer: a call with its notes, or a consultation without a call. */
export type HistoryEntry =
  | {
    readonly kind: "call";
    readonly at: number;
    readonly id: number;
    readonly call: ListedCall;
    readonly consultations: readonly Consultation[];
  }
  | {
    readonly kind: "consultation";
    readonly at: number;
    readonly id: number;
    readonly consultation: Consultation;
  };

/** An entry's place in the time line, to go on behind it. */
export type HistoryPlace = Pick<HistoryEntry, "kind" | "at" | "id">;

/**
 * What happened with a customer in one time line, the newest first; of things of the same millisecond,
 * calls come first, then the higher ID.
 */
export function historyOf(
  store: Store,
  customerId: number,
  page: Page<HistoryPlace>,
): HistoryEntry[] {
  const { before, limit } = page;
  const place = before ?? { kind: "call", at: NEWEST, id: NEWEST };
  // Behind a call come all consultations of its millisecond; behind a consultation no call of it any more.
  const calls = callsOf(
    store,
    customerId,
    place.at,
    place.kind === "call" ? place.id : 0,
    limit,
  );
  const consultations = consultationsWithoutCall(store, customerId, {
    createdAt: place.at,
    id: place.kind === "call" ? NEWEST : place.id,
  }, limit);
  const entries = [...calls.map(entryOf), ...consultations.map(standalone)]
    .sort((a, b) => b.at - a.at || a.kind.localeCompare(b.kind) || b.id - a.id)
    .slice(0, limit);
  return withNotes(store, entries);
}

function callsOf(
  store: Store,
  customerId: number,
  startedAt: number,
  id: number,
  limit: number,
): ListedCall[] {
  return store.all<ListedCallRow>(
    `SELECT ${LISTED_CALL_COLUMNS}
     FROM calls LEFT JOIN customers ON customers.id = calls.customer_id
     WHERE calls.customer_id = ? AND (calls.started_at, calls.id) < (?, ?)
     ORDER BY calls.started_at DESC, calls.id DESC LIMIT ?`,
    customerId,
    startedAt,
    id,
    limit,
  ).map(listedCallOf);
}

function entryOf(call: ListedCall): HistoryEntry {
  return { kind: "call", at: call.startedAt, id: call.id, call, consultations: [] };
}

function standalone(consultation: Consultation): HistoryEntry {
  return {
    kind: "consultation",
    at: consultation.createdAt,
    id: consultation.id,
    consultation,
  };
}

/** The notes are asked for only of calls that made it onto the page. */
function withNotes(store: Store, entries: readonly HistoryEntry[]): HistoryEntry[] {
  const calls = entries.filter(({ kind }) => kind === "call").map(({ id }) => id);
  const notes = consultationsOfCalls(store, calls);
  return entries.map((entry) =>
    entry.kind === "call" ? { ...entry, consultations: notes.get(entry.id) ?? [] } : entry
  );
}
