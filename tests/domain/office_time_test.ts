import { deepEqual, equal, throws } from "node:assert/strict";
import { addDays, isDay, officeTime } from "../../lib/domain/office_time.ts";

const iso = (at: number) => new Date(at).toISOString();
const HOUR = 3_600_000;

Deno.test("a day of Seoul begins at 15:00 UTC of the day before", () => {
  const seoul = officeTime("Asia/Seoul");
  equal(iso(seoul.startOf("2026-11-21")), "2026-11-20T15:00:00.000Z");
  equal(seoul.dayOf(Date.UTC(2026, 10, 20, 15) - 1), "2026-11-20");
  equal(seoul.dayOf(Date.UTC(2026, 10, 20, 15)), "2026-11-21");
});

Deno.test("the day on which New York's clocks go forward has 23 hours, the one on which they go back 25", () => {
  const newYork = officeTime("America/New_York");
  const hours = (day: string) => {
    const { from, to } = newYork.days(day, day);
    return (to - from) / HOUR;
  };
  deepEqual(["2026-03-07", "2026-03-08", "2026-03-09"].map(hours), [24, 23, 24]);
  deepEqual(["2026-10-31", "2026-11-01", "2026-11-02"].map(hours), [24, 25, 24]);
});

Deno.test("Lord Howe's clocks change by half an hour", () => {
  const lordHowe = officeTime("Australia/Lord_Howe");
  const { from, to } = lordHowe.days("2026-04-05", "2026-04-05");
  equal((to - from) / HOUR, 24.5);
  equal(iso(lordHowe.startOf("2026-04-06")), "2026-04-05T13:30:00.000Z");
});

Deno.test("where clocks skip midnight, the day begins with its first moment", () => {
  const cairo = officeTime("Africa/Cairo");
  const start = cairo.startOf("2026-04-24");
  equal(cairo.dayOf(start), "2026-04-24");
  equal(cairo.dayOf(start - 1), "2026-04-23");
});

Deno.test("days follow each other without gap or overlap in every zone, through a whole year", () => {
  for (const zone of ["Asia/Seoul", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo"]) {
    const time = officeTime(zone);
    let day = "2026-01-01";
    while (day < "2027-01-01") {
      const { from, to } = time.days(day, day);
      equal(time.dayOf(from), day);
      equal(time.dayOf(to - 1), day);
      day = addDays(day, 1);
      equal(time.startOf(day), to);
    }
  }
});

Deno.test("a week begins on Monday, a month on its first, and both end with today", () => {
  const seoul = officeTime("Asia/Seoul");
  // A Sunday, 09:00 in Seoul.
  const now = Date.UTC(2026, 10, 22);
  deepEqual(seoul.range("today", now), seoul.days("2026-11-22", "2026-11-22"));
  deepEqual(seoul.range("yesterday", now), seoul.days("2026-11-21", "2026-11-21"));
  deepEqual(seoul.range("week", now), seoul.days("2026-11-16", "2026-11-22"));
  deepEqual(seoul.range("month", now), seoul.days("2026-11-01", "2026-11-22"));
});

Deno.test("what is no day is said to be none", () => {
  deepEqual(["2026-02-28", "2026-02-29", "2026-2-1", "", "2026-13-01"].map(isDay), [
    true,
    false,
    false,
    false,
    false,
  ]);
  throws(() => officeTime("Asia/Seoul").startOf("tomorrow"), {
    name: "RangeError",
    message: '"tomorrow" is no day; expected 2026-11-21',
  });
});
