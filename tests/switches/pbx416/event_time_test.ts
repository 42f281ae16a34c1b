import assert from "node:assert/strict";
import { EventTime } from "../../../lib/switches/pbx416/link/event_time.ts";
import { DIALECT_416 } from "../../../lib/switches/pbx416/dialect/dialect_416.ts";

function opened(downSince: number | null = null, waiting = false): EventTime {
  const time = new EventTime(DIALECT_416);
  time.opened(10_000, downSince, waiting);
  return time;
}

Deno.test("an event whose frame came through at once happened at the frame's first byte", () => {
  assert.equal(opened().accepted(10_500), 10_500);
});

Deno.test("an event whose frame failed happened at the first try", () => {
  const time = opened();
  time.failed(20_000, 20_050);
  time.failed(21_060, 21_100);
  assert.equal(time.accepted(22_100), 20_000);
});

Deno.test("a failure is a sign of the frame that comes by when its repetition does, and of none later", () => {
  for (const [came, happened] of [[21_350, 20_000], [21_351, 21_351]] as const) {
    const time = opened();
    time.failed(20_000, 20_050);
    assert.equal(time.accepted(came), happened);
  }
});

Deno.test("a frame that was not stored has the time of its first try when it is repeated, and none when it comes later", () => {
  for (const [came, happened] of [[21_300, 20_000], [21_301, null]] as const) {
    const time = opened();
    time.accepted(20_000);
    assert.equal(time.repeated(came), happened);
  }
});

Deno.test("a failure before a good frame is no sign of the one after it", () => {
  const time = opened();
  time.failed(20_000, 20_010);
  assert.equal(time.accepted(20_020), 20_000);
  assert.equal(time.accepted(20_100), 20_100);
});

Deno.test("an event right after an outage happened in the middle of what is possible", () => {
  assert.equal(opened(9000).accepted(10_200), 9600);
});

Deno.test("a long outage counts only for as long as the switch goes on trying", () => {
  assert.equal(opened(0).accepted(10_000), 8000);
});

Deno.test("bytes that waited at the opening are the first sign", () => {
  assert.equal(opened(9000, true).accepted(11_000), 9500);
});

Deno.test("an event that comes later than a repetition would has nothing to do with the outage", () => {
  assert.equal(opened(9000).accepted(11_000), 10_000);
  assert.equal(opened(9000).accepted(11_001), 11_001);
});

Deno.test("only the first event after an outage is put into it", () => {
  const time = opened(9000);
  time.accepted(10_200);
  assert.equal(time.accepted(10_300), 10_300);
});

Deno.test("where nobody knows since when the line was down, an event is when it came", () => {
  assert.equal(opened(null).accepted(10_001), 10_001);
});
