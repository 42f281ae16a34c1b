/** Numbers that cost more, reach further or do more than a call to a customer. */
export const SPECIAL_NUMBERS = ["emergency", "international", "premium", "feature_code"] as const;
export type SpecialNumber = (typeof SPECIAL_NUMBERS)[number];

/** Which special number `digits` (`normalNumber`'s form) is; null for an ordinary one. */
export function specialNumber(digits: string): SpecialNumber | null {
  return SPECIAL_NUMBERS.find((kind) => FORMS[kind].test(digits)) ?? null;
}

/**
 * Korean numbers (전기통신번호관리세칙); 112 and 119 are also dialled with an area code before them. What is dialled goes
 * out digit by digit, and the exchange connects as soon as they are whole: `1121` and `119-1234-5678` reach them, too.
 * No other number begins like that.
 */
const FORMS: Readonly<Record<SpecialNumber, RegExp>> = {
  emergency: /^(?:0(?:2|[3-6]\d))?11[29]/,
  international: /^(?:\+|00)/,
  // 060: information services, charged to the caller by the minute.
  premium: /^060/,
  // `#21#` and its like tell the exchange to forward calls, or to pick one up: no click on a number means that.
  feature_code: /[*#]/,
};
