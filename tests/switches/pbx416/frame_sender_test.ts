import assert from "node:assert/strict";
import { FrameSender } from "../../../lib/switches/pbx416/link/frame_sender.ts";
import { DIALECT_416 } from "../../../lib/switches/pbx416/dialect/dialect_416.ts";

const FREE = -Infinity;
const A = Uint8Array.of(0xa);
const B = Uint8Array.of(0xb);

function sender({ mostWaiting = 4, patienceMs = Infinity } = {}): FrameSender {
  return new FrameSender(DIALECT_416, { mostWaiting, patienceMs });
}

Deno.test("a frame is sent at once, and accepted by ACK", () => {
  const frames = sender();
  assert.deepEqual(frames.send(1, A, 0), []);
  assert.deepEqual(frames.advance(0, FREE), [{ type: "write", bytes: A }]);
  assert.deepEqual(frames.answered("ack", 5), [{ type: "sent", id: 1, result: "accepted" }]);
  assert.equal(frames.isEmpty, true);
});

Deno.test("a frame without an answer is sent four times, a second apart, and given up", () => {
  const frames = sender();
  frames.send(1, A, 0);
  const sentAt: number[] = [];
  const end = untilOver(frames, (at) => sentAt.push(at));
  assert.deepEqual(sentAt, [0, 1000, 2000, 3000]);
  assert.deepEqual(end, { at: 4000, action: { type: "sent", id: 1, result: "no_answer" } });
});

Deno.test("a frame that is answered by NAK is sent again at once, four times in all", () => {
  const frames = sender();
  frames.send(1, A, 0);
  for (let attempt = 1; attempt <= 4; attempt++) {
    assert.deepEqual(frames.advance(attempt, FREE), [{ type: "write", bytes: A }]);
    assert.deepEqual(frames.answered("nak", attempt), []);
  }
  assert.deepEqual(frames.advance(5, FREE), [{ type: "sent", id: 1, result: "refused" }]);
});

Deno.test("one frame is in flight, and the others follow in their order", () => {
  const frames = sender();
  frames.send(1, A, 0);
  frames.send(2, B, 0);
  assert.deepEqual(frames.advance(0, FREE), [{ type: "write", bytes: A }]);
  assert.deepEqual(frames.advance(1, FREE), []);
  frames.answered("ack", 2);
  assert.deepEqual(frames.advance(2, FREE), [{ type: "write", bytes: B }]);
});

Deno.test("after a repetition the next frame waits until late answers have passed", () => {
  const frames = sender();
  frames.send(1, A, 0);
  frames.send(2, B, 0);
  frames.advance(0, FREE);
  frames.advance(1000, FREE);
  frames.answered("ack", 1010);
  assert.equal(frames.nextDeadline(FREE), 1070);
  assert.deepEqual(frames.answered("ack", 1050), [], "the answer to the first copy");
  assert.deepEqual(frames.advance(1070, FREE), []);
  assert.deepEqual(frames.answered("ack", 1110), [], "one that comes when they have passed");
  assert.deepEqual(frames.advance(1110, FREE), [{ type: "write", bytes: B }]);
});

Deno.test("nothing is sent while the line belongs to the other end", () => {
  const frames = sender();
  frames.send(1, A, 0);
  assert.deepEqual(frames.advance(0, 500), []);
  assert.equal(frames.nextDeadline(500), 500);
  assert.deepEqual(frames.advance(500, 500), [{ type: "write", bytes: A }]);
});

Deno.test("a frame ends when its time is over, even if it never was its turn", () => {
  const frames = sender({ patienceMs: 1500 });
  frames.send(1, A, 0);
  frames.send(2, B, 100);
  frames.advance(0, FREE);
  assert.equal(frames.nextDeadline(Infinity), 1500);
  assert.deepEqual(frames.advance(1500, Infinity), [{ type: "sent", id: 1, result: "no_answer" }]);
  assert.deepEqual(frames.advance(1600, Infinity), [{ type: "sent", id: 2, result: "no_answer" }]);
  assert.equal(frames.nextDeadline(FREE), null);
});

Deno.test("more than may wait are turned away", () => {
  const frames = sender({ mostWaiting: 1 });
  assert.deepEqual([...frames.send(1, A, 0), ...frames.send(2, A, 0)], []);
  assert.deepEqual(frames.send(3, A, 0), [{ type: "sent", id: 3, result: "overflow" }]);
});

Deno.test("a line that goes down takes every frame with it", () => {
  const frames = sender();
  frames.send(1, A, 0);
  frames.send(2, B, 0);
  assert.deepEqual(frames.lost().map((action) => action.type === "sent" && action.result), [
    "line_down",
    "line_down",
  ]);
  assert.equal(frames.isEmpty, true);
});

/** Goes from deadline to deadline until the frame is over. */
function untilOver(frames: FrameSender, onWrite: (at: number) => void) {
  for (let at = 0;;) {
    for (const action of frames.advance(at, FREE)) {
      if (action.type === "sent") return { at, action };
      onWrite(at);
    }
    const next = frames.nextDeadline(FREE);
    assert.ok(next !== null && next > at, `after ${at} comes ${next}`);
    at = next;
  }
}
