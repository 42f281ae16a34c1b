import { deepEqual, equal } from "node:assert/strict";
import { clockHours, clockStretches, hourOf, weekdayOf } from "../../lib/domain/clock_hours.ts";

const HOUR_MS = 3_600_000;

Deno.test("a day in Seoul has 24 hours, the first at midnight of the office", () => {
  const hours = clockHours("Asia/Seoul", "2026-11-21", "2026-11-21");
  equal(hours.count, 24);
  equal(hours.starts[0], Date.parse("2026-11-20T15:00:00Z"));
  equal(hours.starts[24], Date.parse("2026-11-21T15:00:00Z"));
  deepEqual([...hours.hour], Array.from({ length: 24 }, (_, hour) => hour));
});

Deno.test("the day on which clocks go forward lacks an hour, the day on which they go back has a long one", () => {
  const spring = clockHours("America/New_York", "2026-03-08", "2026-03-08");
  equal(spring.count, 23);
  equal([...spring.hour].includes(2), false);
  const autumn = clockHours("America/New_York", "2026-11-01", "2026-11-01");
  equal(autumn.count, 24);
  equal(autumn.starts[2]! - autumn.starts[1]!, 2 * HOUR_MS);
  equal(autumn.starts[24]! - autumn.starts[0]!, 25 * HOUR_MS);
});

Deno.test("clocks that change by half an hour, and midnights that do not exist, have their hours too", () => {
  const lordHowe = clockHours("Australia/Lord_Howe", "2026-10-04", "2026-10-04");
  equal(lordHowe.starts[lordHowe.count]! - lordHowe.starts[0]!, 23.5 * HOUR_MS);
  const santiago = clockHours("America/Santiago", "2026-09-06", "2026-09-06");
  equal(santiago.hour[0], 1);
  equal(santiago.count, 23);
});

Deno.test("every moment belongs to the hour that the office's clock shows, whatever came before it", () => {
  for (const zone of ["America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Cairo"]) {
    const hours = clockHours(zone, "2026-09-20", "2026-11-10");
    const clock = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hour: "2-digit",
      hourCycle: "h23",
    });
    const [first, end] = [hours.starts[0]!, hours.starts[hours.count]!];
    for (let at = first, near = 0; at < end; at += 17 * 60_000) {
      near = hourOf(hours, at, near);
      equal(hours.hour[near], Number(clock.format(at)), `${zone} ${new Date(at).toISOString()}`);
      equal(hourOf(hours, at, hours.count - 1), near);
    }
    equal(hourOf(hours, first - 1), -1);
    equal(hourOf(hours, end), -1);
  }
});

Deno.test("the week begins on Monday", () => {
  equal(weekdayOf("2026-11-16"), 0);
  equal(weekdayOf("2026-11-22"), 6);
});

Deno.test("the times of a clock are the moments at which it shows them, and no others", () => {
  const cases = [
    [{ timeZone: "America/New_York", hour: 1, weekday: null }, "2026-11-01"],
    [{ timeZone: "America/New_York", hour: null, weekday: 6 }, "2026-11-01"],
    [{ timeZone: "Australia/Lord_Howe", hour: 2, weekday: 6 }, "2026-10-04"],
    [{ timeZone: "Asia/Seoul", hour: 23, weekday: null }, "2026-11-21"],
  ] as const;
  for (const [times, day] of cases) {
    const { timeZone, hour, weekday } = times;
    const middle = Date.parse(`${day}T05:20:00Z`);
    const range = { from: middle - 80 * HOUR_MS, to: middle + 75 * HOUR_MS };
    const clock = new Intl.DateTimeFormat("sv-SE", {
      timeZone,
      dateStyle: "short",
      timeStyle: "short",
    });
    const shown = (at: number) => {
      const text = clock.format(at);
      return (hour === null || Number(text.slice(11, 13)) === hour) &&
        (weekday === null || weekdayOf(text.slice(0, 10)) === weekday);
    };
    const stretches = clockStretches(times, range);
    for (let at = range.from - 3 * HOUR_MS; at < range.to + 3 * HOUR_MS; at += 10 * 60_000) {
      const inside = stretches.filter(({ from, to }) => at >= from && at < to).length;
      const expected = at >= range.from && at < range.to && shown(at) ? 1 : 0;
      equal(inside, expected, `${timeZone} ${clock.format(at)}`);
    }
  }
});
