import type { MissedCaller, MissedState } from "../domain/missed.ts";
import {
  CUSTOMER_IN_SHORT_COLUMNS,
  customerInShort,
  type CustomerInShortRow,
} from "./customer_in_short.ts";
import type { Store } from "./database.ts";

interface MissedRow extends CustomerInShortRow {
  id: number;
  normal: string | null;
  tries: number;
  first_at: number;
  last_at: number;
  last_call_id: number;
  state: MissedState;
  staff_id: number | null;
  staff_name: string | null;
  reached_by: number | null;
  changed_at: number;
  rang: string;
}

const COLUMNS = `missed.id, missed.normal, missed.customer_id, missed.tries, missed.first_at,
  missed.last_at, missed.last_call_id, missed.state, missed.staff_id, staff.name AS staff_name,
  missed.reached_by, missed.changed_at, ${CUSTOMER_IN_SHORT_COLUMNS},
  (SELECT json_group_array(DISTINCT party.device) FROM missed_interactions AS try
   JOIN interactions ON interactions.id = try.interaction_id
   JOIN connections AS party ON party.call_id = interactions.call_id
   WHERE try.missed_id = missed.id AND party.rang_at IS NOT NULL
     AND party.kind IN ('telephone', 'browser')) AS rang`;
const FROM = `missed_callers AS missed LEFT JOIN staff ON staff.id = missed.staff_id
  LEFT JOIN customers ON customers.id = missed.customer_id`;

function missedOf(row: MissedRow): MissedCaller {
  return {
    id: row.id,
    normal: row.normal,
    customer: customerInShort(row),
    tries: row.tries,
    firstAt: row.first_at,
    lastAt: row.last_at,
    lastCallId: row.last_call_id,
    state: row.state,
    staffId: row.staff_id,
    staffName: row.staff_name,
    reachedBy: row.reached_by,
    changedAt: row.changed_at,
    rang: JSON.parse(row.rang),
  };
}

/** Callers who wait, those who tried last first. */
export function waitingMissed(store: Store, limit: number): MissedCaller[] {
  return store.all<MissedRow>(
    `SELECT ${COLUMNS} FROM ${FROM}
     WHERE missed.state <> 'done' ORDER BY missed.last_at DESC, missed.id DESC LIMIT ?`,
    limit,
  ).map(missedOf);
}

/** Callers who are settled, from behind `before` on, those who tried last first. */
export function doneMissed(
  store: Store,
  before: { readonly lastAt: number; readonly id: number },
  limit: number,
): MissedCaller[] {
  return store.all<MissedRow>(
    `SELECT ${COLUMNS} FROM ${FROM}
     WHERE missed.state = 'done' AND (missed.last_at, missed.id) < (?, ?)
     ORDER BY missed.last_at DESC, missed.id DESC LIMIT ?`,
    before.lastAt,
    before.id,
    limit,
  ).map(missedOf);
}

/** Those who wait and concern this person: taken by them, or rang at their extension while it was theirs. */
export function missedOfAgent(store: Store, staffId: number, limit: number): MissedCaller[] {
  return store.all<MissedRow>(
    `SELECT ${COLUMNS} FROM ${FROM}
     WHERE missed.state = 'taken' AND missed.staff_id = ?
       OR missed.state = 'open' AND EXISTS (
         SELECT 1 FROM missed_interactions AS try
         JOIN interactions ON interactions.id = try.interaction_id
         JOIN connections AS party ON party.call_id = interactions.call_id
         WHERE try.missed_id = missed.id AND party.staff_id = ?)
     ORDER BY missed.last_at DESC, missed.id DESC LIMIT ?`,
    staffId,
    staffId,
    limit,
  ).map(missedOf);
}

export function missedById(store: Store, id: number): MissedCaller | null {
  const row = store.get<MissedRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE missed.id = ?`,
    id,
  );
  return row === undefined ? null : missedOf(row);
}

/** The tries of a missed caller, the newest first. */
export function triesOf(store: Store, id: number, limit: number): number[] {
  return store.all<{ call_id: number }>(
    `SELECT interactions.call_id
     FROM missed_interactions AS try JOIN interactions ON interactions.id = try.interaction_id
     WHERE try.missed_id = ? AND interactions.call_id IS NOT NULL
     ORDER BY interactions.call_id DESC LIMIT ?`,
    id,
    limit,
  ).map((row) => row.call_id);
}
