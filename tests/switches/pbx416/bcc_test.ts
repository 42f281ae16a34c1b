import assert from "node:assert/strict";
import { computeBcc } from "../../../lib/switches/pbx416/frames/bcc.ts";
import { BCC_SCOPES } from "../../../lib/switches/pbx416/dialect/dialect_shape.ts";
import { bytesOf } from "./wire_samples.ts";

Deno.test("the N frame of the description ends in the byte that it names for each rule", () => {
  const frame = bytesOf("02 30 35 4E 31 32 30 30 03");
  const of = (rule: "xor" | "sum", scope: (typeof BCC_SCOPES)[number]) =>
    computeBcc({ rule, scope }, frame, 0, 5).toString(16).toUpperCase();
  assert.deepEqual(BCC_SCOPES.map((scope) => [scope, of("xor", scope)]), [
    ["li..etx", "4B"],
    ["li..data", "48"],
    ["mi..etx", "4E"],
    ["mi..data", "4D"],
    ["stx..etx", "49"],
  ]);
  assert.equal(of("sum", "li..etx"), "79");
});

Deno.test("a sum keeps its low eight bits", () => {
  const frame = Uint8Array.of(0x02, 0x30, 0x32, 0xff, 0xff, 0x03);
  assert.equal(computeBcc({ rule: "sum", scope: "mi..data" }, frame, 0, 2), 0xfe);
});

Deno.test("a frame is checked where it stands, not from the beginning of the bytes", () => {
  const bytes = bytesOf("FF FF 02 30 35 4E 31 32 30 30 03 FF");
  assert.equal(computeBcc({ rule: "xor", scope: "li..etx" }, bytes, 2, 5), 0x4b);
});
