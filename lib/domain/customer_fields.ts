import type { Staff } from "./staff.ts";

/** What a field of a customer holds; by it the field is checked, read from a cell and written into one. */
type CustomerFieldKind =
  | "line"
  | "paragraphs"
  | "email"
  | "grade"
  | "numbers"
  | "birthday"
  | "yes"
  | "owner";

interface CustomerField {
  readonly kind: CustomerFieldKind;
  /** What a column of a file is called that holds it, and `name.<column>` in lib/text; of a text, its column in the database, too. */
  readonly column: string;
  /** The most characters it may have, of a phone number each of them; null where it is no text. */
  readonly most: number | null;
  /** Of its column in an exported table, in characters. */
  readonly width: number;
  /** Whether a search of words looks into it; into name and company it looks first, and by their beginnings. */
  readonly searched?: true;
}

/**
 * Every field of a customer, once: the form's rules, the columns of an import and of an export and what the console
 * knows are made of this table. In the order of an exported file.
 */
export const CUSTOMER_FIELDS = {
  name: { kind: "line", column: "name", most: 200, width: 16 },
  company: { kind: "line", column: "company", most: 200, width: 22 },
  department: { kind: "line", column: "department", most: 200, width: 14, searched: true },
  jobTitle: { kind: "line", column: "job_title", most: 100, width: 10, searched: true },
  numbers: { kind: "numbers", column: "number", most: 60, width: 30 },
  email: { kind: "email", column: "email", most: 200, width: 26, searched: true },
  address: { kind: "line", column: "address", most: 500, width: 40 },
  grade: { kind: "grade", column: "grade", most: 50, width: 8 },
  /** Shown on the pop-up. */
  warning: { kind: "line", column: "warning", most: 500, width: 24, searched: true },
  memo: { kind: "paragraphs", column: "memo", most: 5000, width: 40, searched: true },
  birthday: { kind: "birthday", column: "birthday", most: null, width: 12 },
  doNotCall: { kind: "yes", column: "do_not_call", most: null, width: 10 },
  owner: { kind: "owner", column: "owner", most: null, width: 12 },
} as const satisfies Readonly<Record<string, CustomerField>>;

type Fields = typeof CUSTOMER_FIELDS;
export type CustomerFieldName = keyof Fields;
export const CUSTOMER_FIELD_NAMES = Object.keys(CUSTOMER_FIELDS) as CustomerFieldName[];

export type CustomerColumn = Fields[CustomerFieldName]["column"];

const TEXT_KINDS = ["line", "paragraphs", "email", "grade"] as const;
type TextKind = (typeof TEXT_KINDS)[number];

/** The fields that are one text each. */
export type TextField = {
  [Name in CustomerFieldName]: Fields[Name]["kind"] extends TextKind ? Name : never;
}[CustomerFieldName];
export const TEXT_FIELDS = CUSTOMER_FIELD_NAMES.filter(isTextField);

/** Every text field with what `text` says of it. */
export function textsOf(text: (field: TextField) => string): Record<TextField, string> {
  return Object.fromEntries(
    TEXT_FIELDS.map((field) => [field, text(field)]),
  ) as Record<TextField, string>;
}

/** The texts of a customer of whom nothing is known. */
export const NO_TEXTS = textsOf(() => "");

/** The text fields into which a search of words looks, beside name and company. */
export const DETAIL_FIELDS = TEXT_FIELDS.filter((name) => "searched" in CUSTOMER_FIELDS[name]);

export function isTextField(name: CustomerFieldName): name is TextField {
  return (TEXT_KINDS as readonly string[]).includes(CUSTOMER_FIELDS[name].kind);
}

/** Phone numbers of one customer. */
export const MOST_NUMBERS = 20;

export function isEmail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text);
}

/** As far back as anybody remembers a birthday. */
const FIRST_BIRTHDAY = "1880-01-01";
/** The latest clock in the world is so far ahead of UTC. */
const AHEAD_MS = 14 * 3_600_000;

/** Whether somebody can have been born on `day` (`2026-11-21`) at the moment `now`, ms UTC, wherever in the world. */
export function isBirthday(day: string, now: number): boolean {
  const today = new Date(now + AHEAD_MS).toISOString().slice(0, 10);
  return day >= FIRST_BIRTHDAY && day <= today;
}

/** Whether a customer can be given to this owner: to one who works here, or whose they are already (`before`, null for nobody's). */
export function mayOwn(
  { id, active }: Pick<Staff, "id" | "active">,
  before: number | null,
): boolean {
  return active || id === before;
}
