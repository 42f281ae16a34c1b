import assert from "node:assert/strict";
import fc from "fast-check";
import type { TrunkEvent } from "../../../lib/switches/pbx416/frames/trunk_event.ts";
import { parseDialect } from "../../../lib/switches/pbx416/dialect/dialect.ts";
import { DIALECT_416 } from "../../../lib/switches/pbx416/dialect/dialect_416.ts";
import { readMessage, writeFields } from "../../../lib/switches/pbx416/frames/message.ts";
import { anyMessage } from "./wire_samples.ts";
import { writeMessage } from "./write_message.ts";

function eventOf(mi: string, data: string): TrunkEvent | null {
  const { event, remark } = readMessage(DIALECT_416, mi, data);
  assert.equal(remark, null, `${mi} ${data}`);
  return event;
}

function remarkOf(mi: string, data: string): string | null {
  const { event, remark } = readMessage(DIALECT_416, mi, data);
  assert.equal(event, null, `${mi} ${data}`);
  return remark;
}

Deno.test("every message of the PBX is the event that its row says", () => {
  const caller = { number: "0212345678", reason: null };
  const trunk = "1";
  const extension = "200";
  assert.deepEqual(eventOf("C", "10212345678"), {
    type: "Delivered",
    trunk,
    extension: null,
    caller,
  });
  assert.deepEqual(eventOf("c", "12000212345678"), { type: "Delivered", trunk, extension, caller });
  assert.deepEqual(eventOf("N", "1200"), { type: "Established", trunk, extension });
  assert.deepEqual(eventOf("n", "1200"), { type: "ServiceInitiated", trunk, extension });
  const originated = { type: "Originated", trunk, extension, digits: "0212345678" };
  assert.deepEqual(eventOf("J", "12000212345678"), { ...originated, requested: false });
  assert.deepEqual(eventOf("O", "12000212345678"), { ...originated, requested: true });
  assert.deepEqual(eventOf("F", "1200"), { type: "ConnectionCleared", trunk, extension });
  assert.deepEqual(eventOf("F", "1"), { type: "ConnectionCleared", trunk, extension: null });
});

function callerOf(field: string): unknown {
  const event = eventOf("C", `1${field}`);
  return event?.type === "Delivered" ? event.caller : "no Delivered";
}

Deno.test("a letter is a reason when it is the whole field", () => {
  assert.deepEqual(callerOf("P"), { number: null, reason: "withheld" });
  assert.deepEqual(callerOf("O"), { number: null, reason: "unavailable" });
  assert.deepEqual(callerOf("C\0\0"), { number: null, reason: "payphone" });
  const mixed = readMessage(DIALECT_416, "C", "1P02");
  assert.equal(mixed.remark, 'unreadable number "P02"');
});

Deno.test("spaces, hyphens and trailing NULs of a number are dropped", () => {
  assert.deepEqual(callerOf("02-123 4567\0\0\0"), { number: "021234567", reason: null });
  assert.deepEqual(callerOf(" *#+9 "), { number: "*#+9", reason: null });
  assert.equal(callerOf(""), null);
  assert.equal(callerOf("  \0"), null);
});

Deno.test("a call whose number cannot be read still rings, without a caller", () => {
  assert.deepEqual(readMessage(DIALECT_416, "c", "1202A\x80\0B"), {
    event: { type: "Delivered", trunk: "1", extension: "202", caller: null },
    remark: 'unreadable number "A\\x80\\x00B"',
  });
  assert.equal(
    readMessage(DIALECT_416, "C", "1constructor").remark,
    'unreadable number "constructor"',
  );
});

Deno.test("an unknown message changes no call, and the remark names it", () => {
  assert.equal(remarkOf("X", "1200"), 'unknown message "X"');
  assert.equal(remarkOf("\x01", ""), 'unknown message "\\x01"');
});

Deno.test("a trunk or an extension out of range changes no call", () => {
  assert.equal(remarkOf("C", "90212345678"), 'trunk "9" out of range 1-4');
  assert.equal(remarkOf("C", "0"), 'trunk "0" out of range 1-4');
  assert.equal(remarkOf("N", "1216"), 'extension "216" out of range 200-215');
  assert.equal(remarkOf("F", "1P00"), 'extension "P00" out of range 200-215');
});

Deno.test("DATA that does not fit the layout changes no call", () => {
  assert.equal(remarkOf("C", ""), 'no trunk in ""');
  assert.equal(remarkOf("N", "120"), 'no extension in "120"');
  assert.equal(remarkOf("N", "1"), 'no extension in "1"');
  assert.equal(remarkOf("F", "12"), 'no extension in "12"');
  assert.equal(remarkOf("N", "12001"), '"1" behind the last field');
  assert.equal(remarkOf("J", "1200"), 'no digits but ""');
  assert.equal(remarkOf("O", "1200P"), 'no digits but "P"');
});

Deno.test("no message throws, and what is no event is a remark", () => {
  const known = fc.constantFrom(...Object.keys(DIALECT_416.messages));
  fc.assert(
    fc.property(anyMessage, fc.option(known), ({ mi, data }, letter) => {
      const { event, remark } = readMessage(DIALECT_416, letter ?? mi, data);
      assert.ok(event !== null || remark !== "");
    }),
    { numRuns: 1000 },
  );
});

const digits = fc.string({
  unit: fc.constantFrom(..."0123456789*#+"),
  minLength: 1,
  maxLength: 30,
});
const trunk = fc.constantFrom(...DIALECT_416.trunks);
const extension = fc.constantFrom(...DIALECT_416.extensions);
const caller = fc.oneof(
  fc.constant(null),
  digits.map((number) => ({ number, reason: null })),
  fc.constantFrom("withheld" as const, "unavailable" as const, "payphone" as const)
    .map((reason) => ({ number: null, reason })),
);
const plain = { noNullPrototype: true };
const anyEvent: fc.Arbitrary<TrunkEvent> = fc.oneof(
  fc.record({
    type: fc.constant("Delivered" as const),
    trunk,
    extension: fc.option(extension),
    caller,
  }, plain),
  fc.record({ type: fc.constantFrom("Established", "ServiceInitiated"), trunk, extension }, plain),
  fc.record({
    type: fc.constant("Originated" as const),
    trunk,
    extension,
    digits,
    requested: fc.boolean(),
  }, plain),
  fc.record({
    type: fc.constant("ConnectionCleared" as const),
    trunk,
    extension: fc.option(extension),
  }, plain),
);

Deno.test("every event is read as it was written", () => {
  fc.assert(
    fc.property(anyEvent, (event) => {
      const { mi, data } = writeMessage(DIALECT_416, event);
      assert.deepEqual(eventOf(mi, data), event);
    }),
    { numRuns: 1000 },
  );
});

Deno.test("an installation's own letters, order of fields and widths are followed", () => {
  const dialect = parseDialect({
    extends: "416",
    trunks: ["01-12"],
    extensions: ["10-19"],
    reasons: { P: null, Z: "withheld" },
    messages: { N: null, K: { event: "Established", fields: ["extension", "trunk"] } },
  });
  const event: TrunkEvent = { type: "Established", trunk: "07", extension: "12" };
  assert.deepEqual(writeMessage(dialect, event), { mi: "K", data: "1207" });
  assert.deepEqual(readMessage(dialect, "K", "1207"), { event, remark: null });
  assert.equal(readMessage(dialect, "N", "0712").remark, 'unknown message "N"');
  assert.deepEqual(readMessage(dialect, "C", "07Z").event, {
    type: "Delivered",
    trunk: "07",
    extension: null,
    caller: { number: null, reason: "withheld" },
  });
});

Deno.test("what a message cannot say is a RangeError", () => {
  const fields = { trunk: "1", extension: "", number: "" };
  assert.throws(() => writeFields(DIALECT_416, "N", fields), {
    name: "RangeError",
    message: 'Message "N" cannot have extension "".',
  });
  assert.throws(() => writeFields(DIALECT_416, "C", { ...fields, trunk: "5" }), {
    name: "RangeError",
    message: 'Message "C" cannot have trunk "5".',
  });
  assert.throws(() => writeFields(DIALECT_416, "F", { ...fields, number: "1" }), RangeError);
});
