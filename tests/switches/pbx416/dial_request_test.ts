import assert from "node:assert/strict";
import {
  encodeDialRequest,
  readDialRequest,
} from "../../../lib/switches/pbx416/frames/dial_request.ts";
import { DIALECT_416 } from "../../../lib/switches/pbx416/dialect/dialect_416.ts";
import { hexOf, readAll } from "./wire_samples.ts";

Deno.test("a request is a frame O of the extension and the digits", () => {
  const frame = encodeDialRequest(DIALECT_416, "202", "0212345678");
  assert.match(hexOf(frame), /^02 31 34 4F 32 30 32 30 32 31 32 33 34 35 36 37 38 03 /);
});

Deno.test("the switch reads the request that the server writes", () => {
  const [reading] = readAll([encodeDialRequest(DIALECT_416, "202", "*0+#1")]);
  assert.ok(reading?.kind === "frame");
  assert.deepEqual(readDialRequest(DIALECT_416, reading.mi, reading.data), {
    extension: "202",
    digits: "*0+#1",
  });
});

Deno.test("what cannot be dialled is a RangeError, and is not sent", () => {
  assert.throws(() => encodeDialRequest(DIALECT_416, "216", "112"), {
    name: "RangeError",
    message: 'Extension "216" is not one of dialect 416.',
  });
  assert.throws(() => encodeDialRequest(DIALECT_416, "202", "010-1234"), {
    name: "RangeError",
    message: '"010-1234" cannot be dialled: 0-9 * # + only.',
  });
  assert.throws(() => encodeDialRequest(DIALECT_416, "202", ""), RangeError);
  assert.throws(() => encodeDialRequest(DIALECT_416, "202", "1".repeat(61)), RangeError);
});

Deno.test("any other frame is no request", () => {
  for (
    const [mi, data] of [["C", "20212"], ["O", "202"], ["O", "20"], ["O", "99912"], ["O", "202P"]]
  ) {
    assert.equal(readDialRequest(DIALECT_416, mi ?? "", data ?? ""), null, `${mi} ${data}`);
  }
});
