import assert from "node:assert/strict";
import { Random } from "../../lib/domain/random.ts";

Deno.test("the same seed gives the same numbers, another one others", () => {
  const numbers = (seed: number) => {
    const random = new Random(seed);
    return Array.from({ length: 5 }, () => random.next());
  };
  assert.deepEqual(numbers(1), numbers(1));
  for (const seed of [0, 2, -1, 1e9]) assert.notDeepEqual(numbers(1), numbers(seed));
});

Deno.test("numbers are spread evenly from 0 to 1", () => {
  const random = new Random(5);
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < 10_000; i++) {
    const tenth = Math.floor(random.next() * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  assert.equal(tenths.length, 10);
  for (const count of tenths) assert.ok(count > 880 && count < 1120, tenths.join(" "));
});

Deno.test("whole numbers reach both ends and stay within", () => {
  const random = new Random(5);
  const seen = new Set(Array.from({ length: 200 }, () => random.whole(3, 6)));
  assert.deepEqual([...seen].toSorted(), [3, 4, 5, 6]);
});

Deno.test("a weight of 0 is never chosen, and the others as often as they weigh", () => {
  const random = new Random(5);
  const counts = { a: 0, b: 0, c: 0 };
  for (let i = 0; i < 4000; i++) counts[random.weighted({ a: 3, b: 1, c: 0 })]++;
  assert.equal(counts.c, 0);
  assert.ok(counts.a > 2850 && counts.a < 3150, String(counts.a));
});

Deno.test("a sample has no entry twice, and all where more are asked for", () => {
  const random = new Random(5);
  const list = [1, 2, 3, 4];
  assert.equal(new Set(random.sample(list, 3)).size, 3);
  assert.deepEqual(random.sample(list, 9).toSorted(), list);
  assert.deepEqual(list, [1, 2, 3, 4]);
});

Deno.test("nothing is picked from an empty list", () => {
  assert.throws(() => new Random(1).pick([]), {
    name: "RangeError",
    message: "Nothing can be picked from an empty list.",
  });
});
