import { deepStrictEqual, equal } from "node:assert/strict";
import { Attendance } from "../../lib/live/attendance.ts";

Deno.test("who opens a first stream arrives, a second one changes nothing", () => {
  const attendance = new Attendance();
  equal(attendance.arrive(1), true);
  equal(attendance.arrive(1), false);
  equal(attendance.has(1), true);
  equal(attendance.has(2), false);
});

Deno.test("who is without a stream for one beat is on the way to the next page, after two away", () => {
  const attendance = new Attendance();
  attendance.arrive(1);
  deepStrictEqual(attendance.beat(new Set()), []);
  equal(attendance.has(1), true);
  deepStrictEqual(attendance.beat(new Set([1])), []);
  deepStrictEqual(attendance.beat(new Set()), []);
  deepStrictEqual(attendance.beat(new Set()), [1]);
  equal(attendance.has(1), false);
});

Deno.test("who signs out is away at once", () => {
  const attendance = new Attendance();
  attendance.arrive(1);
  attendance.leave(1);
  equal(attendance.has(1), false);
});
