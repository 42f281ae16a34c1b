import assert from "node:assert/strict";
import { encodeFrame } from "../../../lib/switches/pbx416/frames/encode.ts";
import { DIALECT_416 } from "../../../lib/switches/pbx416/dialect/dialect_416.ts";
import { EXAMPLES, hexOf } from "./wire_samples.ts";

for (const { hex, mi, data } of EXAMPLES) {
  Deno.test(`${mi} ${data} is written as the bytes of the description`, () => {
    assert.equal(hexOf(encodeFrame(DIALECT_416, mi, data)), hex);
  });
}

Deno.test("a frame longer than the dialect allows, or not of one byte a character, is a RangeError", () => {
  assert.equal(encodeFrame(DIALECT_416, "C", "1".repeat(63)).length, 69);
  assert.throws(() => encodeFrame(DIALECT_416, "C", "1".repeat(64)), {
    name: "RangeError",
    message: "MI and DATA of 65 bytes where at most 64 are sent.",
  });
  assert.throws(() => encodeFrame(DIALECT_416, "", "1"), {
    name: "RangeError",
    message: 'MI is one character, not "".',
  });
  assert.throws(() => encodeFrame(DIALECT_416, "C", "가"), {
    name: "RangeError",
    message: '"가" is no character of one byte.',
  });
});
