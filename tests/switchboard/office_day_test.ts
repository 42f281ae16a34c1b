import { deepEqual, equal, ok } from "node:assert/strict";
import { catchUp } from "../../lib/store/call_log/catch_up.ts";
import type { CallFilter } from "../../lib/store/call_log/filter.ts";
import { EVERY_CALL } from "../support/every_call.ts";
import { logPage } from "../../lib/store/call_log/log_page.ts";
import type { OfficeCall } from "../../lib/switches/virtual_pbx/office_truth.ts";
import { normalNumber } from "../../lib/domain/phone_number.ts";
import { reportOf } from "../../lib/switches/pbx416/report.ts";
import { CallTracker } from "../../lib/switchboard/tracker.ts";
import { ensureLine } from "../../lib/store/lines.ts";
import { passingStore } from "../support/passing_store.ts";
import { eventOf } from "./wire.ts";
import { playDay } from "../support/played_day.ts";
import { missedCount, waitingMissed } from "../support/missed_callers.ts";

/** 2026-11-21, 09:00 in Seoul. */
const START = Date.UTC(2026, 10, 21);

const CALLERS = Array.from(
  { length: 40 },
  (_, i) => `0102000${String(i * 173 % 10_000).padStart(4, "0")}`,
);

const DAY = {
  seed: 41,
  callsPerMinute: 2,
  trunks: ["1", "2", "3", "4"],
  extensions: ["200", "202", "203", "204", "205"],
  numbers: CALLERS,
  count: 900,
} as const;

const digitsOf = ({ number }: OfficeCall) =>
  /^\d/.test(number) ? normalNumber(number) ?? number : null;

Deno.test("the log counts a generated day as it really was, by every filter that the truth knows", () => {
  const store = passingStore();
  const truth = playDay(store, DAY, START);
  catchUp(store, Infinity);
  const count = (filter: Partial<CallFilter>) =>
    logPage(store, {
      filter: { ...EVERY_CALL, ...filter },
      order: { sort: "at", up: false },
      place: { kind: "page", page: 1 },
      limit: 1,
    }).count;
  const really = (test: (call: OfficeCall) => boolean) => truth.filter(test).length;
  equal(count({}), truth.length);
  for (const outcome of ["answered", "missed", "outbound"] as const) {
    equal(count({ outcome }), really((call) => call.outcome === outcome), outcome);
  }
  for (const direction of ["in", "out"] as const) {
    equal(count({ direction }), really((call) => call.direction === direction), direction);
  }
  for (const trunk of DAY.trunks) {
    equal(count({ trunk: `1.${trunk}` }), really((call) => call.trunk === trunk), trunk);
  }
  equal(count({ caller: "hidden" }), really((call) => digitsOf(call) === null));
  for (let hour = 0; hour < 9; hour++) {
    const [from, to] = [START + hour * 3_600_000, START + (hour + 1) * 3_600_000];
    const began = (call: OfficeCall) => START + Math.round(call.startedAt * 1000);
    const inHour = really((call) => began(call) >= from && began(call) < to);
    equal(count({ from, to }), inHour, `hour ${hour}`);
  }
});

Deno.test("after a generated day exactly those wait who were missed and not reached since", () => {
  const store = passingStore();
  const truth = playDay(store, DAY, START);
  const open = new Map<string, number>();
  const missed = truth.filter((call) => call.outcome === "missed");
  for (const call of missed) {
    const number = digitsOf(call);
    const reached = number !== null &&
      truth.some((other) =>
        digitsOf(other) === number && other.outcome !== "missed" &&
        (other.answeredAt ?? other.startedAt) >= call.startedAt
      );
    if (!reached) open.set(number ?? "", (open.get(number ?? "") ?? 0) + 1);
  }
  ok(
    open.size > 5 && missed.length > open.size,
    "the day has missed callers, some of them reached",
  );
  const rows = waitingMissed(store, 10_000).map(({ normal, tries }) =>
    [normal ?? "", tries] as const
  );
  equal(missedCount(store), rows.length);
  const byNumber = (a: readonly [string, number], b: readonly [string, number]) =>
    a[0].localeCompare(b[0]);
  deepEqual([...rows].sort(byNumber), [...open].sort(byNumber));
});

Deno.test("a clock that jumps back in the middle of a call makes no time negative", () => {
  const store = passingStore();
  const tracker = new CallTracker(store, ensureLine(store, "test", "416").id, {
    ringLapseMs: 60_000,
    talkLapseMs: 14_400_000,
  });
  const hear = (frame: string, at: number) =>
    tracker.handle(reportOf({ at, bytes: new Uint8Array(), event: eventOf(frame), remark: null }))
      .at(-1)!;
  hear("C(01011112222)", START);
  hear("N(202)", START - 3_600_000);
  const answered = hear("F(202)", START - 3_500_000);
  deepEqual([answered.answeredAt, answered.endedAt], [START, START]);
  hear("C(01033334444)", START - 3_400_000);
  const missed = hear("F", START - 3_390_000);
  const longest = logPage(store, {
    filter: EVERY_CALL,
    order: { sort: "ring", up: false },
    place: { kind: "page", page: 1 },
    limit: 10,
  });
  deepEqual(longest.ids, [missed.id, answered.id]);
  equal(missedCount(store), 1);
});
