import type {
  DuplicateRule,
  ImportField,
  ImportOutcome,
  PreviewRow,
} from "../../domain/customer_import.ts";
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

/** `imports/import_show` and `imports/import_state` */
export interface ImportView {
  readonly id: number;
  readonly fileName: string;
  readonly state: ImportState;
  /** What the file is: `UTF-8 · 1,200행`. */
  readonly facts: string;
  /** A job that is at work or waits: what it does, and how far it is (0 to 1, null where nobody knows). */
  readonly work: {
    readonly text: string;
    readonly done: string;
    readonly share: number | null;
    readonly mayCancel: boolean;
  } | null;
  readonly failure: string | null;
  readonly columns: readonly {
    readonly heading: string;
    readonly sample: readonly string[];
    readonly field: ImportField;
    readonly label: string;
  }[];
  readonly fields: readonly { readonly field: ImportField; readonly name: string }[];
  readonly rule: DuplicateRule;
  readonly outcome: ImportOutcome | null;
  /** `restored` marks the cells whose leading zero was given back. */
  readonly preview: readonly (PreviewRow & { readonly twinText: string })[];
  readonly problems: readonly {
    readonly row: number;
    readonly heading: string;
    readonly value: string;
    readonly reason: string;
  }[];
  /** How many customers are made or changed. */
  readonly effect: number;
}
