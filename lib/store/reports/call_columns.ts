import type { IdSet } from "../../domain/id_set.ts";
import { KIND } from "../../domain/call_tally.ts";
import { callsMarked } from "../call_log/marks.ts";
import { type CallTimes, timesBetween } from "../call_log/times.ts";
import type { Store } from "../database.ts";

/** The calls of a stretch of time, by their places in `CallTimes`, with all that is counted of them. */
export interface CallColumns extends CallTimes {
  readonly from: number;
  readonly to: number;
  /** Capacity of the sets of calls. */
  readonly capacity: number;
  /** Bits of `KIND`; 0 where there is no call, or one that did not begin in this stretch. */
  readonly kind: Uint8Array;
}

const MARKED: readonly (readonly [string, number])[] = [
  ["in", KIND.in],
  ["out", KIND.out],
  ["answered", KIND.answered],
  ["missed", KIND.missed],
  ["number", KIND.number],
  ["first", KIND.first],
  ["again", KIND.again],
];

/** Calls that have no marks yet are in no figure, as they are on no page of the log. */
export function readColumns(
  store: Store,
  from: number,
  to: number,
  capacity: number,
): CallColumns {
  const times = timesBetween(store, from, to);
  const kind = new Uint8Array(times.size);
  for (const [name, bit] of MARKED) mark(times, callsMarked(store, name, capacity), kind, bit);
  const { startedAt } = times;
  for (let place = 0; place < kind.length; place++) {
    const at = startedAt[place]!;
    if (!(at >= from && at < to)) kind[place] = 0;
  }
  return { ...times, from, to, capacity, kind };
}

/** Sets bits in `into` at the places of the calls of a set. */
export function mark(
  { base, size }: CallTimes,
  { words }: IdSet,
  into: Uint8Array,
  bits: number,
): void {
  const first = base >>> 5;
  const last = Math.min(words.length, (base + size) >>> 5);
  for (let at = first; at < last; at++) {
    const low = at * 32 - base;
    for (let word = words[at]!; word !== 0; word &= word - 1) {
      into[low + 31 - Math.clz32(word & -word)]! |= bits;
    }
  }
}
