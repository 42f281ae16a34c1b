import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import {
  answeredByOf,
  type CallCourse,
  isLive,
  rangOf,
  ringingAt,
  stepsOf,
} from "../../lib/domain/call.ts";
import { type Transition, transition } from "./trunk.ts";
import { eventOf } from "./wire.ts";

const number = fc.constantFrom("", "0101111", "0102222", "withheld", "unavailable", "payphone");
const digits = fc.constantFrom("0101111", "0102222");
const extension = fc.constantFrom("200", "202", "205");

/** Any frame of one trunk, in the short form of wire.ts. */
const frame = fc.oneof(
  number.map((n) => `C(${n})`),
  fc.tuple(extension, number).map(([e, n]) => n === "" ? `c(${e})` : `c(${e},${n})`),
  extension.map((e) => `N(${e})`),
  extension.map((e) => `n(${e})`),
  fc.tuple(fc.constantFrom("J", "O"), extension, digits).map(([l, e, d]) => `${l}(${e},${d})`),
  fc.constantFrom("F", "F(202)"),
);
const step = fc.record({ frame, after: fc.integer({ min: -3000, max: 9000 }) });

/** What holds for every call at every moment; the database's CHECKs are among it. */
function isSound(call: CallCourse): void {
  const over = call.state === "ended";
  equal(over, call.endedAt !== null);
  equal(over, call.outcome !== null);
  ok(call.number === null || call.reason === null);
  ok(call.answeredAt === null || call.answeredAt >= call.startedAt);
  ok(call.endedAt === null || call.endedAt >= (call.answeredAt ?? call.startedAt));
  ok(call.heardAt >= call.startedAt);
  const times = call.connections.map(({ rangAt, joinedAt }) => rangAt ?? joinedAt!);
  deepEqual(times, times.toSorted((a, b) => a - b), "connections are in the order of time");
  equal(stepsOf(call.connections).length > 0, call.connections.length > 0);
  const ringing = ringingAt(call);
  equal(new Set(ringing).size, ringing.length, "an extension rings once at a time");
  ok(ringing.every((rings) => rangOf(call).includes(rings)));
  if (over) ok(!call.connections.some(isLive), "nobody takes part in what is over");
  for (const one of call.connections) {
    equal(isLive(one), one.leftAt === null);
    ok((one.rangAt ?? 0) <= (one.joinedAt ?? Infinity));
    ok((one.joinedAt ?? 0) <= (one.leftAt ?? Infinity));
  }
  if (call.state === "talking") ok(call.direction === "in" && call.answeredAt !== null);
  if (call.state === "ringing") ok(call.direction === "in" && call.answeredAt === null);
  if (call.state === "dialling") equal(call.direction, "out");
  if (call.direction === "out") ok(!over || call.outcome === "outbound");
  else equal(call.answeredAt !== null, answeredByOf(call).length > 0);
  if (call.outcome === "missed") deepEqual(answeredByOf(call), []);
}

Deno.test("any sequence of events keeps every call sound and time in order", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let course: CallCourse | null = null;
      let clock = 1_000_000;
      for (const { frame, after } of steps) {
        clock += after;
        const before = course as CallCourse | null;
        const { ended, current }: Transition = transition(course, eventOf(frame), clock);
        for (const call of [ended, current]) if (call !== null) isSound(call);
        if (ended !== null) equal(ended.startedAt, before?.startedAt);
        if (ended !== null && current !== null) ok(current.startedAt >= ended.endedAt!);
        if (before !== null && ended === null) {
          for (const [index, known] of before.connections.entries()) {
            const { device, rangAt, joinedAt, leftAt } = current!.connections[index]!;
            deepEqual(
              [device, rangAt, known.joinedAt && joinedAt, known.leftAt && leftAt],
              [known.device, known.rangAt, known.joinedAt, known.leftAt],
              "what is written down stays",
            );
          }
        }
        ok(current === null || current.state !== "ended");
        course = current;
      }
    }),
    { numRuns: 2000 },
  );
});

Deno.test("any event handled twice changes nothing the second time", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (steps) => {
      let course: CallCourse | null = null;
      let clock = 1_000_000;
      for (const { frame, after } of steps) {
        clock += Math.max(0, after);
        course = transition(course, eventOf(frame), clock).current;
      }
      const again = transition(course, eventOf(steps.at(-1)!.frame), clock + 1500);
      equal(again.changed, false);
      equal(again.ended, null);
      deepEqual(again.current, course && { ...course, heardAt: clock + 1500 });
    }),
    { numRuns: 2000 },
  );
});

/** A well-behaved call of the switch: its frames, and what its own log would say of it. */
const wholeCall = fc.record({
  kind: fc.constantFrom("answered", "group", "abandoned", "noext", "transfer", "outbound"),
  who: digits,
  first: fc.constantFrom("202", "203"),
  second: fc.constantFrom("205", "206"),
  ringsAgain: fc.boolean(),
}).map(({ kind, who, first, second, ringsAgain }) => {
  const [C, c1, c2] = [`C(${who})`, `c(${first},${who})`, `c(${second},${who})`];
  const frames = {
    answered: [C, c1, `N(${first})`, `F(${first})`],
    group: [C, c1, c2, `N(${second})`, `F(${second})`],
    abandoned: [C, c1, `F(${first})`],
    noext: [C, "F"],
    transfer: [C, c1, `N(${first})`, c2, `N(${second})`, `F(${second})`],
    outbound: [`n(${first})`, `J(${first},${who})`, `F(${first})`],
  }[kind]!;
  return kind !== "outbound" && ringsAgain ? [C, ...frames] : frames;
});

/** The switch's own bookkeeping: every frame of a trunk belongs to one call, up to its F. */
function truthOf(frames: readonly string[], at: (index: number) => number) {
  const calls = [];
  let call = null;
  for (const [index, text] of frames.entries()) {
    const letter = text[0]!;
    const [extension = "", who = ""] = letter === "C"
      ? ["", text.slice(2, -1)]
      : text.slice(2, -1).split(",");
    call ??= {
      direction: "nJO".includes(letter) ? "out" : "in",
      number: null as string | null,
      rang: [] as string[],
      answeredBy: [] as string[],
      startedAt: at(index),
      answeredAt: null as number | null,
    };
    if (who !== "") call.number = who;
    if (letter === "c" && !call.rang.includes(extension)) call.rang.push(extension);
    if (letter === "N") {
      call.answeredBy.push(extension);
      call.answeredAt ??= at(index);
    }
    if (letter === "F") {
      const missed = call.direction === "out" ? "outbound" : "missed";
      const outcome = call.answeredAt === null ? missed : "answered";
      calls.push({ ...call, endedAt: at(index), outcome });
      call = null;
    }
  }
  return calls;
}

Deno.test("a trunk's calls are told as the switch's own log tells them, with every frame repeated", () => {
  fc.assert(
    fc.property(fc.array(wholeCall, { maxLength: 12 }), fc.boolean(), (calls, repeats) => {
      const frames = calls.flat();
      const at = (index: number) => 1_000_000 + index * 700;
      const told: unknown[] = [];
      let course: CallCourse | null = null;
      frames.forEach((text, index) => {
        for (let copy = 0; copy < (repeats ? 2 : 1); copy++) {
          const { ended, current }: Transition = transition(
            course,
            eventOf(text),
            at(index) + copy * 300,
          );
          course = current;
          if (ended === null) continue;
          told.push({
            direction: ended.direction,
            number: ended.number,
            rang: rangOf(ended),
            answeredBy: answeredByOf(ended),
            startedAt: ended.startedAt,
            answeredAt: ended.answeredAt,
            endedAt: ended.endedAt,
            outcome: ended.outcome,
          });
        }
      });
      deepEqual(told, truthOf(frames, at));
    }),
    { numRuns: 1000 },
  );
});
