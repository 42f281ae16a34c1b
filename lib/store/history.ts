import type { Consultation } from "../domain/consultation.ts";
import type { Channel } from "../domain/interaction.ts";
import {
  LISTED_CALL_COLUMNS,
  type ListedCall,
  listedCallOf,
  type ListedCallRow,
  NEWEST,
  type Page,
} from "./call_list.ts";
import { consultationsOfInteractions } from "./consultations.ts";
import type { Store } from "./database.ts";

/** One thing that happened with a customer, with the notes on it: a call, or an interaction by any other means. */
export type HistoryEntry =
  | {
    readonly kind: "call";
    readonly at: number;
    readonly id: number;
    readonly call: ListedCall;
    readonly consultations: readonly Consultation[];
  }
  | {
    readonly kind: "interaction";
    readonly at: number;
    readonly id: number;
    readonly channel: Channel;
    readonly consultations: readonly Consultation[];
  };

/** An entry's place in the time line, to go on behind it. */
export type HistoryPlace = Pick<HistoryEntry, "kind" | "at" | "id">;

/** An entry whose notes are still to be asked for; `interactionId` is null where nothing hangs on a call. */
type Bare =
  & { readonly interactionId: number | null }
  & (
    | Omit<Extract<HistoryEntry, { kind: "call" }>, "consultations">
    | Omit<
      Extract<HistoryEntry, { kind: "interaction" }>,
      "consultations"
    >
  );

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
  const { kind, at, id } = before ?? { kind: "call", at: NEWEST, id: NEWEST };
  // Behind a call come all interactions of its millisecond; behind an interaction no call of it any more.
  const ofCalls = kind === "call";
  const entries = [
    ...callsOf(store, customerId, { at, id: ofCalls ? id : 0 }, limit),
    ...withoutCall(store, customerId, { at, id: ofCalls ? NEWEST : id }, limit),
  ]
    .sort((a, b) => b.at - a.at || a.kind.localeCompare(b.kind) || b.id - a.id)
    .slice(0, limit);
  return withNotes(store, entries);
}

type Before = { readonly at: number; readonly id: number };

function callsOf(store: Store, customerId: number, before: Before, limit: number): Bare[] {
  return store.all<ListedCallRow & { interaction_id: number | null }>(
    `SELECT ${LISTED_CALL_COLUMNS},
       (SELECT id FROM interactions WHERE call_id = calls.id) AS interaction_id
     FROM calls LEFT JOIN customers ON customers.id = calls.customer_id
     WHERE calls.customer_id = ? AND (calls.started_at, calls.id) < (?, ?)
     ORDER BY calls.started_at DESC, calls.id DESC LIMIT ?`,
    customerId,
    before.at,
    before.id,
    limit,
  ).map((row) => {
    const call = listedCallOf(row);
    const { id, startedAt } = call;
    return { kind: "call", at: startedAt, id, call, interactionId: row.interaction_id };
  });
}

function withoutCall(store: Store, customerId: number, before: Before, limit: number): Bare[] {
  return store.all<{ id: number; channel: Channel; began_at: number }>(
    `SELECT id, channel, began_at FROM interactions
     WHERE customer_id = ? AND call_id IS NULL AND (began_at, id) < (?, ?)
     ORDER BY began_at DESC, id DESC LIMIT ?`,
    customerId,
    before.at,
    before.id,
    limit,
  ).map(({ id, channel, began_at }) => ({
    kind: "interaction",
    at: began_at,
    id,
    channel,
    interactionId: id,
  }));
}

/** The notes are asked for only of what made it onto the page. */
function withNotes(store: Store, entries: readonly Bare[]): HistoryEntry[] {
  const asked = entries.flatMap(({ interactionId }) => interactionId ?? []);
  const notes = consultationsOfInteractions(store, asked);
  return entries.map(({ interactionId, ...entry }) => ({
    ...entry,
    consultations: interactionId === null ? [] : notes.get(interactionId) ?? [],
  }));
}
