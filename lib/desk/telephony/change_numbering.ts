import { z } from "zod";
import { isCountry, planOf } from "../../domain/national_plan.ts";
import { isKorean } from "../../domain/korean_plan.ts";
import { setNumbering } from "../../store/numbering.ts";
import { type Desk, requireMay } from "../desk.ts";
import { check, wrong } from "../field_rules.ts";
import type { Outcome } from "../problem.ts";

/** What numbers mean in the office, as it was written. */
export interface TypedNumbering {
  readonly country: string;
  readonly areaCode: string;
  readonly outsideDigit: string;
  readonly abroadPrefix: string;
  /** With blanks or commas between them. */
  readonly featurePrefixes: string;
}

const MOST_PREFIXES = 8;

function shape(country: string) {
  return z.object({
    country: z.string().superRefine((text, ctx) => {
      if (!isCountry(text)) ctx.addIssue(wrong("numbering.country_wrong"));
    }),
    areaCode: digits(/^\d{0,5}$/, "numbering.area_code_wrong").superRefine((areaCode, ctx) => {
      if (areaCode === "" || isAreaCode(country, areaCode)) return;
      ctx.addIssue(wrong("numbering.area_code_wrong"));
    }),
    outsideDigit: digits(/^[0-9*#]{0,2}$/, "numbering.outside_digit_wrong"),
    abroadPrefix: digits(/^\d{0,6}$/, "numbering.abroad_prefix_wrong"),
    featurePrefixes: z.string().transform((text, ctx) => {
      const prefixes = [...new Set(text.split(/[\s,;/]+/).filter((one) => one !== ""))];
      // Digits alone begin a number.
      const isWrong = (one: string) => !/^(?=.*[*#])[0-9*#]{2,8}$/.test(one);
      if (prefixes.length > MOST_PREFIXES || prefixes.some(isWrong)) {
        ctx.addIssue(wrong("numbering.feature_prefixes_wrong", { max: MOST_PREFIXES }));
      }
      return prefixes;
    }),
  });
}

/** Says it: from the next number on, everywhere. Problems stand by the names of `typed`'s fields. */
export function changeNumbering(desk: Desk, typed: TypedNumbering): Outcome<null> {
  requireMay(desk, "dialling.manage");
  const checked = check(shape(typed.country), typed);
  if (!checked.ok) return checked;
  setNumbering(desk.store, checked.value);
  return { ok: true, value: null };
}

function digits(form: RegExp, code: Parameters<typeof wrong>[0]) {
  return z.string().transform((text) => text.replace(/[\s()-]/g, "")).superRefine((text, ctx) => {
    if (!form.test(text)) ctx.addIssue(wrong(code));
  });
}

/** Whether there are numbers behind such a code. */
function isAreaCode(country: string, areaCode: string): boolean {
  if (country === "KR") return isKorean(`${areaCode}2345678`) && /^0[2-6]\d?$/.test(areaCode);
  const plan = planOf({ country });
  const locals = [
    "234567",
    "2345678",
    "23456789",
    "345678",
    "3456789",
    "34567890",
    "5552671",
    "79460958",
  ];
  return locals.some((local) => plan.number(areaCode + local) !== null);
}
