import assert from "node:assert/strict";
import { replay } from "../../../lib/switches/pbx416/frames/replay.ts";
import { DIALECT_416 } from "../../../lib/switches/pbx416/dialect/dialect_416.ts";
import { encodeFrame } from "../../../lib/switches/pbx416/frames/encode.ts";

Deno.test("a capture tells its frames, its answers and what is neither", () => {
  const answer = encodeFrame(DIALECT_416, "N", "1200");
  const bytes = Uint8Array.of(0x55, ...answer, 0x06, ...encodeFrame(DIALECT_416, "X", ""), 0x02);
  assert.deepEqual([...replay(bytes, DIALECT_416)], [
    { kind: "rejected", bytes: Uint8Array.of(0x55), reason: "stray bytes" },
    {
      kind: "frame",
      bytes: answer,
      event: { type: "Established", trunk: "1", extension: "200" },
      remark: null,
    },
    { kind: "control", control: "ack" },
    {
      kind: "frame",
      bytes: encodeFrame(DIALECT_416, "X", ""),
      event: null,
      remark: 'unknown message "X"',
    },
    { kind: "rejected", bytes: Uint8Array.of(0x02), reason: "cut off after 1 bytes" },
  ]);
});

Deno.test("a capture of any length is read whole", () => {
  const frame = encodeFrame(DIALECT_416, "C", "10212345678");
  const bytes = Uint8Array.from({ length: frame.length * 1000 }, (_, i) => frame[i % 17] ?? 0);
  assert.equal([...replay(bytes, DIALECT_416)].filter(({ kind }) => kind === "frame").length, 1000);
});
