import type { FieldKind } from "./custom_field.ts";

/** How a person says that a file is to be read; what is null is found out. */
export interface ImportReading {
  /** The name of the sheet of a workbook. */
  readonly sheet: string | null;
  /** What stands between the fields of a text file. */
  readonly delimiter: Delimiter | null;
  readonly encoding: TextEncoding | null;
  /** Where the headings stand; `rows` 0: there are none, and the first row is a customer's. */
  readonly headings: HeadingRows | null;
  /** Whether rows that a workbook hides are left out. */
  readonly leavesHidden: boolean;
}

export const AS_FOUND: ImportReading = {
  sheet: null,
  delimiter: null,
  encoding: null,
  headings: null,
  leavesHidden: false,
};

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What forms and the console call them: a form would trim a tab. */
export const DELIMITER_NAMES = [
  ["comma", ","],
  ["semicolon", ";"],
  ["tab", "\t"],
  ["bar", "|"],
] as const satisfies readonly (readonly [string, Delimiter])[];

/** As TextDecoder names them; EUC-KR is CP949 there. */
export const TEXT_ENCODINGS = ["utf-8", "euc-kr", "utf-16le", "utf-16be"] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

export interface HeadingRows {
  /** As the spreadsheet counts, from 1; of two rows the upper one. */
  readonly row: number;
  readonly rows: 0 | 1 | 2;
}

export const TABLE_FORMATS = ["xlsx", "xls", "ods", "csv", "vcard", "html", "xml"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** What a file is, whatever its name says. */
export interface FileFormat {
  readonly format: TableFormat;
  /** Of a text file; "" for others. */
  readonly encoding: TextEncoding | "";
  readonly delimiter: Delimiter | "";
  /** Those with rows, in the order of the workbook; empty for others. */
  readonly sheets: readonly SheetInFile[];
  /** The name of the one that is read; "" for others. */
  readonly sheet: string;
}

export interface SheetInFile {
  readonly name: string;
  readonly hidden: boolean;
}

/** What a file has, found out by reading it once. */
export interface ImportContents extends FileFormat {
  readonly headingRows: HeadingRows;
  readonly headings: readonly string[];
  /** Rows below the headings that are not blank. */
  readonly rows: number;
  /** The first few of them. */
  readonly sample: readonly (readonly string[])[];
  /** The first rows of the file as they stand there, cut: the headings are chosen among them. */
  readonly top: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly remarks: readonly FileRemark[];
  /** What was found in each column; absent until the columns were looked at. */
  readonly columns?: readonly ColumnFacts[];
}

/** What the first rows have in a column. */
export interface ColumnFacts {
  /** The first values that are not blank, each once, cut. */
  readonly examples: readonly string[];
  /** What kind of an own field would take them, and for a choice which there are. */
  readonly kind: FieldKind;
  readonly choices: readonly string[];
}

/** What whoever brings the file should know of it, though it can be read. */
export interface FileRemark {
  readonly code: FileRemarkCode;
  /** How many there are. */
  readonly count: number;
  /** The first of them, as the spreadsheet counts; 0 where it is about no row. */
  readonly row: number;
}
/**
 * Hidden rows; letters that are none in the file's encoding; merged cells that were filled; cells with an error;
 * formulas that nobody has computed; hidden columns; rows left out since the headings stand there again; the example of
 * the template, left out.
 */
export const FILE_REMARKS = [
  "hidden_rows",
  "letters_lost",
  "merged",
  "errors",
  "not_computed",
  "hidden_columns",
  "again",
  "example",
] as const;
export type FileRemarkCode = (typeof FILE_REMARKS)[number];
