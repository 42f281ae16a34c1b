/**
 * The Korean numbering plan (전기통신번호관리세칙): areas, mobiles (01x), 070, services with a prefix of four digits (050x,
 * 030x), 060 and 080, nation-wide numbers (15xx, 16xx, 18xx), short ones (114, 1330), also those of an area (02-120).
 */
const FORMS: readonly (readonly [form: RegExp, prefix: number])[] = [
  [/^010[1-9]\d{7}$/, 3],
  [/^02[1-9]\d{6,7}$/, 2],
  [/^0(?:3[1-3]|4[1-4]|5[1-5]|6[1-4])[1-9]\d{6,7}$/, 3],
  [/^1[4-8]\d{6}$/, 4],
  [/^070[1-9]\d{7}$/, 3],
  [/^01[16-9][1-9]\d{6,7}$/, 3],
  [/^0(?:50[2-8]|30[2-5])\d{7,8}$/, 4],
  [/^0[68]0[1-9]\d{6,7}$/, 3],
  [/^1(?:\d{2}|3\d{2})$/, 0],
  [/^02(?:1[0-3]\d|13\d{2})$/, 2],
  [/^0(?:3[1-3]|4[1-4]|5[1-5]|6[1-4])(?:1[0-3]\d|13\d{2})$/, 3],
];

/** One look for what is most often asked. */
const ANY = new RegExp(FORMS.map(([form]) => form.source).join("|"));

/** A nation-wide number (1588-1234) behind an area code: no local number begins with 1. */
const NATION_WIDE = /^0(?:2|[3-6][1-5])(1[568]\d{6})$/;

/** A number without its area code. */
const LOCAL = /^[2-9]\d{6,7}$/;

/** Whether the digits, as they are, are the normal form of a Korean number with all that belongs to it. */
export function isKorean(digits: string): boolean {
  return ANY.test(digits) && !NATION_WIDE.test(digits);
}

/** The normal form of digits that are a whole Korean number; null where they are none. */
export function koreanNumber(digits: string): string | null {
  if (!ANY.test(digits)) return null;
  return NATION_WIDE.exec(digits)?.[1] ?? digits;
}

/** Whether the digits are a number of an area, without its code. */
export function isKoreanLocal(digits: string): boolean {
  return LOCAL.test(digits);
}

/** What stands behind 82, as it is dialled within the country: many write the zero of the area code there, too. */
export function koreanFromAbroad(digits: string): string {
  const wholeAlready = digits.startsWith("0") || /^1(?:[4-8]\d{6}|\d{2}|3\d{2})$/.test(digits);
  return wholeAlready ? digits : `0${digits}`;
}

/** Where people put a sign into the digits of a whole number: behind the prefix and before the last four. */
export function koreanCuts(digits: string): readonly number[] {
  const prefix = FORMS.find(([form]) => form.test(digits))?.[1] ?? 0;
  const cuts = digits.length - prefix >= 7 || prefix === 4 ? [prefix, digits.length - 4] : [prefix];
  // 0504-123-4567 and 050-4123-4567 are both usual.
  return digits.startsWith("050") ? [3, ...cuts] : cuts;
}

/** `010-1234-5678`, `1588-1234`, `114`; null where no plan says how such digits are written. */
export function writtenInKorea(digits: string): string | null {
  if (!ANY.test(digits)) return null;
  const cuts = koreanCuts(digits).filter((cut) => cut !== 3 || !digits.startsWith("050"));
  return [0, ...cuts].map((cut, index) => digits.slice(cut, cuts[index] ?? digits.length))
    .filter((group) => group !== "").join("-");
}

/** The Korean carriers' access codes for calls abroad, as libphonenumber lists them. */
export const KOREAN_ABROAD = /^00(?:[125689]|3(?:[46]5|91)|7(?:00|27|3|55|6[126]))(?=[1-9])/;
