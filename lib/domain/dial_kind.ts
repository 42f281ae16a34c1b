import { KOREA, type Numbering } from "./numbering.ts";
import { planOf } from "./national_plan.ts";

/** Numbers that cost more, reach further or do more than a call to a customer. */
export const SPECIAL_NUMBERS = ["emergency", "international", "premium", "feature_code"] as const;
export type SpecialNumber = (typeof SPECIAL_NUMBERS)[number];

/** Which special number `digits` (`normalNumber`'s form) is; null for an ordinary one. */
export function specialNumber(
  digits: string,
  { country }: Pick<Numbering, "country"> = KOREA,
): SpecialNumber | null {
  const plan = planOf({ country });
  const is: Readonly<Record<SpecialNumber, boolean>> = {
    emergency: (plan.code === "82" ? KOREAN_EMERGENCY : EMERGENCY).test(digits),
    international: /^(?:\+|00)/.test(digits) || plan.abroad.test(digits),
    premium: plan.isPremium(digits),
    // `#21#` and its like tell the exchange to forward calls, or to pick one up: no click on a number means that.
    feature_code: /[*#]/.test(digits),
  };
  return SPECIAL_NUMBERS.find((kind) => is[kind]) ?? null;
}

/**
 * Korean numbers (전기통신번호관리세칙); 112 and 119 are also dialled with an area code before them. What is dialled goes
 * out digit by digit, and the exchange connects as soon as they are whole: `1121` and `119-1234-5678` reach them, too.
 * No other number begins like that.
 */
const KOREAN_EMERGENCY = /^(?:0(?:2|[3-6]\d))?11[29]/;

/** Of other countries libphonenumber knows no short numbers: each of these reaches help in one, and is asked about in all. */
const EMERGENCY = /^(?:000|1(?:1\d|2[0-2]|9\d)|9(?:11|9\d))$/;
