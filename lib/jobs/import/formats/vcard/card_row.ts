import {
  isSomebodyElses,
  memoLine,
  plainLabel,
  VCARD_HEADINGS,
  type VcardColumn,
} from "../../../../text/vcard_words.ts";
import { partsOf, type Property, textOf } from "./property.ts";

/** The columns of address cards, in order. */
export const CARD_COLUMNS = Object.keys(VCARD_HEADINGS) as VcardColumn[];

/** The cells of a card; null where it is no person's and no company's. */
export function cardCells(properties: readonly Property[]): string[] | null {
  if (properties.some(isGroup)) return null;
  const labels = new Map(
    properties.filter(({ name }) => name === "X-ABLABEL").map((
      one,
    ) => [one.group, textOf(one.value)]),
  );
  const values = new Map<VcardColumn, Set<string>>();
  const put = (column: VcardColumn, text: string) => {
    if (text === "") return;
    const all = values.get(column);
    if (all === undefined) values.set(column, new Set([text]));
    else all.add(text);
  };
  /** The first has its column; the others stand in the memo. */
  const first = (column: VcardColumn, text: string) => {
    if (text === "" || values.get(column)?.has(text) === true) return;
    if (values.has(column)) put("memo", memoLine(VCARD_HEADINGS[column], text));
    else put(column, text);
  };
  put("name", nameOf(properties));
  for (const property of properties) {
    const { name, value, group } = property;
    const text = textOf(value);
    switch (name) {
      case "TEL": {
        const label = plainLabel(property.label || labels.get(group) || "");
        const number = text.replace(/^tel:/i, "");
        if (label !== "") put("memo", memoLine(label, number));
        if (!isSomebodyElses(label) && !property.types.has("ASSISTANT")) {
          put(kindOf(property), number);
        }
        break;
      }
      case "EMAIL":
        first("email", text.replace(/^mailto:/i, ""));
        break;
      case "ORG": {
        const [company = "", ...parts] = partsOf(value);
        first("company", company);
        first("department", parts.filter((part) => part !== "").join(" "));
        break;
      }
      case "TITLE":
      case "ROLE":
        first("title", text);
        break;
      case "ADR":
        first("address", addressOf(partsOf(value)));
        break;
      case "BDAY":
        birthday(text, first, put);
        break;
      case "NOTE":
        put("memo", text);
    }
  }
  return CARD_COLUMNS.map((column) => [...values.get(column) ?? []].join("\n"));
}

/** A list of other cards. */
function isGroup({ name, value }: Property): boolean {
  return /^(?:X-ADDRESSBOOKSERVER-)?KIND$/.test(name) && /^group$/i.test(value.trim());
}

const KOREAN = /[\uac00-\ud7a3]/;

/** Korean names are written without a blank, the surname first; others as the card shows them. */
function nameOf(properties: readonly Property[]): string {
  const value = (name: string) => properties.find((one) => one.name === name)?.value ?? "";
  const shown = textOf(value("FN"));
  const [family = "", given = "", middle = "", before = "", behind = ""] = partsOf(value("N"));
  if (KOREAN.test(family + given)) {
    return [before, family + given + middle, behind].filter((part) => part !== "").join(" ");
  }
  const parts = [before, given, middle, family, behind].filter((part) => part !== "");
  return shown || parts.join(" ") || textOf(value("NICKNAME"));
}

function kindOf({ types }: Property): VcardColumn {
  if (types.has("FAX")) return "fax";
  if (["CELL", "MOBILE", "IPHONE"].some((type) => types.has(type))) return "mobile";
  if (types.has("WORK")) return "office";
  return types.has("HOME") ? "home" : "other";
}

/** As it is written here: from the large to the small. */
function addressOf(parts: readonly string[]): string {
  const [box = "", extra = "", street = "", city = "", region = "", code = "", country = ""] = parts
    .map((part) => part.replace(/\s*\n\s*/g, " "));
  const isKorean = KOREAN.test(street + city + region + extra);
  const order = isKorean ? [region, city, street, extra, box] : [street, extra, box, city, region];
  const all = [...order, code === "" ? "" : `(${code})`];
  if (!isKorean) all.push(country);
  return all.filter((part) => part !== "").join(" ");
}

/** A day without a year is no birthday here, and stands in the memo. */
function birthday(
  text: string,
  first: (column: VcardColumn, text: string) => void,
  put: (column: VcardColumn, text: string) => void,
): void {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text);
  // Apple writes 1604 where nobody knows the year.
  if (found !== null && found[1] !== "1604") {
    first("birthday", `${found[1]}-${found[2]}-${found[3]}`);
  } else if (text !== "") {
    put("memo", memoLine(VCARD_HEADINGS.birthday, text.replace(/^1604-?/, "--")));
  }
}
