import type { ImportField, LeftOutReason } from "../../../domain/customer_import.ts";
import {
  type HeadingSense,
  type HeadingWord,
  headingWords,
} from "../../../text/import_headings.ts";

/**
 * What a column is by its heading alone. `staff`, `title` and `id` mean one thing in one file and another in the next;
 * `formatted` is an address as a whole beside its parts.
 */
export interface HeadingMeaning {
  readonly field: ImportField | "staff" | "title" | "id" | "formatted";
  /** Of a number. */
  readonly label: string;
  /** Why it is not taken as that unasked; null where it is. */
  readonly leftOut: LeftOutReason | null;
  /** Of an address and its parts: what belongs together. */
  readonly group: string;
}

/** What the heading says; by the parts between slashes where each of them says the same. */
export function headingMeaning(heading: string): HeadingMeaning {
  const { words, whole, ordinal } = headingWords(heading);
  const parts = heading.split(/[/·,&]|\s(?:또는|및|or|and)\s/).filter((part) => part.trim() !== "");
  if (parts.length > 1) {
    const [first, ...others] = parts.map((part) => headingMeaning(part));
    const same = first!.field !== "" && others.every(({ field }) => isSame(first!.field, field));
    if (same) {
      const label = others.every((one) => one.label === first!.label) ? first!.label : "";
      return { ...first!, label };
    }
  }
  const meaning = meaningOf(words, heading, ordinal);
  if (whole) return meaning;
  // `연락처(신부)`: whose it is stands there in a word that nobody here knows.
  if (meaning.leftOut !== null || meaning.field === "") return UNKNOWN;
  const bare = heading.replace(/[([{].*?[)\]}]/g, " ");
  const isTold = bare !== heading && headingWords(bare).whole;
  return isTold && !PERSONAL.includes(meaning.field)
    ? meaning
    : { ...meaning, leftOut: isTold || ASKED.includes(meaning.field) ? "unclear" : "unknown" };
}

/** Beside a word that nobody here knows (`변경전 연락처`, `마케팅 수신거부`) they are asked about. */
const ASKED: readonly HeadingMeaning["field"][] = ["number", "do_not_call"];

const PERSONAL: readonly HeadingMeaning["field"][] = [
  "name",
  "number",
  "email",
  "staff",
];

const UNKNOWN: HeadingMeaning = { field: "", label: "", leftOut: "unknown", group: "" };

/** A contact person and a customer are the same in `고객명/담당자`. */
function isSame(a: HeadingMeaning["field"], b: HeadingMeaning["field"]): boolean {
  return a === b || a === "name" && b === "staff" || a === "staff" && b === "name";
}

/** The group of what is of whoever is called `담당자` there. */
export const STAFF = "담당자";

const NEVER = ["resident", "business", "bank", "running", "amount"] as const;
/** What says where a telephone stands, or whose it is, beside the telephone itself. */
const OF_PHONES: readonly HeadingSense[] = [
  ...[
    "phone",
    "line",
    "place",
    "company",
    "department",
    "staff",
    "id",
    "customer",
    "contact",
  ] as const,
  ...["value", "filler", "address"] as const,
];
const OF_ADDRESSES: readonly HeadingSense[] = [
  "address",
  "place",
  "company",
  "customer",
  "value",
  "filler",
];

/** The parts of an address by the word that names them; the last one of a heading counts. */
const ADDRESS_PARTS = ["postal_code", "street", "city", "region", "formatted"] as const;

/** Those that are one thing, whoever's name, number or kind stands beside it. */
const SINGLE: readonly (readonly [HeadingSense, ImportField])[] = [
  ["do_not_call", "do_not_call"],
  ["birthday", "birthday"],
  ["email", "email"],
  ["department", "department"],
  ["job_title", "job_title"],
  ["grade", "grade"],
  ["warning", "warning"],
  ["memo", "memo"],
  ["code", "code"],
  ["family", "family_name"],
  ["given", "given_name"],
  ["middle", "middle_name"],
  ["prefix", "name_prefix"],
  ["suffix", "name_suffix"],
];
const OF_NOTES = ["note_at", "note_text", "note_by", "note_type", "note_result"] as const;
/** What may stand beside them and changes nothing. */
const BESIDE: readonly HeadingSense[] = [
  ...["customer", "contact", "staff", "place", "name", "id", "value", "filler", "address"] as const,
  "company",
];

function meaningOf(
  all: readonly HeadingWord[],
  heading: string,
  ordinal: number | null,
): HeadingMeaning {
  const words = all.filter(({ sense }) => sense !== "filler");
  const has = (...senses: HeadingSense[]) => words.some(({ sense }) => senses.includes(sense));
  const only = (senses: readonly HeadingSense[]) =>
    words.every(({ sense }) => senses.includes(sense));
  const is = (field: HeadingMeaning["field"], more: Partial<HeadingMeaning> = {}) => ({
    ...{ field, label: "", leftOut: null, group: "" },
    ...more,
  });
  const left = (leftOut: LeftOutReason) => is("", { leftOut });
  if (words.length === 0) return UNKNOWN;
  for (const sense of NEVER) if (has(sense)) return left(sense);
  const ofNote = OF_NOTES.find((sense) => has(sense));
  if (ofNote !== undefined) return is(ofNote);
  const isPhone = has("phone", "line") || has("contact") && has("id");
  if (has("type")) return isPhone && only(["phone", "line", "type"]) ? is("number_label") : UNKNOWN;
  if (has("other")) {
    if (isPhone) return is("number", { label: shownLabel(heading), leftOut: "others_number" });
    return only(["other", "name", "customer", "id"])
      ? is("name", { leftOut: "others" })
      : left("others");
  }
  if (has("nothing")) return UNKNOWN;
  if (has("date")) return left("date");
  if (isPhone && only(OF_PHONES)) {
    return has("staff")
      ? is("number", { label: shownLabel(heading), group: STAFF })
      : is("number", { label: labelOf(words, heading) });
  }
  const group = has("place") || ordinal !== null
    ? `${words.filter(({ sense }) => sense === "place").map(({ label }) => label).join()}${
      ordinal ?? ""
    }`
    : "";
  const part = ADDRESS_PARTS.findLast((sense) => has(sense));
  if (part !== undefined && only([...OF_ADDRESSES, ...ADDRESS_PARTS])) return is(part, { group });
  for (const [sense, field] of SINGLE) {
    if (has(sense) && only([sense, ...BESIDE])) {
      return is(field, { group: has("staff") ? STAFF : "" });
    }
  }
  if (has("address") && only(OF_ADDRESSES)) return is("address", { group });
  if (has("owner") && only(["owner", "name", "id"])) return is("owner");
  if (has("staff") && only(["staff", "name", "customer", "company"])) return is("staff");
  if (has("company") && only(["company", "name", "place", "customer"])) return is("company");
  if (has("id") && has("customer", "company") && only(["id", "customer", "company"])) {
    return is("code");
  }
  if (has("name", "customer", "contact") && only(["name", "customer", "contact"])) {
    return words.length === 1 && has("contact") ? is("number", { group: "contact" }) : is("name");
  }
  // `자택`, `Office`: a telephone, unless the values say otherwise.
  if (words.every(({ sense }) => sense === "place")) {
    return is("number", { label: labelOf(words, heading), group: "place" });
  }
  if (words.length === 1 && has("title")) return is("title");
  if (words.length === 1 && has("id")) return is("id");
  return UNKNOWN;
}

/** What kind of number it is: by the one word that says so; by the heading where more do (`Business Fax`). */
function labelOf(words: readonly HeadingWord[], heading: string): string {
  const labels = words.map(({ sense, label }) =>
    sense === "company" ? /\p{Script=Hangul}/u.test(heading) ? "회사" : "Office" : label
  ).filter((label) => label !== "");
  const different = [...new Set(labels)];
  return different.length < 2 ? different[0] ?? "" : shownLabel(heading);
}

const LONGEST_LABEL = 40;

function shownLabel(heading: string): string {
  return heading.replace(/\s+/g, " ").trim().slice(0, LONGEST_LABEL);
}
