import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  Metadata,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";
import {
  isKoreanLocal,
  KOREAN_ABROAD,
  koreanCuts,
  koreanFromAbroad,
  koreanNumber,
  writtenInKorea,
} from "./korean_plan.ts";
import type { Numbering } from "./numbering.ts";

/** The numbers of one country, as people there dial them. */
export interface NationalPlan {
  /** Without the plus: `82`. */
  readonly code: string;
  /** The normal form of digits that are a whole number here; null where they are none. */
  number(digits: string): string | null;
  /** Whether the digits may be a number of an area without its code. */
  isLocal(digits: string): boolean;
  /** Where signs may stand in the digits of a whole number; null where anywhere. */
  cuts(digits: string): readonly number[] | null;
  /** What stands behind the country's code, as it is dialled within. */
  fromAbroad(digits: string): string;
  /** The normal form as people write it here; null where it is not known how. */
  written(normal: string): string | null;
  /** Whether the normal form is one that costs its caller more. */
  isPremium(normal: string): boolean;
  /** What is dialled before a country's code; matches its end only where such a code may follow. */
  readonly abroad: RegExp;
  /** What of that this office dials. */
  readonly dialsAbroad: string;
}

const KOREAN: NationalPlan = {
  code: "82",
  number: koreanNumber,
  isLocal: isKoreanLocal,
  cuts: koreanCuts,
  fromAbroad: koreanFromAbroad,
  written: writtenInKorea,
  // Information services, charged to the caller by the minute.
  isPremium: (normal) => normal.startsWith("060"),
  abroad: KOREAN_ABROAD,
  dialsAbroad: "001",
};

/** The countries that an office may be in, by their codes. */
export const COUNTRIES: readonly string[] = getCountries();

export function isCountry(text: string): text is CountryCode {
  return (COUNTRIES as readonly string[]).includes(text);
}

/** The plan of the country in which the office is. */
export function planOf({ country }: Pick<Numbering, "country">): NationalPlan {
  if (country === "KR" || !isCountry(country)) return KOREAN;
  const known = plans.get(country);
  if (known !== undefined) return known;
  const plan = foreignPlan(country);
  plans.set(country, plan);
  return plan;
}

const plans = new Map<CountryCode, NationalPlan>();

/** A plan by the data of libphonenumber: a number is whole where that finds it valid. */
function foreignPlan(country: CountryCode): NationalPlan {
  const code: string = getCountryCallingCode(country);
  const number = (digits: string) => {
    const read = /^\d{4,17}$/.test(digits)
      ? parsePhoneNumberFromString(digits, country)
      : undefined;
    if (read === undefined || !read.isValid() || read.countryCallingCode !== code) return null;
    return read.formatNational().replace(/\D/g, "");
  };
  return {
    code,
    number,
    isLocal: (digits) => /^[1-9]\d{4,8}$/.test(digits) && number(digits) === null,
    cuts: () => null,
    fromAbroad(digits) {
      return parsePhoneNumberFromString(`+${code}${digits}`)?.formatNational().replace(/\D/g, "") ??
        digits;
    },
    written(normal) {
      const read = parsePhoneNumberFromString(normal, country);
      return read?.isValid() === true ? read.formatNational() : null;
    },
    isPremium(normal) {
      return parsePhoneNumberFromString(normal, country)?.getType() === "PREMIUM_RATE";
    },
    ...abroadOf(country),
  };
}

/** Countries that leave several to choose from, where libphonenumber names none. */
const CHOSEN: Partial<Record<CountryCode, string>> = { TW: "002", SG: "001", TH: "001" };

function abroadOf(country: CountryCode): Pick<NationalPlan, "abroad" | "dialsAbroad"> {
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  const plan = metadata.numberingPlan;
  const form = plan?.IDDPrefix() ?? "00";
  const preferred: unknown = plan?.defaultIDDPrefix();
  const usual = typeof preferred === "string" && preferred !== "" ? preferred : form;
  const dialled = usual.replaceAll("~", "");
  return {
    abroad: new RegExp(`^(?:${form})(?=[1-9])`),
    dialsAbroad: CHOSEN[country] ?? (/^\d+$/.test(dialled) ? dialled : "00"),
  };
}
