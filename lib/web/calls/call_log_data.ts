/** What the views of the call log are given (as view_data.ts). */
import type { CallRowView } from "./call_data.ts";

/** `calls/call_log`: filters, columns and one page of the log. */
export interface CallLogView {
  readonly chips: readonly ChipView[];
  /** The log without filters; null where there is none. */
  readonly clear: string | null;
  readonly columns: readonly CallColumnView[];
  /** Every column, to choose from. */
  readonly choices: readonly {
    readonly name: string;
    readonly label: string;
    readonly shown: boolean;
  }[];
  readonly rows: readonly CallRowView[];
  /** `?outcome=missed`, or empty: comes behind the URL of a row, so that its panel closes into this list. */
  readonly search: string;
  /** `51–100 / 1,234건` */
  readonly count: string;
  /** Only so many calls could be looked through: a sentence that says so; empty otherwise. */
  readonly cut: string;
  /** So many changes are still to come into the log: a sentence that says so; empty otherwise. */
  readonly unmarked: string;
  readonly pager: PagerView;
  readonly saved: readonly {
    readonly id: number;
    readonly name: string;
    readonly url: string;
    readonly chosen: boolean;
  }[];
  /** What the form of the filters sends along. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly exports: { readonly csv: string; readonly xlsx: string };
  /** Where the rows are asked for again when a call changes; null on any page but the newest calls. */
  readonly live: string | null;
}

/** A filter as a chip that says what it does. */
export interface ChipView {
  readonly name: string;
  readonly label: string;
  /** What is chosen, in words; empty for nothing. */
  readonly value: string;
  /** The log without this filter. */
  readonly without: string;
  readonly kind: "choice" | "text" | "digits" | "range";
  /** Not set, and asked for less often: stands behind "more". */
  readonly tucked: boolean;
  /** For `choice` and `range`; the first is "any". */
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly chosen: boolean;
  }[];
  /** What was typed, for `text` and `digits`. */
  readonly typed: string;
  /** Days, for `range`. */
  readonly from: string;
  readonly to: string;
}

export interface CallColumnView {
  readonly name: string;
  readonly label: string;
  readonly figure: boolean;
  readonly sorted: "ascending" | "descending" | null;
  /** Sorts by it, or turns the order. */
  readonly url: string;
}

export interface PagerView {
  readonly first: string | null;
  readonly previous: string | null;
  readonly next: string | null;
  readonly last: string | null;
  /** Null where pages have no number because counting them would take long. */
  readonly page: number | null;
  readonly pages: number | null;
}
