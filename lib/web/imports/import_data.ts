import type {
  DuplicateRule,
  ImportField,
  ImportKey,
  ImportOutcome,
  PreviewRow,
  RowsOf,
} from "../../domain/customer_import.ts";
import type { HeadingRows } from "../../domain/import_contents.ts";
import type { ImportState } from "../../store/imports.ts";
import type { TimeView } from "../basic_data.ts";

/** `imports/import_list` */
export interface ImportsView {
  readonly megabytes: number;
  readonly bytes: number;
  readonly rows: readonly {
    readonly id: number;
    readonly fileName: string;
    readonly at: TimeView;
    readonly staffName: string | null;
    readonly state: ImportState;
    readonly result: string;
  }[];
}

/** Rows of a finished import that somebody should look at. */
interface CustomerOfRow {
  readonly id: number;
  readonly code: string;
  /** What tells them apart from others. */
  readonly text: string;
}

export interface RowsView {
  readonly of: "doubtful" | "refused";
  /** Of all; `rows` are the first of them. */
  readonly count: number;
  readonly rows: readonly {
    readonly row: number;
    /** What stands there in the columns that are a customer's. */
    readonly cells: readonly string[];
    readonly reasons: readonly string[];
    /** Whom it made or changed. */
    readonly customer: CustomerOfRow | null;
    /** Who it may be about besides. */
    readonly other: CustomerOfRow | null;
    /** Where a refused one is mended. */
    readonly mend: string | null;
  }[];
}

/** `imports/import_show` and `imports/import_state` */
export interface ImportView {
  readonly id: number;
  readonly fileName: string;
  readonly state: ImportState;
  /** A job that is at work or waits: what it does, and how far it is (0 to 1, null where nobody knows). */
  readonly work: {
    readonly text: string;
    readonly done: string;
    readonly share: number | null;
    /** How long it will take yet, in words; empty where nobody can say. */
    readonly left: string;
    readonly mayCancel: boolean;
  } | null;
  readonly failure: string | null;
  /** Null where it can be read in no other way. */
  readonly reading: ImportReadingView | null;
  readonly columns: readonly ColumnView[];
  readonly fieldGroups: readonly FieldGroup[];
  /** Whether whoever looks may make an own field of a column. */
  readonly mayDefine: boolean;
  readonly rule: DuplicateRule;
  /** By what a row and a customer may be the same; one alone where there is no choice. */
  readonly keys: readonly { readonly key: ImportKey; readonly name: string }[];
  readonly key: ImportKey;
  /** That the columns are those of the last such file, and when it was; "" where they are not. */
  readonly remembered: string;
  readonly outcome: ImportOutcome | null;
  /** `restored` marks the cells whose leading zero was given back. */
  readonly preview: readonly (PreviewRow & { readonly twinText: string })[];
  readonly problems: readonly {
    readonly row: number;
    readonly heading: string;
    readonly value: string;
    readonly reason: string;
  }[];
  /** Of what a file of rows can be downloaded. */
  readonly downloads: readonly RowsOf[];
  /** What is to be looked at when it is done: the doubtful rows, then those that were refused. */
  readonly looked: readonly RowsView[];
  /** Consultations of the file: that they come, or how many did; "" where it has none. */
  readonly notes: string;
  /** How many there are. */
  readonly noteCount: number;
  /** How many customers are made or changed. */
  readonly effect: number;
}

export interface ColumnView {
  readonly index: number;
  readonly heading: string;
  readonly examples: readonly string[];
  readonly field: ImportField;
  /** Of a number. */
  readonly label: string;
  /** Why the guess left it out; "" where it did not, or a person did. */
  readonly why: string;
  /** What a person is asked about it; null where nothing is. */
  readonly question: {
    readonly text: string;
    readonly answers: readonly { readonly field: ImportField | "new"; readonly text: string }[];
  } | null;
}

export interface FieldGroup {
  readonly name: string;
  readonly fields: readonly { readonly field: ImportField; readonly name: string }[];
}

/** `imports/import_reading`: how the file was read, and how else it may be. */
export interface ImportReadingView {
  /** What it is found to be: `CSV`, `UTF-8`, `쉼표`, `1,200행`. */
  readonly facts: readonly string[];
  /** Sentences about what whoever brings it should know. */
  readonly remarks: readonly string[];
  /** It failed in a way that another choice may mend. */
  readonly isOpen: boolean;
  /** Empty where there is nothing to choose. */
  readonly sheets: readonly ReadingChoice[];
  readonly delimiters: readonly ReadingChoice[];
  readonly encodings: readonly ReadingChoice[];
  /** Null where nothing is hidden. */
  readonly leavesHidden: boolean | null;
  /** Whether its headings are one of its rows. */
  readonly hasHeadings: boolean;
  /** As a person chose; null: as found. */
  readonly headings: HeadingRows | null;
  readonly found: HeadingRows | null;
  /** Its first rows. */
  readonly top: readonly {
    readonly row: number;
    readonly cells: readonly string[];
    readonly isHeading: boolean;
  }[];
}

export interface ReadingChoice {
  readonly value: string;
  readonly text: string;
  readonly chosen: boolean;
}
