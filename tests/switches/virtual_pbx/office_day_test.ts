import assert from "node:assert/strict";
import {
  officeDay,
  type OfficeDayOptions,
  type Step,
} from "../../../lib/switches/virtual_pbx/office_day.ts";
import { truthOf } from "../../../lib/switches/virtual_pbx/office_truth.ts";
import { DIALECT_416 } from "../../../lib/switches/pbx416/dialect/dialect_416.ts";
import { readMessage, writeFields } from "../../../lib/switches/pbx416/frames/message.ts";

const NUMBERS = Array.from({ length: 200 }, (_, i) => `0105550${1000 + i}`);
const OFFICE: OfficeDayOptions = {
  seed: 11,
  callsPerMinute: 1.2,
  trunks: DIALECT_416.trunks,
  extensions: DIALECT_416.extensions,
  numbers: NUMBERS,
  count: 3000,
};
const STEPS = [...officeDay(OFFICE)];
const CALLS = truthOf(STEPS);

/** The part of the calls for which `test` holds. */
function share(test: (call: (typeof CALLS)[number]) => boolean): number {
  return CALLS.filter(test).length / CALLS.length;
}

function assertBetween(value: number, from: number, to: number): void {
  assert.ok(value >= from && value <= to, `${value} where ${from} to ${to} was expected`);
}

Deno.test("the same seed gives the same day, another one another", () => {
  assert.deepEqual([...officeDay(OFFICE)], STEPS);
  assert.notDeepEqual([...officeDay({ ...OFFICE, seed: 12 })], STEPS);
});

Deno.test("as many calls as were asked for begin and end", () => {
  assert.equal(CALLS.length, 3000);
  assert.equal(STEPS.filter((step) => step.mi === "F").length, 3000);
  assert.deepEqual([...officeDay({ ...OFFICE, count: 0 })], []);
});

Deno.test("steps come in the order of time, to the millisecond", () => {
  STEPS.forEach((step, i) => {
    assert.ok(step.at >= (STEPS[i - 1]?.at ?? 0));
    assert.equal(step.at, Math.round(step.at * 1000) / 1000);
  });
});

Deno.test("a trunk carries one call at a time, also where the office cannot keep up", () => {
  const busy = { ...OFFICE, callsPerMinute: 600, count: 500 };
  for (const calls of [CALLS, truthOf(officeDay(busy))]) {
    for (const trunk of OFFICE.trunks) {
      const own = calls.filter((call) => call.trunk === trunk);
      own.forEach((call, i) => assert.ok(call.startedAt > (own[i - 1]?.endedAt ?? -1)));
    }
  }
});

Deno.test("an extension is on one call at a time", () => {
  const last = new Map<string, Step>();
  const holder = new Map<string, string>();
  for (const step of STEPS) {
    if (step.mi === "F") {
      for (const [extension, trunk] of holder) {
        if (trunk === step.trunk) holder.delete(extension);
      }
    } else if (step.extension !== "") {
      assert.equal(holder.get(step.extension) ?? step.trunk, step.trunk, JSON.stringify(last));
      holder.set(step.extension, step.trunk);
    }
    last.set(step.trunk, step);
  }
});

Deno.test("several trunks are busy at once", () => {
  const overlapping = CALLS.filter((call) =>
    CALLS.some((other) =>
      other.trunk !== call.trunk && other.startedAt < call.endedAt && other.endedAt > call.startedAt
    )
  );
  assert.ok(overlapping.length > 500);
});

Deno.test("the calls are of every kind, in believable parts", () => {
  assertBetween(share((call) => call.outcome === "answered"), 0.6, 0.72);
  assertBetween(share((call) => call.outcome === "missed"), 0.12, 0.22);
  assertBetween(share((call) => call.outcome === "outbound"), 0.12, 0.22);
  assertBetween(share((call) => call.answeredBy.length === 2), 0.05, 0.11);
  assertBetween(
    share((call) => call.rang.length === 2 && call.answeredBy.length === 1),
    0.08,
    0.16,
  );
  assertBetween(share((call) => call.outcome === "missed" && call.rang.length === 0), 0.02, 0.08);
  for (const letter of ["P", "O", "C"]) assert.ok(share((call) => call.number === letter) > 0);
});

Deno.test("most callers are known, and a missed one is sometimes called back", () => {
  assertBetween(share((call) => NUMBERS.includes(call.number)), 0.6, 0.8);
  const missed = new Set<string>();
  let calledBack = 0;
  for (const call of CALLS) {
    if (call.direction === "out" && missed.has(call.number)) calledBack++;
    if (call.outcome === "missed") missed.add(call.number);
  }
  assert.ok(calledBack > 50);
});

Deno.test("it rings two to fifteen seconds, and they talk five seconds to four minutes", () => {
  for (const call of CALLS.filter((call) => call.answeredAt !== null)) {
    assertBetween((call.answeredAt ?? 0) - call.startedAt, 2, 16.001);
    assertBetween(call.endedAt - (call.answeredAt ?? 0), 4.999, 247);
  }
});

Deno.test("ten o'clock and the afternoon are busy, noon is not", () => {
  const hours = Array.from({ length: 9 }, () => 0);
  for (const call of CALLS) {
    const hour = Math.floor(call.startedAt / 3600) % 9;
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  const [nine = 0, ten = 0, , noon = 0, , two = 0, three = 0, , five = 0] = hours;
  assert.ok(ten > nine && ten > 2 * noon && two > 2 * noon && three > five, hours.join(" "));
});

Deno.test("as many calls come as were asked for, over whole days", () => {
  const days = (STEPS.at(-1)?.at ?? 0) / 32_400;
  assertBetween(CALLS.length / (days * 540), 1.05, 1.35);
});

Deno.test("every step is a message that the dialect can say and understands", () => {
  for (const step of STEPS.slice(0, 2000)) {
    const { event, remark } = readMessage(
      DIALECT_416,
      step.mi,
      writeFields(DIALECT_416, step.mi, step),
    );
    assert.equal(remark, null);
    assert.equal(event?.trunk, step.trunk);
    assert.equal(event?.extension ?? "", step.extension);
  }
});

Deno.test("without a count the days do not end, and only what is asked for is made", () => {
  const { count: _, ...endless } = OFFICE;
  let taken = 0;
  for (const step of officeDay(endless)) {
    assert.ok(step.at >= 0);
    if (++taken === 5000) break;
  }
  assert.equal(taken, 5000);
});

Deno.test("an office without known numbers has strangers only", () => {
  const calls = truthOf(officeDay({ ...OFFICE, numbers: [], count: 50 }));
  assert.ok(calls.every((call) => /^([0-9]{8,12}|[POC])$/.test(call.number)));
});

Deno.test("an office without calls, trunks or two extensions is a RangeError", () => {
  const message = /^An office has calls \(0 a minute\), a trunk \(4\) and two extensions \(16\)\.$/;
  assert.throws(() => [...officeDay({ ...OFFICE, callsPerMinute: 0 })], {
    name: "RangeError",
    message,
  });
  assert.throws(() => [...officeDay({ ...OFFICE, callsPerMinute: NaN })], RangeError);
  assert.throws(() => [...officeDay({ ...OFFICE, trunks: [] })], RangeError);
  assert.throws(() => [...officeDay({ ...OFFICE, extensions: ["200"] })], RangeError);
});
