import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/**
 * The form in which numbers are compared: exactly, never by their last digits.
 *
 * Korean numbers are their national digits (`01012345678`, `15881234`, `112`), foreign ones E.164
 * (`+14155552671`), and anything else of `0-9 * #`, such as an extension, stays what it is. Signs between the
 * digits, full-width digits, `+82`, `0082`, carriers' access codes (`001`, `00700`) and an extension behind
 * the number make no difference. Null where the text is no telephone number: other letters, no digit, or more
 * than 20 of them.
 */
export function normalNumber(text: string): string | null {
  return isPlain(text) ? text : splitNumber(text)?.normal ?? null;
}

/**
 * A number the way Koreans write it: `010-1234-5678`, `02-123-4567`, `1588-1234`, `+1 415 555 2671`. An
 * extension behind it stays as it was typed. What follows no plan that is known comes back as it is.
 */
export function formatNumber(text: string): string {
  const parts = splitNumber(text);
  if (parts === null) return text;
  const number = grouped(parts.normal);
  return number === null ? text : number + parts.suffix;
}

/** Whether the switch can be asked to dial `normalNumber(text)`: three characters (`112`) or more. */
export function isDialable(text: string): boolean {
  const normal = normalNumber(text);
  return normal !== null && normal.length >= 3;
}

/** E.164 (15) behind the longest access code; what is longer is no number but two, or an accident. */
const MOST_DIGITS = 20;
/** With all the signs and an extension around it. */
const MOST_CHARACTERS = 100;

/**
 * The Korean numbering plan (전기통신번호관리세칙): areas, mobiles (01x), 070, services with a prefix of four
 * digits (050x, 030x), 060 and 080, nation-wide numbers (15xx, 16xx, 18xx, 14xx), short ones (112, 1330).
 */
const KOREAN = new RegExp(
  [
    /^02[1-9]\d{6,7}$/,
    /^0(?:3[1-3]|4[1-4]|5[1-5]|6[1-4])[1-9]\d{6,7}$/,
    /^01[0-9]\d{7,8}$/,
    /^070\d{8}$/,
    /^0(?:50|30)\d{8,9}$/,
    /^0[68]0\d{7,8}$/,
    /^1[4568]\d{6}$/,
    /^1\d{2,3}$/,
  ].map((form) => form.source).join("|"),
);

/** The Korean carriers' access codes for calls abroad, as libphonenumber lists them. */
const ABROAD = /^00(?:[125689]|3(?:[46]5|91)|7(?:00|27|3|55|6[126]))(?=[1-9])/;

// Spaces, brackets, dots, slashes, hyphens of every length, and the Korean and Japanese letters that look like
// one; and the invisible marks that come along with a copied number.
const SEPARATOR =
  /[\s\-.·/()[\]~\u2010-\u2015\u2212\u1173\u30FC\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/g;

/** `내선 12`, `(내선:12)`, `ext. 12`, `;ext=12`, `x12`, `#12` at the end. */
const EXTENSION =
  /[\s;,([]*(?:내선(?:번호)?|교환|구내|ext(?:ension)?|x|#)[\s.:=]*\d{1,6}[\s)\]]*$/i;
/** `02-1234-5678~9`: several lines in a row, called by the first one. */
const RANGE = /\s*[~\u301C/,]\s*\d{1,2}$/;

interface Parts {
  readonly normal: string;
  /** What stood behind the number, with the space before it. */
  readonly suffix: string;
}

function splitNumber(text: string): Parts | null {
  if (text.length > MOST_CHARACTERS) return null;
  const clean = text.normalize("NFKC").trim().replace(/^tel:\s*/i, "");
  const suffix = RANGE.exec(clean) ?? EXTENSION.exec(clean);
  if (suffix !== null) {
    const normal = normalForm(clean.slice(0, suffix.index));
    const named = /[a-z가-힣]/i.test(suffix[0]);
    // A slash or a # may as well belong to the number, unless the number is whole without it.
    if (normal !== null && (named || normal.startsWith("+") || KOREAN.test(normal))) {
      const written = suffix[0].trim();
      return { normal, suffix: /^[~\u301C/,]/.test(written) ? written : ` ${written}` };
    }
  }
  const whole = normalForm(clean);
  if (whole === null) return null;
  // Signs behind the # hid an extension.
  if (whole.includes("#") && whole.length < text.length) return splitNumber(whole);
  return { normal: whole, suffix: "" };
}

/** Digits alone that say neither a country nor an access code: what the wire gives, nearly always. */
function isPlain(text: string): boolean {
  return text.length <= MOST_DIGITS && /^(?!00|82)[0-9]+$/.test(text);
}

function normalForm(text: string): string | null {
  const compact = text.replace(/^(\(?(?:\+|00).*)\(0\)/, "$1").replace(SEPARATOR, "");
  if (compact.length > MOST_DIGITS || !/\d/.test(compact)) return null;
  if (compact.startsWith("+")) return fromInternational(compact.slice(1));
  if (!/^[0-9*#]+$/.test(compact)) return null;
  if (compact.startsWith("00")) return fromAccessCode(compact);
  if (compact.startsWith("82") && compact.length >= 10) {
    const national = nationalOf(compact.slice(2));
    if (KOREAN.test(national)) return national;
  }
  return compact;
}

/** `digits`: what stands behind the plus. */
function fromInternational(digits: string): string | null {
  if (!/^[0-9]+$/.test(digits)) return null;
  // No country's code begins with 0: somebody put a plus before a number of here.
  if (digits.startsWith("0")) return normalForm(digits);
  if (digits.startsWith("82")) return nationalOf(digits.slice(2));
  return parsePhoneNumberFromString(`+${digits}`)?.number ?? `+${digits}`;
}

/**
 * `0082...`, `001...` or `0044...`. Where a number can be read with a Korean carrier's code and with the 00
 * of other countries, the reading that is a real number counts, the Korean one first.
 */
function fromAccessCode(digits: string): string {
  if (!/^00[0-9]{7,}$/.test(digits)) return digits;
  if (digits.startsWith("0082")) {
    const national = nationalOf(digits.slice(4));
    if (KOREAN.test(national)) return national;
  }
  const readings = [digits.replace(ABROAD, ""), digits.slice(2)]
    .filter((reading) => !reading.startsWith("0"));
  for (const reading of readings) {
    if (reading.startsWith("82")) return nationalOf(reading.slice(2));
    const number = parsePhoneNumberFromString(`+${reading}`);
    if (number?.isValid()) return number.number;
  }
  return readings[0] === undefined ? digits : `+${readings[0]}`;
}

/** `digits`: what stands behind 82. Many write the zero of the area code there too. */
function nationalOf(digits: string): string {
  const wholeAlready = digits.startsWith("0") || /^1(?:[4568]\d{6}|\d{2,3})$/.test(digits);
  return wholeAlready ? digits : `0${digits}`;
}

/** Null where it is not known how such a number is written. */
function grouped(normal: string): string | null {
  if (normal.startsWith("+")) {
    return parsePhoneNumberFromString(normal)?.formatInternational() ?? normal;
  }
  if (!KOREAN.test(normal)) return null;
  if (normal.length < 8) return normal;
  const prefix = normal.startsWith("02") ? 2 : /^(?:0[35]0|1[4568]\d{6}$)/.test(normal) ? 4 : 3;
  return [normal.slice(0, prefix), normal.slice(prefix, -4), normal.slice(-4)]
    .filter((group) => group !== "").join("-");
}
