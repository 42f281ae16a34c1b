import { deepEqual } from "node:assert/strict";
import { Random } from "../../../lib/domain/random.ts";
import { IdSet } from "../../../lib/domain/id_set.ts";
import { bySeconds } from "../../../lib/store/call_log/second_sort.ts";

const COUNT = 20_000;
const DIGITS = 9;

Deno.test("many calls are sorted by seconds as few are, from any place on, however the times are spread", () => {
  const random = new Random(5);
  for (const most of [3, 60, 511]) {
    const seconds = Array.from({ length: COUNT }, () => Math.floor(random.next() * most));
    const all = new IdSet(COUNT);
    const digits = Array.from({ length: DIGITS }, () => new IdSet(COUNT));
    seconds.forEach((value, id) => {
      all.add(id);
      digits.forEach((digit, at) => (value >>> at & 1) === 1 && digit.add(id));
    });
    const sortFew = (ids: readonly number[]) =>
      ids.toSorted((a, b) => seconds[a]! - seconds[b]! || a - b);
    for (const up of [true, false]) {
      const sorted = sortFew(all.toArray());
      if (!up) sorted.reverse();
      for (const skip of [0, 1, 4999, 13_337, COUNT - 1, COUNT]) {
        const found = bySeconds(all, (at) => digits[at]!, DIGITS, sortFew, up, skip);
        deepEqual([...found].flat(), sorted.slice(skip), `below ${most} s, from ${skip}`);
      }
    }
  }
});
