import { deepEqual, equal } from "node:assert/strict";
import { checkOfficeHours, isWithin, USUAL_HOURS } from "../../lib/domain/office_hours.ts";

Deno.test("the hours hold from their first minute to before their end, on their days", () => {
  const at = (weekday: number, hour: number, minute: number) =>
    isWithin(USUAL_HOURS, { weekday, hour, minute });
  equal(at(1, 9, 0), true);
  equal(at(1, 8, 59), false);
  equal(at(5, 17, 59), true);
  equal(at(5, 18, 0), false);
  equal(at(6, 12, 0), false);
  equal(at(0, 12, 0), false);
});

Deno.test("hours without a day, with a time that is none or an end before the beginning are none", () => {
  equal(checkOfficeHours({ days: [], from: "09:00", to: "18:00" }), null);
  equal(checkOfficeHours({ days: [1], from: "9", to: "18:00" }), null);
  equal(checkOfficeHours({ days: [1], from: "18:00", to: "09:00" }), null);
  equal(checkOfficeHours({ days: [7], from: "09:00", to: "18:00" }), null);
  deepEqual(checkOfficeHours({ days: [5, 1, 1], from: "09:00", to: "18:00" })?.days, [1, 5]);
});
