import type { IdSet } from "../../domain/id_set.ts";
import type { Store } from "../database.ts";
import { LONGEST_SECONDS } from "./sort_few.ts";
import { NONE, timesInParts } from "./times.ts";

// The calls in the order of how long they rang or lasted. No index knows that: the seconds of all calls are read
// in parts and sorted by counting, with six bytes a call.

type Measure = (answeredAfter: number, endedAfter: number) => number;

/** Stands for a call that has no such time. */
const UNMEASURED = LONGEST_SECONDS + 1;
/** Calls that are put in their places in one bite. */
const BITE = 50_000;
/** Calls that are given at a time. */
const BATCH = 1024;

/** Until somebody answered, or the caller gave up. */
export function walkRings(store: Store, set: Pick<IdSet, "has">, up: boolean) {
  return walk(
    store,
    set,
    up,
    (answeredAfter, endedAfter) => answeredAfter === NONE ? endedAfter : answeredAfter,
  );
}

export function walkTalks(store: Store, set: Pick<IdSet, "has">, up: boolean) {
  return walk(
    store,
    set,
    up,
    (answeredAfter, endedAfter) =>
      answeredAfter === NONE || endedAfter === NONE ? NONE : endedAfter - answeredAfter,
  );
}

function* walk(
  store: Store,
  set: Pick<IdSet, "has">,
  up: boolean,
  measure: Measure,
): Generator<number[], void, undefined> {
  const last = store.get<{ block: number | null }>("SELECT max(block) AS block FROM call_times");
  const seconds = new Uint16Array(((last?.block ?? -1) + 1) * 512).fill(UNMEASURED);
  // How many took so long, and then where the first of them stands.
  const places = new Uint32Array(UNMEASURED + 1);
  // Nothing found is told too: whoever waits can have waited long enough.
  for (const { base, size, startedAt, answeredAfter, endedAfter } of timesInParts(store)) {
    for (let place = 0; place < size && base + place < seconds.length; place++) {
      if (Number.isNaN(startedAt[place]!)) continue;
      const ms = measure(answeredAfter[place]!, endedAfter[place]!);
      if (ms === NONE) continue;
      const second = Math.min(LONGEST_SECONDS, Math.floor(ms / 1000));
      seconds[base + place] = second;
      places[second + 1]!++;
    }
    yield [];
  }
  for (let second = 1; second <= UNMEASURED; second++) places[second]! += places[second - 1]!;
  const sorted = new Uint32Array(places[UNMEASURED]!);
  for (let first = 0; first < seconds.length; first += BITE) {
    const end = Math.min(seconds.length, first + BITE);
    for (let id = first; id < end; id++) {
      const second = seconds[id]!;
      if (second !== UNMEASURED) sorted[places[second]!++] = id;
    }
    yield [];
  }
  if (!up) sorted.reverse();
  for (let at = 0; at < sorted.length; at += BATCH) {
    yield [...sorted.subarray(at, at + BATCH)].filter((id) => set.has(id));
  }
}
