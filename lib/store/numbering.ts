import { isCountry } from "../domain/national_plan.ts";
import { KOREA, type Numbering } from "../domain/numbering.ts";
import type { Store } from "./database.ts";
import { setSetting, settings } from "./settings.ts";

const KEYS = {
  country: "numbering.country",
  areaCode: "numbering.area_code",
  outsideDigit: "numbering.outside_digit",
  abroadPrefix: "numbering.abroad_prefix",
  featurePrefixes: "numbering.feature_prefixes",
} as const;

/**
 * What numbers mean in this office: read anew each time, in one question, since it counts from the next call on whichever
 * thread reads it.
 */
export function numberingOf(store: Store): Numbering {
  const stored = settings(store, Object.values(KEYS));
  const country = stored.get(KEYS.country) ?? KOREA.country;
  return {
    // A database from a program that knew more countries must not stop this one.
    country: isCountry(country) ? country : KOREA.country,
    areaCode: stored.get(KEYS.areaCode) ?? "",
    outsideDigit: stored.get(KEYS.outsideDigit) ?? "",
    abroadPrefix: stored.get(KEYS.abroadPrefix) ?? "",
    featurePrefixes: (stored.get(KEYS.featurePrefixes) ?? "").split(" ").filter((one) =>
      one !== ""
    ),
  };
}

/** Numbers are read so from now on; what is stored follows (reread_numbers.ts). */
export function setNumbering(store: Store, numbering: Numbering): void {
  store.transaction(() => {
    setSetting(store, KEYS.country, numbering.country);
    setSetting(store, KEYS.areaCode, numbering.areaCode);
    setSetting(store, KEYS.outsideDigit, numbering.outsideDigit);
    setSetting(store, KEYS.abroadPrefix, numbering.abroadPrefix);
    setSetting(store, KEYS.featurePrefixes, numbering.featurePrefixes.join(" "));
  });
}
