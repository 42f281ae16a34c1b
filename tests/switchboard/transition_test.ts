import { deepEqual, equal } from "node:assert/strict";
import {
  answeredByOf,
  type CallCourse,
  type CallDirection,
  type CallOutcome,
  type CallState,
  rangOf,
  ringingAt,
} from "../../lib/domain/call.ts";
import { transition } from "./trunk.ts";
import { eventOf } from "./wire.ts";

/** What is asked about a call, in the words of the exported call log. */
interface Told {
  direction: CallDirection;
  number: string | null;
  reason: string | null;
  state: CallState;
  outcome: CallOutcome | null;
  rang: string[];
  answeredBy: string[];
  extension: string | null;
  times: (number | null)[];
}

/** Plays frames a second apart, the first at second 1; returns every call, the one that goes on last. */
function play(frames: string): CallCourse[] {
  const over: CallCourse[] = [];
  let course: CallCourse | null = null;
  frames.split(" ").forEach((frame, index) => {
    const { ended, current } = transition(course, eventOf(frame), (index + 1) * 1000);
    if (ended !== null) over.push(ended);
    course = current;
  });
  return course === null ? over : [...over, course];
}

function tell(call: CallCourse | undefined, wanted: Partial<Told>): void {
  const told: Told = {
    direction: call!.direction,
    number: call!.number,
    reason: call!.reason,
    state: call!.state,
    outcome: call!.outcome,
    rang: rangOf(call!),
    answeredBy: answeredByOf(call!),
    extension: call!.extension,
    times: [call!.startedAt, call!.answeredAt, call!.endedAt].map((ms) => ms && ms / 1000),
  };
  const asked = Object.keys(wanted) as (keyof Told)[];
  deepEqual(Object.fromEntries(asked.map((key) => [key, told[key]])), wanted);
}

function only(frames: string, wanted: Partial<Told>): void {
  const calls = play(frames);
  equal(calls.length, 1, `${frames} is one call`);
  tell(calls[0], wanted);
}

Deno.test("a call that rings and is answered", () => {
  only("C(0212345678) C(0212345678) c(202,0212345678) N(202) F", {
    direction: "in",
    number: "0212345678",
    reason: null,
    state: "ended",
    outcome: "answered",
    rang: ["202"],
    answeredBy: ["202"],
    extension: "202",
    times: [1, 4, 5],
  });
});

Deno.test("a call missed at an extension", () => {
  only("C(010) c(202,010) F(202)", {
    outcome: "missed",
    rang: ["202"],
    answeredBy: [],
    extension: "202",
    times: [1, null, 3],
  });
});

Deno.test("a call missed before any extension rang", () => {
  only("C(010) F", { outcome: "missed", rang: [], extension: null, times: [1, null, 2] });
});

Deno.test("a group rings and one of it answers: the others ring no more", () => {
  const talking = "C(010) c(202,010) c(203,010) N(203)";
  deepEqual(ringingAt(play(talking)[0]!), []);
  only(`${talking} F(203)`, {
    outcome: "answered",
    rang: ["202", "203"],
    answeredBy: ["203"],
    extension: "203",
    times: [1, 4, 5],
  });
});

Deno.test("an extension that never rang picks a call up", () => {
  only("C(010) c(202,010) N(209) F", {
    outcome: "answered",
    rang: ["202"],
    answeredBy: ["209"],
    extension: "209",
  });
});

Deno.test("another extension takes a connected trunk: a transfer, one call, one answer time", () => {
  only("C(010) c(202,010) N(202) c(205,010) N(205) F(205)", {
    outcome: "answered",
    rang: ["202", "205"],
    answeredBy: ["202", "205"],
    extension: "205",
    times: [1, 3, 6],
  });
});

Deno.test("while a transfer rings, the call stays where it is", () => {
  const [call] = play("C(010) c(202,010) N(202) c(205,010)");
  tell(call, { state: "talking", extension: "202" });
  deepEqual(ringingAt(call!), ["205"]);
});

Deno.test("a transfer that rings is taken back when the first extension talks again", () => {
  const [call] = play("C(010) c(202,010) N(202) c(205,010) N(202)");
  tell(call, { state: "talking", extension: "202", answeredBy: ["202"] });
  deepEqual(ringingAt(call!), []);
});

Deno.test("an outgoing call", () => {
  only("n(202) J(202,01012345678) F(202)", {
    direction: "out",
    number: "01012345678",
    outcome: "outbound",
    rang: [],
    answeredBy: [],
    extension: "202",
    times: [1, null, 3],
  });
});

Deno.test("an outgoing call that the server asked for", () => {
  only("n(202) O(202,01012345678) F", {
    direction: "out",
    number: "01012345678",
    outcome: "outbound",
    extension: "202",
  });
});

Deno.test("an extension seizes a trunk and hangs up without dialling", () => {
  only("n(202) F(202)", { direction: "out", number: null, outcome: "outbound", extension: "202" });
});

for (const reason of ["withheld", "unavailable", "payphone"]) {
  Deno.test(`a call whose number is ${reason} says so and has no number`, () => {
    only(`C(${reason}) c(202,${reason}) N(202) F`, { number: null, reason, outcome: "answered" });
  });
}

Deno.test("F on an idle trunk changes nothing", () => {
  deepEqual(transition(null, eventOf("F(202)"), 1000), {
    ended: null,
    current: null,
    changed: false,
  });
});

Deno.test("N on an idle trunk is a call whose ring was not seen, answered at once", () => {
  only("N(202) F", {
    direction: "in",
    number: null,
    reason: null,
    outcome: "answered",
    rang: [],
    answeredBy: ["202"],
    times: [1, 1, 2],
  });
});

Deno.test("c on an idle trunk starts a call, its C was lost", () => {
  only("c(202,010) N(202)", {
    direction: "in",
    number: "010",
    state: "talking",
    rang: ["202"],
    times: [1, 2, null],
  });
});

for (const dialled of ["J", "O"]) {
  Deno.test(`${dialled} on an idle trunk starts an outgoing call, its n was lost`, () => {
    only(`${dialled}(202,010)`, {
      direction: "out",
      number: "010",
      state: "dialling",
      extension: "202",
      times: [1, null, null],
    });
  });
}

Deno.test("C with another number on a ringing trunk: the old call was missed", () => {
  const [old, fresh, ...more] = play("C(010) c(202,010) C(011)");
  tell(old, { outcome: "missed", number: "010", times: [1, null, 3] });
  tell(fresh, { state: "ringing", number: "011", rang: [], times: [3, null, null] });
  deepEqual([ringingAt(fresh!), more], [[], []]);
});

Deno.test("c with another number on a ringing trunk: the old call was missed", () => {
  const [old, fresh] = play("C(010) c(202,010) c(203,011)");
  tell(old, { outcome: "missed", rang: ["202"], times: [1, null, 3] });
  tell(fresh, { state: "ringing", number: "011", rang: ["203"], extension: "203" });
});

Deno.test("a withheld caller on a trunk where a known number rings is another caller", () => {
  const [old, fresh] = play("C(010) C(withheld)");
  tell(old, { outcome: "missed", number: "010" });
  tell(fresh, { state: "ringing", number: null, reason: "withheld" });
});

Deno.test("a number on a trunk where a withheld one rings is another caller", () => {
  const [old, fresh] = play("C(withheld) C(010)");
  tell(old, { outcome: "missed", reason: "withheld" });
  tell(fresh, { number: "010", reason: null });
});

Deno.test("a number fills in where none was known", () => {
  only("C() C(010)", { number: "010", times: [1, null, null] });
  only("C(unavailable) c(202,010)", { number: "010", reason: null, rang: ["202"] });
  only("N(202) c(205,010)", { number: "010", state: "talking", rang: ["205"] });
});

Deno.test("C on a connected trunk ends the old call at that moment, even with the same number", () => {
  const [old, fresh] = play("C(010) c(202,010) N(202) C(010)");
  tell(old, { outcome: "answered", times: [1, 3, 4] });
  tell(fresh, { state: "ringing", number: "010", rang: [], times: [4, null, null] });
});

Deno.test("C on a dialling trunk ends the outgoing call at that moment", () => {
  const [old, fresh] = play("n(202) J(202,011) C(010)");
  tell(old, { direction: "out", outcome: "outbound", number: "011", times: [1, null, 3] });
  tell(fresh, { direction: "in", state: "ringing", number: "010" });
});

Deno.test("c with another number on a connected trunk is another call too", () => {
  const [old, fresh] = play("C(010) c(202,010) N(202) c(203,011)");
  tell(old, { outcome: "answered", number: "010" });
  tell(fresh, { state: "ringing", number: "011", rang: ["203"] });
});

Deno.test("c never gives an outgoing call that has not dialled the number of a caller", () => {
  const [old, fresh] = play("n(202) c(205,010)");
  tell(old, { direction: "out", outcome: "outbound", number: null });
  tell(fresh, { direction: "in", number: "010", rang: ["205"] });
});

Deno.test("n, J and O on a trunk where a call rings: the old call was missed", () => {
  for (const dialled of ["n(203)", "J(203,011)", "O(203,011)"]) {
    const [old, fresh] = play(`C(010) c(202,010) ${dialled}`);
    tell(old, { outcome: "missed", times: [1, null, 3] });
    tell(fresh, { direction: "out", state: "dialling", extension: "203" });
  }
});

Deno.test("n on a connected trunk ends the old call as answered", () => {
  const [old, fresh] = play("C(010) c(202,010) N(202) n(202)");
  tell(old, { outcome: "answered", times: [1, 3, 4] });
  tell(fresh, { direction: "out", state: "dialling", number: null });
});

Deno.test("n after the number, or of another extension, is a new seizure of the trunk", () => {
  for (const again of ["n(202)", "n(203)", "J(202,012)", "J(203,011)"]) {
    const [old, fresh] = play(`n(202) J(202,011) ${again}`);
    tell(old, { outcome: "outbound", number: "011", times: [1, null, 3] });
    tell(fresh, { state: "dialling", times: [3, null, null] });
  }
});

Deno.test("N of the extension that dials says nothing new: the far end's answer is not seen", () => {
  only("n(202) J(202,011) N(202) F", {
    direction: "out",
    outcome: "outbound",
    answeredBy: [],
    times: [1, null, 4],
  });
});

Deno.test("N of another extension on an outgoing call hands it on, and it stays outgoing", () => {
  only("n(202) J(202,011) c(205,011) N(205) F", {
    direction: "out",
    number: "011",
    outcome: "outbound",
    rang: ["205"],
    answeredBy: ["205"],
    extension: "205",
    times: [1, null, 5],
  });
});

Deno.test("an event after the end begins a call of its own", () => {
  const [old, fresh] = play("C(010) c(202,010) F c(202,010)");
  tell(old, { outcome: "missed", times: [1, null, 3] });
  tell(fresh, { state: "ringing", times: [4, null, null] });
});

Deno.test("a clock that jumps back stands still for the call", () => {
  const ringing = transition(null, eventOf("C(010)"), 60_000).current;
  const talking = transition(ringing, eventOf("N(202)"), 50_000).current;
  const { ended } = transition(talking, eventOf("F"), 40_000);
  tell(ended ?? undefined, { times: [60, 60, 60] });
});

Deno.test("a repeated event changes nothing but when the call was last heard of", () => {
  const row = "C(010) c(202,010) c(203,010) N(203) c(205,010) N(205)";
  let course: CallCourse | null = null;
  row.split(" ").forEach((frame, index) => {
    const once: CallCourse | null = transition(course, eventOf(frame), index).current;
    const twice = transition(once, eventOf(frame), index + 0.5);
    deepEqual(twice, { ended: null, current: { ...once, heardAt: index + 0.5 }, changed: false });
    course = once;
  });
});

Deno.test("of those who do not have the call any more it is known whether another was quicker or it was handed on", () => {
  const [call] = play("C(010) c(202,010) c(203,010) N(203) c(205,010) N(205)");
  deepEqual(call?.connections.map(({ device, cause }) => [device, cause]), [
    ["202", "answered_elsewhere"],
    ["203", "transferred"],
    ["205", null],
  ]);
});
