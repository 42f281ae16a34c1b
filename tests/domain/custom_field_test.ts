import { deepEqual, equal } from "node:assert/strict";
import { checkFieldValue, type FieldKind, normalDay } from "../../lib/domain/custom_field.ts";

function value(kind: FieldKind, typed: string, required = false): string {
  const checked = checkFieldValue({ kind, choices: ["월말", "선불"], required }, typed);
  return checked.ok ? checked.value : `! ${checked.problem}`;
}

Deno.test("what is typed into a field becomes one form, or says what is wrong", () => {
  const cases: readonly [FieldKind, string, string][] = [
    ["text", "  박지훈 ", "박지훈"],
    ["text", "a\0b", "! control"],
    ["text", "가".repeat(501), "! too_long"],
    ["text", "😀".repeat(500), "😀".repeat(500)],
    ["number", "1,234.50", "1234.50"],
    ["number", "-007", "-7"],
    ["number", "1e9", "! number"],
    ["number", "12,34", "! number"],
    ["date", "2026.1.5", "2026-01-05"],
    ["date", "20260105", "2026-01-05"],
    ["date", "2026-02-30", "! date"],
    ["choice", "월말", "월말"],
    ["choice", "없음", "! choice"],
    ["yes_no", "yes", "yes"],
    ["yes_no", "maybe", "! yes_no"],
  ];
  for (const [kind, typed, expected] of cases) equal(value(kind, typed), expected, typed);
});

Deno.test("nothing is a value unless the field is required", () => {
  equal(value("number", " "), "");
  equal(value("number", " ", true), "! required");
});

Deno.test("what can no longer be chosen may stay where it is", () => {
  const field = { kind: "choice", choices: ["선불"], required: false } as const;
  deepEqual(checkFieldValue(field, "월말", "월말"), { ok: true, value: "월말" });
});

Deno.test("a day is a day of the calendar", () => {
  equal(normalDay("2024-02-29"), "2024-02-29");
  equal(normalDay("2026. 11. 21."), "2026-11-21");
  for (const none of ["2023-02-29", "2026-13-01", "2026-1/5", "0000-01-01", "11-21", "2026105"]) {
    equal(normalDay(none), null, none);
  }
});
