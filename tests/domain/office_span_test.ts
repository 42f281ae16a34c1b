import { equal } from "node:assert/strict";
import { afterOfficeMs, officeMsBetween } from "../../lib/domain/office_span.ts";
import { USUAL_HOURS } from "../../lib/domain/office_hours.ts";
import { wallClock } from "../../lib/domain/wall_clock.ts";

const HOUR_MS = 3_600_000;
const at = (text: string) => Date.parse(`${text}+09:00`);

function calendar(...holidays: string[]) {
  return {
    clock: wallClock("Asia/Seoul"),
    hours: USUAL_HOURS,
    holidays: new Set(holidays),
  };
}

Deno.test("time runs while the office is open: not at night, at the weekend or on a holiday", () => {
  const between = (from: string, to: string, ...holidays: string[]) =>
    officeMsBetween(calendar(...holidays), at(from), at(to)) / HOUR_MS;
  equal(between("2026-11-20T10:00", "2026-11-20T12:30"), 2.5);
  equal(between("2026-11-20T17:00", "2026-11-23T10:00"), 2);
  equal(between("2026-11-20T17:00", "2026-11-23T10:00", "2026-11-23"), 1);
  equal(between("2026-11-21T10:00", "2026-11-22T10:00"), 0);
  equal(between("2026-11-20T10:00", "2026-11-20T09:00"), 0);
});

Deno.test("four hours from Friday evening on are over on Monday, and with a holiday on Tuesday", () => {
  const after = (from: string, hours: number, ...holidays: string[]) =>
    afterOfficeMs(calendar(...holidays), at(from), hours * HOUR_MS);
  equal(after("2026-11-20T17:50", 4), at("2026-11-23T12:50"));
  equal(after("2026-11-20T17:50", 4, "2026-11-23"), at("2026-11-24T12:50"));
  equal(after("2026-11-20T03:00", 0.5), at("2026-11-20T09:30"));
  equal(after("2026-11-20T10:00", 0), at("2026-11-20T10:00"));
});

Deno.test("an hour that clocks repeat or skip is as long as it is", () => {
  const clock = wallClock("Europe/Berlin");
  const hours = { days: [0, 6], from: "00:00", to: "12:00" };
  const berlin = { clock, hours, holidays: new Set<string>() };
  const sunday = (day: string) => clock.momentOf(Date.parse(`${day}T00:00Z`));
  const length = (day: string) =>
    officeMsBetween(berlin, sunday(day), sunday(day) + 20 * HOUR_MS) / HOUR_MS;
  equal(length("2026-03-29"), 11);
  equal(length("2026-10-25"), 13);
});

Deno.test("where the office never opens, time runs by the clock", () => {
  const closed = { ...calendar(), hours: { ...USUAL_HOURS, days: [] } };
  equal(afterOfficeMs(closed, at("2026-11-20T10:00"), HOUR_MS), at("2026-11-20T11:00"));
});
