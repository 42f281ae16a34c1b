import assert from "node:assert/strict";
import fc from "fast-check";
import { Link, type LinkAction } from "../../../lib/switches/pbx416/link/link.ts";
import { ACK, NAK } from "../../../lib/switches/pbx416/frames/control_bytes.ts";
import { encodeDialRequest } from "../../../lib/switches/pbx416/frames/dial_request.ts";
import { DIALECT_416 } from "../../../lib/switches/pbx416/dialect/dialect_416.ts";
import { encodeFrame } from "../../../lib/switches/pbx416/frames/encode.ts";

const RING = encodeFrame(DIALECT_416, "C", "10212345678");
const OTHER_RING = encodeFrame(DIALECT_416, "C", "10212345679");
const ANSWER = encodeFrame(DIALECT_416, "N", "1200");
const BAD_RING = RING.with(-1, 0);
const DIAL = encodeDialRequest(DIALECT_416, "202", "01012345678");

function openLink(at = 0): Link {
  const link = new Link(DIALECT_416);
  link.opened(at, null, false);
  return link;
}

function written(actions: readonly LinkAction[]): number[] {
  return actions.flatMap((action) => action.type === "write" ? [...action.bytes] : []);
}

function framesIn(actions: readonly LinkAction[]) {
  return actions.filter((action) => action.type === "frame");
}

Deno.test("a good frame is told, and answered only when it is stored", () => {
  const link = openLink();
  const told = link.received(RING, 5);
  assert.deepEqual(told, [{
    type: "frame",
    seq: 1,
    at: 5,
    bytes: RING,
    event: {
      type: "Delivered",
      trunk: "1",
      extension: null,
      caller: { number: "0212345678", reason: null },
    },
    remark: null,
  }]);
  assert.deepEqual(written(link.stored(1, 6)), [ACK]);
  assert.deepEqual(link.stored(1, 7), [], "one answer a frame");
});

Deno.test("a frame that says nothing of a call is told with a remark, and answered too", () => {
  const link = openLink();
  const [frame] = framesIn(link.received(encodeFrame(DIALECT_416, "X", "1"), 0));
  assert.equal(frame?.event, null);
  assert.equal(frame?.remark, 'unknown message "X"');
  assert.deepEqual(written(link.stored(1, 1)), [ACK]);
});

Deno.test("a frame that fails its BCC is answered with NAK at once", () => {
  assert.deepEqual(written(openLink().received(BAD_RING, 0)), [NAK]);
});

Deno.test("stray bytes and cut-off frames get no answer, and are told with a reason", () => {
  const link = openLink();
  assert.deepEqual(link.received(Uint8Array.of(0x55, ...RING.subarray(0, 6)), 10), []);
  assert.equal(link.nextDeadline(), 110);
  const told = link.tick(110);
  assert.deepEqual(written(told), []);
  assert.deepEqual(
    told.map((action) => action.type === "rejected" ? [action.at, action.reason] : action),
    [[10, "stray bytes"], [10, "cut off after 6 of 17 bytes"]],
  );
  assert.equal(link.nextDeadline(), null);
});

Deno.test("a frame that was cut off is given up before the bytes that come too late for it", () => {
  const link = openLink();
  link.received(RING.subarray(0, 6), 0);
  const late = link.received(RING, 1000);
  assert.deepEqual(late.map(({ type }) => type), ["rejected", "frame"]);
});

Deno.test("a failed frame with a good one behind it gets one answer, for the good one", () => {
  const link = openLink();
  assert.deepEqual(written(link.received(Uint8Array.of(...BAD_RING, ...RING), 0)), []);
  assert.deepEqual(written(link.stored(1, 1)), [ACK]);
});

Deno.test("of a frame that came twice only the newer copy is answered", () => {
  const link = openLink();
  link.received(RING, 0);
  link.received(RING, 800);
  assert.deepEqual(link.stored(1, 801), []);
  assert.deepEqual(written(link.stored(2, 802)), [ACK]);
});

Deno.test("a frame that was stored too late is not answered: the switch may have sent another", () => {
  const link = openLink();
  link.received(RING, 0);
  assert.deepEqual(link.stored(1, 900), []);
});

Deno.test("after a NAK nothing older is answered", () => {
  const link = openLink();
  link.received(RING, 0);
  assert.deepEqual(written(link.received(BAD_RING, 10)), [NAK]);
  assert.deepEqual(link.stored(1, 20), []);
});

Deno.test("a frame of an earlier opening of the port is never answered", () => {
  const link = openLink();
  link.received(RING, 0);
  link.lost(10);
  link.opened(20, 10, false);
  assert.deepEqual(link.stored(1, 30), []);
  assert.equal(framesIn(link.received(ANSWER, 40))[0]?.seq, 2);
});

Deno.test("an event that got through at the third try happened at the first", () => {
  const link = openLink();
  link.received(BAD_RING, 500);
  link.received(RING.subarray(0, 5), 510);
  link.tick(610);
  assert.equal(framesIn(link.received(RING, 1510))[0]?.at, 500);
});

Deno.test("noise that looks like no frame moves no event", () => {
  const link = openLink();
  link.received(Uint8Array.of(0x55, 0x06, 0x15), 500);
  assert.equal(framesIn(link.received(RING, 1000))[0]?.at, 1000);
});

Deno.test("what was on its way when the line went down is told as rejected", () => {
  const link = openLink();
  link.received(RING.subarray(0, 5), 0);
  assert.deepEqual(link.lost(5).map(({ type }) => type), ["rejected"]);
  link.opened(10, 5, false);
  assert.equal(framesIn(link.received(RING, 2000)).length, 1);
});

Deno.test("a dial request is sent, and its ACK is its result", () => {
  const link = openLink();
  assert.deepEqual(link.dial(7, "202", "01012345678", 0), [{ type: "write", bytes: DIAL }]);
  assert.deepEqual(link.received(Uint8Array.of(ACK), 10), [
    { type: "dialled", request: 7, result: "accepted" },
  ]);
});

Deno.test("a dial request that the switch does not answer has failed after four seconds", () => {
  const link = openLink();
  const actions = link.dial(7, "202", "01012345678", 0);
  for (let at = link.nextDeadline(); at !== null; at = link.nextDeadline()) {
    actions.push(...link.tick(at));
  }
  assert.deepEqual(actions, [
    ...Array(4).fill({ type: "write", bytes: DIAL }),
    { type: "dialled", request: 7, result: "no_answer" },
  ]);
});

Deno.test("a dial request waits while a frame of the switch is unanswered", () => {
  const link = openLink();
  link.received(RING, 0);
  assert.deepEqual(link.dial(7, "202", "01012345678", 1), []);
  assert.deepEqual(link.stored(1, 2), [
    { type: "write", bytes: Uint8Array.of(ACK) },
    { type: "write", bytes: DIAL },
  ]);
});

Deno.test("a dial request waits while a frame of the switch comes in", () => {
  const link = openLink();
  link.received(RING.subarray(0, 5), 0);
  assert.deepEqual(link.dial(7, "202", "01012345678", 1), []);
  assert.deepEqual(written(link.received(RING.subarray(5), 10)), []);
  assert.deepEqual(written(link.stored(1, 12)), [ACK, ...DIAL]);
});

Deno.test("a dial request does not wait for ever for a frame that is not stored", () => {
  const link = openLink();
  link.received(RING, 0);
  link.dial(7, "202", "01012345678", 1);
  assert.equal(link.nextDeadline(), 900);
  assert.deepEqual(written(link.tick(900)), [...DIAL]);
});

Deno.test("a dial request that cannot be written is refused", () => {
  const refused = [{ type: "dialled", request: 7, result: "refused" }];
  assert.deepEqual(openLink().dial(7, "999", "01012345678", 0), refused);
  assert.deepEqual(openLink().dial(7, "202", "abc", 0), refused);
});

Deno.test("a line that is down dials nothing, and one that goes down gives up what it dials", () => {
  const down = [{ type: "dialled", request: 7, result: "line_down" }];
  assert.deepEqual(new Link(DIALECT_416).dial(7, "202", "01012345678", 0), down);
  const link = openLink();
  link.dial(7, "202", "01012345678", 0);
  assert.deepEqual(link.lost(1), down);
  assert.deepEqual(link.dial(7, "202", "01012345678", 2), down);
});

Deno.test("whatever comes, whenever: nothing throws, only a stored frame is acknowledged, time goes on", () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.constantFrom(RING, ANSWER, BAD_RING, RING.subarray(0, 7), RING.subarray(7)),
  );
  const happening = fc.oneof(
    fc.record({ type: fc.constant("received" as const), bytes: piece }),
    fc.record({ type: fc.constant("stored" as const), seq: fc.nat(20) }),
    fc.record({ type: fc.constant("dial" as const) }),
  );
  const day = fc.array(fc.tuple(happening, fc.nat(1500)), { maxLength: 60 });
  fc.assert(fc.property(day, (happenings) => {
    const link = openLink();
    let at = 0;
    let newest = 0;
    for (const [happens, afterMs] of happenings) {
      at += afterMs;
      const actions = happens.type === "received"
        ? link.received(happens.bytes, at)
        : happens.type === "stored"
        ? link.stored(happens.seq, at)
        : link.dial(1, "202", "01012345678", at);
      newest = framesIn(actions).at(-1)?.seq ?? newest;
      const acknowledges = written(actions)[0] === ACK;
      assert.ok(!acknowledges || (happens.type === "stored" && happens.seq === newest));
      link.tick(at);
      const deadline = link.nextDeadline();
      assert.ok(deadline === null || deadline > at, `${deadline} is due at ${at}`);
    }
    link.lost(at);
    assert.equal(link.nextDeadline(), null);
  }));
});

Deno.test("an event that could not be stored happened when its frame came first, however often it came", () => {
  const link = openLink();
  equalTimes(link.received(RING, 100), 100);
  equalTimes(link.received(RING, 1150), 100);
  equalTimes(link.received(RING, 2200), 100);
  link.received(BAD_RING, 3250); // a spoilt repetition is one
  equalTimes(link.received(RING, 4300), 100);
  assert.deepEqual(written(link.stored(4, 4301)), [ACK]);
  // The same again after its answer is another event; and so is what comes too late, or is something else.
  equalTimes(link.received(RING, 5350), 5350);
  equalTimes(link.received(ANSWER, 6400), 6400);
  equalTimes(link.received(ANSWER, 9000), 9000);
  equalTimes(link.received(RING, 10_050), 10_050);
  equalTimes(link.received(OTHER_RING, 11_100), 11_100);
});

function equalTimes(actions: readonly LinkAction[], at: number): void {
  assert.deepEqual(framesIn(actions).map((frame) => frame.at), [at]);
}

Deno.test("what comes right after an outage happened in its middle, as far as anybody knows", () => {
  const link = new Link(DIALECT_416);
  link.opened(10_000, 9000, false);
  assert.equal(framesIn(link.received(RING, 10_100))[0]?.at, 9550);
});

Deno.test("bytes that waited in the device are a sign of what comes behind them", () => {
  const link = new Link(DIALECT_416);
  link.opened(10_000, null, true);
  assert.equal(framesIn(link.received(RING, 10_200))[0]?.at, 10_000);
});
