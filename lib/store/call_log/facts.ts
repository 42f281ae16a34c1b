import {
  type CallDirection,
  type CallOutcome,
  type DeviceKind,
  isStation,
} from "../../domain/call.ts";
import type { Store } from "../database.ts";
import { MARK } from "./marks.ts";

/** What the log knows a call by. */
export interface CallFacts {
  readonly id: number;
  readonly direction: CallDirection;
  readonly outcome: CallOutcome | null;
  readonly line_id: number;
  readonly trunk: string | null;
  readonly normal: string | null;
  readonly started_at: number;
  readonly answered_at: number | null;
  readonly ended_at: number | null;
  readonly customer_id: number | null;
  readonly has_company: number | null;
  /** The customer's. */
  readonly grade: string | null;
  /** When the caller called before, by the order of the calls; null for an outgoing or a first call. */
  readonly before_at: number | null;
  /** In the order in which they began. */
  readonly connections: readonly ConnectionFacts[];
  /** Finished notes, the oldest first. */
  readonly notes: readonly { readonly type: string; readonly text: string }[];
}

interface ConnectionFacts {
  readonly kind: DeviceKind;
  readonly device: string;
  readonly joined: number | null;
  readonly staff: number | null;
}

/** The facts of these calls, in the order of their IDs; calls that are gone are left out. */
export function factsOf(store: Store, ids: readonly number[]): CallFacts[] {
  return store.all<
    Omit<CallFacts, "connections" | "notes"> & { connections: string; notes: string }
  >(
    `SELECT calls.id, calls.direction, calls.outcome, calls.line_id, calls.trunk, calls.normal,
       calls.started_at, calls.answered_at, calls.ended_at, calls.customer_id,
       customers.company <> '' AS has_company, customers.grade,
       (SELECT before.started_at FROM calls AS before
          WHERE calls.direction = 'in' AND before.normal = calls.normal AND before.id < calls.id
            AND before.direction = 'in' ORDER BY before.id DESC LIMIT 1) AS before_at,
       (SELECT json_group_array(json_object(
            'kind', kind, 'device', device, 'joined', joined_at, 'staff', staff_id) ORDER BY position)
          FROM connections WHERE call_id = calls.id) AS connections,
       (SELECT json_group_array(json_object('type', note.type, 'text', note.text)
            ORDER BY note.created_at, note.id)
          FROM consultations AS note
          WHERE note.call_id = calls.id AND note.state <> 'draft') AS notes
     FROM calls LEFT JOIN customers ON customers.id = calls.customer_id
     WHERE calls.id IN (SELECT value FROM json_each(?)) ORDER BY calls.id`,
    JSON.stringify(ids),
  ).map((row) => ({
    ...row,
    connections: JSON.parse(row.connections),
    notes: JSON.parse(row.notes),
  }));
}

/** Every mark that a call has. */
export function marksOf(facts: CallFacts): Set<string> {
  const marks = new Set(["all", facts.direction]);
  markOutcome(marks, facts);
  if (facts.trunk !== null) marks.add(MARK.trunk(`${facts.line_id}.${facts.trunk}`));
  if (facts.customer_id !== null) marks.add("known");
  if (facts.normal !== null) marks.add("number");
  if (facts.has_company === 1) marks.add("company");
  if (facts.grade) marks.add(MARK.grade(facts.grade));
  markCaller(marks, facts);
  markDevices(marks, facts);
  markNotes(marks, facts);
  const { direction, answered_at, ended_at } = facts;
  if (direction === "in" && (answered_at ?? ended_at) !== null) marks.add("ring");
  if (answered_at !== null && ended_at !== null) marks.add("talk");
  return marks;
}

/** Answered and missed are the callers; what the office calls itself is outgoing, whatever comes of it. */
function markOutcome(marks: Set<string>, { direction, outcome }: CallFacts): void {
  if (outcome === null) marks.add("live");
  else if (direction === "in") marks.add(outcome);
  else if (direction === "out") marks.add("outbound");
  if (outcome === "unanswered") marks.add("unanswered");
}

function markDevices(marks: Set<string>, { connections }: CallFacts): void {
  const stations = connections.filter(isStation);
  for (const { device, staff } of stations) {
    marks.add(MARK.extension(device));
    if (staff !== null) marks.add(MARK.atAgent(staff));
  }
  const joined = stations.filter((one) => one.joined !== null)
    .toSorted((a, b) => a.joined! - b.joined!);
  const by = joined.findLast(({ staff }) => staff !== null);
  if (by?.staff) marks.add(MARK.byAgent(by.staff));
  const at = joined.at(-1);
  if (at !== undefined) marks.add(MARK.byExtension(at.device));
}

const DAY_MS = 86_400_000;

/** A number's calls follow each other as their IDs do: a clock that was set back has no part in it. */
function markCaller(marks: Set<string>, facts: CallFacts): void {
  const { direction, normal, before_at, started_at } = facts;
  if (direction !== "in" || normal === null) return;
  if (before_at === null) marks.add("first");
  else if (Math.abs(started_at - before_at) <= DAY_MS) marks.add("again");
}

function markNotes(marks: Set<string>, { notes }: CallFacts): void {
  if (notes.length === 0) return;
  marks.add("note");
  for (const { type } of notes) if (type !== "") marks.add(MARK.type(type));
  const shown = notes[0]?.type ?? "";
  if (shown !== "") marks.add(MARK.shownType(shown));
}
