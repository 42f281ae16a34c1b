import { deepEqual, equal } from "node:assert/strict";
import { lapse } from "../../lib/switchboard/lapse.ts";
import { type CallCourse, ringingAt } from "../../lib/domain/call.ts";
import { transition } from "./trunk.ts";
import { eventOf } from "./wire.ts";

const LIMITS = { ringLapseMs: 60_000, talkLapseMs: 3_600_000 };

function after(...frames: string[]): CallCourse {
  let course: CallCourse | null = null;
  for (const [index, frame] of frames.entries()) {
    course = transition(course, eventOf(frame), index * 1000).current;
  }
  return course!;
}

Deno.test("a ringing call that is no more heard of was missed when it was last heard of", () => {
  const ringing = after("C(010)", "c(202,010)", "C(010)");
  equal(lapse(ringing, 62_000, LIMITS), null);
  const ended = lapse(ringing, 62_001, LIMITS);
  deepEqual(
    [ended?.state, ended?.outcome, ended?.endedAt, ringingAt(ended!)],
    ["ended", "missed", 2000, []],
  );
});

Deno.test("a talk ends as answered, a dialled call as outgoing, when hours have passed without a word", () => {
  for (
    const [course, outcome] of [
      [after("C(010)", "N(202)"), "answered"],
      [after("n(202)", "J(202,010)"), "outbound"],
    ] as const
  ) {
    equal(lapse(course, 3_601_000, LIMITS), null);
    const ended = lapse(course, 3_601_001, LIMITS);
    deepEqual([ended?.state, ended?.outcome, ended?.endedAt], ["ended", outcome, 1000]);
  }
});
