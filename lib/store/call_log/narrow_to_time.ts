import { clockStretches, type ClockTimes } from "../../domain/clock_hours.ts";
import type { IdSet } from "../../domain/id_set.ts";
import type { TimeRange } from "../../domain/office_time.ts";
import type { Store } from "../database.ts";

/** When calls began: each part narrows, null does not. */
export interface WhenBegun {
  readonly from: number | null;
  readonly to: number | null;
  readonly clock: ClockTimes | null;
}

/** Calls follow each other in time as their IDs do, but for those of a clock that was set back. */
export function narrowToTime(store: Store, set: IdSet, { from, to, clock }: WhenBegun): void {
  if (from === null && to === null && clock === null) return;
  const range = { from: from ?? FIRST, to: to ?? LAST };
  const stretches = clock === null ? [range] : stretchesOf(store, clock, range);
  const late = store.all<{ call_id: number; started_at: number }>(
    "SELECT call_id, started_at FROM call_late",
  ).filter(({ call_id }) => set.has(call_id));
  set.within(idsWithin(store, stretches));
  for (const { call_id, started_at } of late) {
    if (stretches.some((one) => started_at >= one.from && started_at < one.to)) set.add(call_id);
    else set.delete(call_id);
  }
}

const FIRST = Number.MIN_SAFE_INTEGER;
const LAST = Number.MAX_SAFE_INTEGER;

/** By the clock, all of the time in which there are calls. */
function stretchesOf(store: Store, clock: ClockTimes, range: TimeRange): readonly TimeRange[] {
  const reach = store.get<{ first: number | null; last: number | null }>(
    `SELECT (SELECT min(started_at) FROM calls) AS first,
       (SELECT max(started_at) FROM calls) AS last`,
  );
  if (typeof reach?.first !== "number" || typeof reach.last !== "number") return [];
  const from = Math.max(range.from, reach.first);
  const to = Math.min(range.to, reach.last + 1);
  return from < to ? clockStretches(clock, { from, to }) : [];
}

/** The first and the last ID of each stretch, late calls aside. */
function idsWithin(
  store: Store,
  stretches: readonly TimeRange[],
): { readonly first: number; readonly last: number }[] {
  const ids = store.all<{ id: number | null }>(
    `SELECT (SELECT id FROM calls WHERE started_at >= asked.value
         AND NOT EXISTS (SELECT 1 FROM call_late WHERE call_id = calls.id)
       ORDER BY started_at, id LIMIT 1) AS id FROM json_each(?) AS asked ORDER BY asked.key`,
    JSON.stringify(stretches.flatMap(({ from, to }) => [from, to])),
  ).map(({ id }) => id ?? Number.MAX_SAFE_INTEGER);
  return stretches.map((_, at) => ({ first: ids[2 * at]!, last: ids[2 * at + 1]! - 1 }));
}
