import assert from "node:assert/strict";
import type { Step } from "../../../lib/switches/virtual_pbx/office_day.ts";
import { Pbx, type PbxAction } from "../../../lib/switches/virtual_pbx/pbx.ts";
import { ACK, NAK } from "../../../lib/switches/pbx416/frames/control_bytes.ts";
import { encodeDialRequest } from "../../../lib/switches/pbx416/frames/dial_request.ts";
import { DIALECT_416 } from "../../../lib/switches/pbx416/dialect/dialect_416.ts";
import { encodeFrame } from "../../../lib/switches/pbx416/frames/encode.ts";

const YES = Uint8Array.of(ACK);
const NO = Uint8Array.of(NAK);
const DIAL = encodeDialRequest(DIALECT_416, "202", "01012345678");

function pbxWith(steps: readonly Step[], speed: number): Pbx {
  return new Pbx({ dialect: DIALECT_416, steps, speed });
}

function step(at: number, mi: Step["mi"], trunk = "1", extension = "", number = ""): Step {
  return { at, mi, trunk, extension, number };
}

/** What an action is, in a word: the MI and trunk of what happened, or the MI of a frame written. */
function words(actions: readonly PbxAction[]): string[] {
  return actions.map((action) => {
    switch (action.type) {
      case "write":
        return action.bytes.length === 1
          ? `answers ${action.bytes[0] === ACK ? "ACK" : "NAK"}`
          : `sends ${String.fromCharCode(action.bytes[3] ?? 0)}`;
      case "happened":
        return `${action.step.mi}${action.step.trunk}`;
      default:
        return action.type;
    }
  });
}

const CALL = [
  step(0, "C", "1", "", "0212345678"),
  step(1, "c", "1", "200", "0212345678"),
  step(2, "F"),
];

Deno.test("at speed 0 a step happens when the one before has been acknowledged", () => {
  const pbx = pbxWith(CALL, 0);
  assert.deepEqual(words(pbx.play(0)), ["C1", "sends C"]);
  assert.deepEqual(words(pbx.tick(10)), []);
  assert.deepEqual(words(pbx.received(YES, 20)), ["c1", "sends c"]);
  assert.deepEqual(words(pbx.received(YES, 30)), ["F1", "sends F"]);
  assert.deepEqual(words(pbx.received(YES, 40)), ["done"]);
});

Deno.test("at speed 2 steps happen in half the time, whether or not the server answers", () => {
  const pbx = pbxWith(CALL, 2);
  pbx.play(1000);
  assert.equal(pbx.nextDeadline(), 1500);
  assert.deepEqual(words(pbx.tick(1500)), ["c1"]);
  assert.deepEqual(words(pbx.tick(2000)), ["F1", "sends C"]);
  assert.deepEqual(words(pbx.received(YES, 2100)), []);
  assert.equal(pbx.nextDeadline(), 2160, "after a repetition late answers are let pass");
  assert.deepEqual(words(pbx.tick(2160)), ["sends c"]);
});

Deno.test("a frame goes out as the protocol writes it", () => {
  const [, write] = pbxWith(CALL, 0).play(0);
  assert.deepEqual(write, {
    type: "write",
    bytes: encodeFrame(DIALECT_416, "C", "10212345678"),
  });
});

Deno.test("a frame that is not acknowledged four times is given up", () => {
  const pbx = pbxWith([step(0, "C")], 0);
  assert.deepEqual(words(pbx.play(0)), ["C1", "sends C"]);
  assert.deepEqual(words(pbx.received(NO, 1)), ["sends C"]);
  assert.deepEqual(words(pbx.tick(1001)), ["sends C"]);
  assert.deepEqual(words(pbx.tick(2001)), ["sends C"]);
  assert.deepEqual(words(pbx.tick(3001)), ["given_up", "done"]);
});

Deno.test("a request rings the extension, and dials out when it is lifted", () => {
  const pbx = pbxWith([], 1);
  assert.deepEqual(words(pbx.received(DIAL, 0)), ["answers ACK", "done"]);
  assert.equal(pbx.nextDeadline(), 2000);
  assert.deepEqual(words(pbx.tick(2000)), ["n4", "sends n"]);
  pbx.received(YES, 2001);
  const [dialled] = pbx.tick(3000);
  assert.deepEqual(dialled, {
    type: "happened",
    at: 3000,
    step: { mi: "O", trunk: "4", extension: "202", number: "01012345678" },
  });
  pbx.received(YES, 3001);
  assert.deepEqual(words(pbx.tick(33_000)), ["F4", "sends F"]);
});

Deno.test("a request that comes again because its answer was lost is the same one", () => {
  const pbx = pbxWith([], 1);
  pbx.received(DIAL, 0);
  assert.deepEqual(words(pbx.received(DIAL, 1000)), ["answers ACK"]);
  assert.deepEqual(words(pbx.tick(2000)), ["n4", "sends n"]);
});

Deno.test("a request that cannot be served is answered with NAK", () => {
  const pbx = pbxWith([], 1);
  pbx.received(DIAL, 0);
  const other = encodeDialRequest(DIALECT_416, "202", "0299999999");
  assert.deepEqual(words(pbx.received(other, 10)), ["answers NAK"]);
  const unknown = encodeFrame(DIALECT_416, "C", "1");
  assert.deepEqual(words(pbx.received(unknown, 20)), ["answers NAK"]);
  assert.deepEqual(words(pbx.received(DIAL.with(-1, 0), 30)), ["answers NAK"]);
});

Deno.test("a call of the day takes another trunk where a requested one has its own", () => {
  const trunks = { ...DIALECT_416, trunks: ["1", "2"] };
  const steps = [step(5, "C", "2"), step(5, "C", "1"), step(6, "F", "2"), step(6, "F", "1")];
  const pbx = new Pbx({ dialect: trunks, steps, speed: 1 });
  pbx.play(0);
  pbx.received(DIAL, 0);
  assert.deepEqual(words(pbx.tick(2000)), ["n2", "sends n"]);
  assert.deepEqual(
    words(pbx.tick(5000)).filter((word) => word.startsWith("C")),
    ["C1"],
    "one call found no trunk",
  );
  assert.deepEqual(words(pbx.tick(6000)).filter((word) => word.startsWith("F")), ["F1"]);
});
