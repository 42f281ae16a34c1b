import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { IdSet } from "../../lib/domain/id_set.ts";

const CAPACITY = 20_000;
const ids = fc.uniqueArray(fc.integer({ min: 0, max: CAPACITY - 1 }), { maxLength: 300 });

function setOf(numbers: readonly number[]): IdSet {
  const set = new IdSet(CAPACITY);
  for (const id of numbers) set.add(id);
  return set;
}

const sorted = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b);

Deno.test("a set of IDs is what a set of numbers is, cut, joined and counted", () => {
  fc.assert(fc.property(ids, ids, (a, b) => {
    const [one, other] = [new Set(a), new Set(b)];
    deepEqual(setOf(a).and(setOf(b)).toArray(), sorted(one.intersection(other)));
    deepEqual(setOf(a).without(setOf(b)).toArray(), sorted(one.difference(other)));
    deepEqual(setOf(a).or(setOf(b)).toArray(), sorted(one.union(other)));
    equal(setOf(a).size, a.length);
  }));
});

Deno.test("a stretch of IDs begins and ends anywhere in a word", () => {
  const bound = fc.integer({ min: -5, max: CAPACITY + 5 });
  fc.assert(fc.property(ids, bound, bound, (numbers, first, last) => {
    const expected = sorted(numbers.filter((id) => id >= first && id <= last));
    deepEqual(setOf(numbers).between(first, last).toArray(), expected);
  }));
});

Deno.test("of several stretches of IDs, all that lies in one of them stays", () => {
  const bounds = fc.uniqueArray(fc.integer({ min: -5, max: CAPACITY + 5 }), {
    minLength: 2,
    maxLength: 12,
  });
  fc.assert(fc.property(ids, bounds, (numbers, all) => {
    const edges = sorted(all);
    const ranges = Array.from({ length: edges.length >> 1 }, (_, i) => ({
      first: edges[2 * i]!,
      last: edges[2 * i + 1]! - 1,
    }));
    const expected = numbers.filter((id) =>
      ranges.some(({ first, last }) => id >= first && id <= last)
    );
    deepEqual(setOf(numbers).within(ranges).toArray(), sorted(expected));
  }));
});

Deno.test("IDs come in either order, from any place on", () => {
  const skip = fc.integer({ min: 0, max: 320 });
  fc.assert(fc.property(ids, fc.boolean(), skip, (numbers, up, skipped) => {
    const all = up ? sorted(numbers) : sorted(numbers).reverse();
    deepEqual([...setOf(numbers).inOrder(up, skipped)].flat(), all.slice(skipped));
  }));
});
