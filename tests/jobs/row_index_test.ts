import { equal, throws } from "node:assert/strict";
import { RowIndex } from "../../lib/jobs/import/plan/row_index.ts";

Deno.test("a row is found by its hash among a hundred thousand, and no other is", () => {
  const index = new RowIndex();
  const hash = (i: number) => i * 1024 * 1024 + 1; // all at one place at first
  for (let i = 0; i < 3000; i++) index.set(hash(i), i + 1);
  for (let i = 0; i < 100_000; i++) index.set(2 + i * 2, i);
  for (let i = 0; i < 3000; i++) equal(index.get(hash(i)), i + 1);
  for (let i = 0; i < 100_000; i++) equal(index.get(2 + i * 2), i);
  equal(index.get(3), null);
  equal(index.get(hash(3001)), null);
});

Deno.test("a file that names more numbers than can be remembered is refused, and takes no more memory", () => {
  const index = new RowIndex();
  throws(() => {
    for (let i = 1; i < 4_000_000; i++) index.set(i, Math.ceil(i / 20));
  }, { name: "JobFailure", code: "too_many_rows", limit: 150_001 });
});
