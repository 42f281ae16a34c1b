import { equal, throws } from "node:assert/strict";
import fc from "fast-check";
import { formatter } from "../../lib/text/format.ts";

const ko = formatter("ko", "Asia/Seoul");
const en = formatter("en", "Asia/Seoul");
const seoul = (text: string) => Date.parse(`${text}+09:00`);
const NOW = seoul("2026-11-21T14:03:11");

Deno.test("a moment of today, yesterday and tomorrow is called so, by the office's calendar", () => {
  equal(ko.short(seoul("2026-11-21T00:00:00"), NOW), "오늘 00:00");
  equal(ko.short(seoul("2026-11-20T23:59:59"), NOW), "어제 23:59");
  equal(ko.short(seoul("2026-11-22T09:30:00"), NOW), "내일 09:30");
  equal(en.short(seoul("2026-11-21T09:12:00"), NOW), "Today 09:12");
});

Deno.test("another day has its date and weekday, another year the year too", () => {
  equal(ko.short(seoul("2026-11-17T09:12:00"), NOW), "11/17 (화) 09:12");
  equal(ko.short(seoul("2025-11-18T09:12:00"), NOW), "2025/11/18 (화) 09:12");
  equal(en.short(seoul("2026-11-17T09:12:00"), NOW), "Tue 17 Nov 09:12");
  equal(en.short(seoul("2025-11-18T09:12:00"), NOW), "Tue 18 Nov 2025 09:12");
});

Deno.test("yesterday is a day of the calendar, at the turn of the year too", () => {
  equal(
    ko.short(seoul("2025-12-31T23:00:00"), seoul("2026-01-01T00:30:00")),
    "어제 23:00",
  );
});

Deno.test("the full time has seconds", () => {
  equal(ko.full(NOW), "2026년 11월 21일 (토) 14:03:11");
  equal(en.full(NOW), "Sat, 21 Nov 2026 14:03:11");
});

Deno.test("durations are in the two largest units", () => {
  equal(ko.duration(0), "0초");
  equal(ko.duration(-5), "0초");
  equal(ko.duration(42_999), "42초");
  equal(ko.duration(192_000), "3분 12초");
  equal(ko.duration(60_000), "1분 00초");
  equal(ko.duration(3_720_000), "1시간 02분");
  equal(en.duration(192_000), "3m 12s");
});

Deno.test("what a form has for a moment is read back as that moment, in any zone", () => {
  const zones = ["Asia/Seoul", "UTC", "America/New_York", "Asia/Kolkata"].map((zone) =>
    formatter("ko", zone)
  );
  const minutes = fc.integer({ min: 0, max: 66_000_000 });
  fc.assert(fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
    const input = zone.toInput(minute * 60_000);
    // An hour that the clocks go through twice stands for two moments; either will do.
    equal(zone.toInput(zone.fromInput(input)!), input);
  }));
  equal(ko.fromInput("2026-11-21T14:30"), seoul("2026-11-21T14:30:00"));
  equal(ko.fromInput(" 2026-11-21 14:30 "), seoul("2026-11-21T14:30:00"));
});

Deno.test("what is no moment is none", () => {
  for (const text of ["", "tomorrow", "2026-02-30T10:00", "2026-13-01T10:00", "2026-11-21T25:00"]) {
    equal(ko.fromInput(text), null, text);
  }
});

Deno.test("a day begins at midnight in the office", () => {
  equal(ko.dayStart(NOW), seoul("2026-11-21T00:00:00"));
  equal(ko.dayStart(seoul("2026-11-21T00:00:00")), seoul("2026-11-21T00:00:00"));
});

Deno.test("a time zone that is none is refused", () => {
  throws(() => formatter("ko", "Asia/Soul"), RangeError);
});
