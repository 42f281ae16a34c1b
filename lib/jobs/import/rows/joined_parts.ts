import type { PartField } from "../../../domain/customer_import.ts";

/** What columns say of a name or an address in pieces. */
export type Parts = Readonly<Partial<Record<PartField, string>>>;

const EAST_ASIAN = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A name as it is written: `박가람`, `John Paul Smith`; undefined where no part of it is there. */
export function joinedName(parts: Parts): string | undefined {
  const { family_name = "", given_name = "", middle_name = "" } = parts;
  const [familyIs, givenIs] = [EAST_ASIAN.test(family_name), EAST_ASIAN.test(given_name)];
  const name = familyIs || givenIs
    // `Kim 가람` keeps its blank.
    ? [family_name, middle_name, given_name].filter(isThere).join(familyIs && givenIs ? "" : " ")
    : [given_name, middle_name, family_name].filter(isThere).join(" ");
  if (name === "") return undefined;
  return [parts.name_prefix, name, parts.name_suffix].filter(isThere).join(" ");
}

/** An address around what a column says of it as a whole: large before small in Korean, small before large elsewhere. */
export function joinedAddress(parts: Parts, whole: string | undefined): string | undefined {
  const { postal_code, region, city, street } = parts;
  const places = [region, city, whole, street].filter(isThere);
  if (places.length === 0) return isThere(postal_code) ? postal_code : undefined;
  // The code may stand in the address, too.
  const code = isThere(postal_code) && !places.join().includes(postal_code) ? postal_code : "";
  if (EAST_ASIAN.test(places.join())) return [code, ...places].filter(isThere).join(" ");
  const lines = [
    [whole, street].filter(isThere).join(" "),
    city,
    [region, code].filter(isThere).join(" "),
  ];
  return lines.filter(isThere).join(", ");
}

function isThere(text: string | undefined): text is string {
  return text !== undefined && text !== "";
}
