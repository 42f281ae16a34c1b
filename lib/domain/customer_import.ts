import {
  CUSTOMER_FIELD_NAMES,
  CUSTOMER_FIELDS,
  type CustomerColumn,
  type CustomerFieldName,
} from "./customer_fields.ts";

/** What is done with a row whose customer is there already. */
export const DUPLICATE_RULES = ["skip", "update", "fill", "new"] as const;
export type DuplicateRule = (typeof DUPLICATE_RULES)[number];

/** Of what a name, an address and a number's label are made where they stand in columns of their own. */
export const PART_FIELDS = [
  "family_name",
  "given_name",
  "middle_name",
  "name_prefix",
  "name_suffix",
  "postal_code",
  "region",
  "city",
  "street",
  /** Of the number in the next column. */
  "number_label",
] as const;
export type PartField = (typeof PART_FIELDS)[number];

/** What a column says of a consultation: when, what, by whom, of which type, and what came of the call. */
export const NOTE_FIELDS = ["note_at", "note_text", "note_by", "note_type", "note_result"] as const;
export type NoteField = (typeof NOTE_FIELDS)[number];

/** What a column can be: left out, the customer's ID, or a field of the customer (a phone number with a label). */
export type PlainImportField = "" | "code" | CustomerColumn | PartField | NoteField;
/** Or a field that an administrator defined, by its ID. */
export type ImportField = PlainImportField | `custom:${number}`;
export const IMPORT_FIELDS: readonly PlainImportField[] = [
  "",
  "code",
  ...CUSTOMER_FIELD_NAMES.map((name) => CUSTOMER_FIELDS[name].column),
  ...PART_FIELDS,
  ...NOTE_FIELDS,
];

/** The columns of which more than one may say something of a customer: what they say is joined. */
export const JOINED_FIELDS: readonly ImportField[] = [
  ...["number", "number_label", "memo", "street", "note_text", "note_result"] as const,
];

/** By any of these a row says who its customer is. */
export const NAMING_FIELDS: readonly ImportField[] = [
  "name",
  "family_name",
  "given_name",
  "company",
  "code",
];

/** Whether `field` is of a consultation. */
export function isOfNote(field: ImportField): field is NoteField {
  return (NOTE_FIELDS as readonly string[]).includes(field);
}

/** Whether `field` is a part of another one. */
export function isPart(field: ImportField): field is PartField {
  return (PART_FIELDS as readonly string[]).includes(field);
}

/** The field of a customer that this column holds. Throws a `RangeError` where it is none. */
export function fieldOfColumn(column: ImportField): CustomerFieldName {
  const name = CUSTOMER_FIELD_NAMES.find((one) => CUSTOMER_FIELDS[one].column === column);
  if (name === undefined) throw new RangeError(`"${column}" is no column of a customer's field`);
  return name;
}

/** The field that a form or a file names; null where it names none. */
export function parseImportField(text: string): ImportField | null {
  const id = customFieldId(text);
  if (id !== null) return `custom:${id}`;
  return IMPORT_FIELDS.find((known) => known === text) ?? null;
}

/** The ID in `custom:7`; null for every other field. */
export function customFieldId(field: string): number | null {
  const found = /^custom:(\d{1,9})$/.exec(field);
  return found === null ? null : Number(found[1]);
}

export interface ImportColumn {
  readonly field: ImportField;
  /** Of a number: mobile, office, fax. Empty for every other field. */
  readonly label: string;
  /** Why the guess left the column out; absent where it is taken, or a person has left it out. */
  readonly left?: LeftOut;
}

/** Why a column is left out until a person says otherwise. */
export interface LeftOut {
  readonly why: LeftOutReason;
  /** What it would be if a person said yes to the question about it; null where none is asked. */
  readonly asks: ImportField | "new" | null;
  /** The heading of the column that is taken in its place; "" where there is none. */
  readonly instead: string;
}
/**
 * Whose number or name it is (an assistant's, a spouse's); whether they are the customer's people or ours; the office's own
 * number of the customer; a heading that says too little; another column says the same; figures that are no telephone
 * numbers; what was said without a word of when; nothing that is kept of a customer.
 */
export const LEFT_OUT_REASONS = [
  "others_number",
  "others",
  "contact_or_agent",
  "own_key",
  "unclear",
  "undated",
  "second",
  "resident",
  "business",
  "bank",
  "running",
  "date",
  "amount",
  "postal",
  "unknown",
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** By what a row and a customer are the same: number and name, the customer's ID, or a field of the office's own. */
export type ImportKey = "number" | "code" | `custom:${number}`;

/** The key that a form or a file names; null where it names none. */
export function parseImportKey(text: string): ImportKey | null {
  const id = customFieldId(text);
  if (id !== null) return `custom:${id}`;
  return text === "number" || text === "code" ? text : null;
}

/** What a person decides about an import. `columns` are those of the file, in order. */
export interface ImportChoices {
  readonly columns: readonly ImportColumn[];
  readonly rule: DuplicateRule;
  /** `number` where it is absent. */
  readonly key?: ImportKey;
  /** When a file with the same headings was last stored, whose choices these are; absent where nobody remembers one. */
  readonly rememberedAt?: number;
}

/**
 * Why a row of a file is refused before its cells are looked at: it has more or fewer fields than the headings, so that what
 * belongs where is a guess; it is a sum below the list; its end is missing. A doubtful row (`CUSTOMER_DOUBTS`) is stored.
 */
export const ROW_FLAWS = ["wider", "narrower", "footer", "cut_off"] as const;
export type RowFlaw = (typeof ROW_FLAWS)[number];

/** Why a row is refused: a code and what its sentence is about. */
export interface RowProblem {
  /** As the spreadsheet counts: the headings are row 1. */
  readonly row: number;
  readonly heading: string;
  /** What stood there, cut. */
  readonly value: string;
  readonly code: RowProblemCode;
  readonly limit: number;
}
export type RowProblemCode =
  | RowFlaw
  | "required"
  | "too_long"
  | "control"
  | "number"
  | "scientific"
  /** It may be a number, and another one as well. */
  | "number_unsure"
  | "too_many_numbers"
  | "email"
  | "code"
  | "code_unknown"
  | "date"
  | "yes_no"
  | "owner"
  | "owner_left"
  | "figure"
  | "choice"
  /** Another column says something else of the same field. */
  | "two_values"
  /** An earlier row of the file has the same key (`limit`: which); so many customers have it. */
  | "key_twice"
  | "key_shared"
  /** Of when a consultation is: no moment, or one that is still to come. */
  | "note_at";

/**
 * Why somebody should look at a row that is stored: a number of it is somebody's of another name; there is somebody of
 * its name and company with other numbers; it gives a known customer another name; a letter of it could not be read.
 */
export const CUSTOMER_DOUBTS = ["same_number", "same_name", "other_name", "letters_lost"] as const;
export type CustomerDoubtCode = (typeof CUSTOMER_DOUBTS)[number];

export interface CustomerDoubt {
  readonly code: CustomerDoubtCode;
  /** Who the row may be about besides; null where it is about nobody else. */
  readonly customer: number | null;
}

/** What a row leads to. */
export type RowFate = "new" | "update" | "duplicate" | "refused";

/** Which rows of a file somebody may want to have. */
export const ROWS_OF = ["new", "update", "duplicate", "refused", "doubtful"] as const;
export type RowsOf = (typeof ROWS_OF)[number];

/** What would happen with each row of a file, or did. `new` + `update` + `duplicate` + `refused` = rows. */
export interface ImportOutcome {
  readonly new: number;
  readonly update: number;
  readonly duplicate: number;
  readonly refused: number;
  /** Of the new and the changed ones, those that somebody should look at. */
  readonly doubtful: number;
  /** Numbers whose leading zero was given back. */
  readonly restored: number;
  /** Consultations of those rows; absent where there are none. */
  readonly notes?: number;
  /** Numbers before which the office's area code was put. */
  readonly completed: number;
  /** The first rows: what they lead to, and for a duplicate or an update whose it is (`C-000123`, or row 12). */
  readonly preview: readonly PreviewRow[];
  /** The first problems; all of them stand in the report. */
  readonly problems: readonly RowProblem[];
}

export interface PreviewRow {
  readonly row: number;
  readonly fate: RowFate;
  readonly cells: readonly string[];
  /** Of the columns in which a leading zero was given back. */
  readonly restored: readonly number[];
  /** Of the columns in which the area code was put before a number. */
  readonly completed: readonly number[];
  readonly twin: { readonly customer: number } | { readonly row: number } | null;
  readonly doubts: readonly CustomerDoubt[];
}

/** Why a file cannot be imported at all, or an import ended without a result. */
export const IMPORT_FAILURES = [
  "too_large",
  "old_excel",
  "is_xlsb",
  "is_numbers",
  "is_word",
  "is_slides",
  "is_hwp",
  "is_mail",
  "is_archive",
  "is_pdf",
  "is_image",
  "is_video",
  "is_database",
  "is_program",
  "is_json",
  "is_web_archive",
  "is_calendar",
  "is_sql",
  "is_xml",
  "broken_html",
  "not_a_table",
  "broken_excel",
  "inflates",
  "excel_forged",
  "excel_encrypted",
  "excel_doctype",
  "excel_parts",
  "excel_texts",
  "encoding",
  "line_too_long",
  "quote_open",
  "other_headings",
  "too_many_rows",
  "too_many_columns",
  "too_much_text",
  "reader_time",
  "reader_memory",
  "reader_died",
  "no_such_sheet",
  "only_hidden_sheets",
  "empty_ods",
  "no_rows",
  "no_name_column",
  "no_writer",
  "file_gone",
  "busy",
  "cancelled",
  "interrupted",
  "taken_back",
  "touched",
  "failed",
] as const;
export type ImportFailure = (typeof IMPORT_FAILURES)[number];
