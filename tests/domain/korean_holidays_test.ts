import { deepEqual, ok } from "node:assert/strict";
import { hasLunarCalendar, koreanHolidays } from "../../lib/domain/korean_holidays.ts";

const days = (year: number, holiday: string) =>
  koreanHolidays(year).filter((one) => one.holiday === holiday).map(({ day }) => day.slice(5));

Deno.test("the holidays of the lunar calendar fall where Korea's almanac has them", () => {
  ok(hasLunarCalendar());
  const almanac: [number, string, string, string][] = [
    [2025, "01-29", "05-05", "10-06"],
    [2026, "02-17", "05-24", "09-25"],
    [2027, "02-07", "05-13", "09-15"],
    [2028, "01-27", "05-02", "10-03"],
    [2029, "02-13", "05-20", "09-22"],
    [2030, "02-03", "05-09", "09-12"],
  ];
  for (const [year, seollal, buddha, chuseok] of almanac) {
    deepEqual(days(year, "seollal")[1], seollal, `${year} seollal`);
    deepEqual(days(year, "buddhas_birthday"), [buddha]);
    ok(days(year, "chuseok").includes(chuseok), `${year} chuseok`);
  }
});

Deno.test("for a holiday that is lost another day is given, as the law has it", () => {
  deepEqual(days(2025, "substitute"), ["03-03", "05-06", "10-08"]);
  deepEqual(days(2026, "substitute"), ["03-02", "05-25", "08-17", "10-05"]);
  deepEqual(days(2027, "substitute"), ["02-09", "08-16", "10-04", "10-11", "12-27"]);
  deepEqual(days(2028, "substitute"), ["10-05"]);
});

Deno.test("no day stands twice, and they are in order", () => {
  for (let year = 2024; year < 2040; year++) {
    const all = koreanHolidays(year).map(({ day }) => day);
    deepEqual(all, [...new Set(all)].sort());
  }
});
