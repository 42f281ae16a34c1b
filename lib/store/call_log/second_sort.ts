import type { IdSet } from "../../domain/id_set.ts";

/** Calls that are rather looked up and sorted than split further. */
const FEW = 3000;

/**
 * Sorts calls by a number of seconds that is marked in binary digits, without reading a call: the set is split
 * by the highest digit, each half by the next, and halves that are skipped whole are only counted. Nothing
 * makes it slow: not how the times are spread, not how deep the page is.
 * `digit(at)` is the set of the calls whose digit `at` (0 is the lowest) is one; `sortFew` sorts a few calls by
 * the same seconds, the smallest first, equal ones by ID.
 */
export function bySeconds(
  set: IdSet,
  digit: (at: number) => IdSet,
  digits: number,
  sortFew: (ids: readonly number[]) => number[],
  up: boolean,
  skip: number,
): Generator<number[], void, undefined> {
  const known = new Map<number, IdSet>();
  const ones = (at: number) => {
    const found = known.get(at) ?? digit(at);
    known.set(at, found);
    return found;
  };
  return split(set, set.size, ones, sortFew, digits - 1, up, skip);
}

function* split(
  set: IdSet,
  size: number,
  ones: (at: number) => IdSet,
  sortFew: (ids: readonly number[]) => number[],
  at: number,
  up: boolean,
  skip: number,
): Generator<number[], void, undefined> {
  if (size === 0 || skip >= size) return;
  if (at < 0) return yield* set.inOrder(up, skip);
  if (size <= FEW) {
    const sorted = sortFew(set.toArray());
    return yield (up ? sorted : sorted.reverse()).slice(skip);
  }
  const long = set.copy().and(ones(at));
  const longSize = long.size;
  const shortSize = size - longSize;
  const first = up ? shortSize : longSize;
  const short = () => set.copy().without(long);
  if (skip < first) {
    yield* split(up ? short() : long, first, ones, sortFew, at - 1, up, skip);
    skip = first;
  }
  yield* split(up ? long : short(), size - first, ones, sortFew, at - 1, up, skip - first);
}
