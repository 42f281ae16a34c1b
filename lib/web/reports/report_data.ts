import type { ReportGroup } from "../../domain/report.ts";

/** What the report's page shows. Every text is ready. */
export interface ReportView {
  readonly by: ReportGroup;
  readonly periods: readonly ReportLink[];
  readonly groups: readonly ReportLink[];
  /** Days, for the form of an own period. */
  readonly from: string;
  readonly to: string;
  readonly heading: string;
  readonly compared: string;
  readonly made: string;
  /** So many changes are still to come into the figures: a sentence that says so; empty otherwise. */
  readonly unmarked: string;
  /** No call at all. */
  readonly empty: boolean;
  readonly cards: readonly ReportCard[];
  /** Null where there is nothing to draw. */
  readonly columns: ColumnChart | null;
  readonly bars: BarChart | null;
  readonly heat: HeatMap;
  readonly table: ReportTable;
  readonly notes: readonly string[];
  readonly excel: string;
}

export interface ReportLink {
  readonly label: string;
  readonly url: string;
  readonly chosen: boolean;
}

/** A figure of the whole period, beside that of the period before. */
export interface ReportCard {
  readonly label: string;
  readonly value: string;
  /** The same calls in the log; null where the log has no such filter. */
  readonly url: string | null;
  readonly detail: string;
  readonly before: string;
  /** How it has changed, in words; `good` and `bad` where one of the two is meant. */
  readonly change: { readonly text: string; readonly kind: "good" | "bad" | "even" } | null;
}

/** A stack of calls. Lengths are in the units of the picture. */
export interface Stack {
  readonly title: string;
  readonly parts: readonly {
    readonly kind: "answered" | "missed" | "live" | "outgoing";
    readonly at: number;
    readonly length: number;
  }[];
}

/** Columns side by side, by time. */
export interface ColumnChart {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly bottom: number;
  readonly columns: readonly (Stack & { readonly x: number; readonly width: number })[];
  readonly ticks: readonly { readonly y: number; readonly label: string }[];
  readonly labels: readonly { readonly x: number; readonly text: string }[];
}

/** Bars one below the other. */
export interface BarChart {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly bars: readonly (Stack & {
    readonly y: number;
    readonly height: number;
    readonly name: string;
    readonly end: number;
    readonly value: string;
  })[];
}

export interface HeatMap {
  readonly width: number;
  readonly height: number;
  readonly cells: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    /** 0 to 1. */
    readonly share: number;
    readonly strong: boolean;
    readonly text: string;
    readonly title: string;
    /** The same calls in the log; null where there are none. */
    readonly url: string | null;
  }[];
  readonly rows: readonly { readonly y: number; readonly text: string }[];
  readonly columns: readonly { readonly x: number; readonly text: string }[];
}

export interface ReportTable {
  readonly heads: readonly {
    readonly label: string;
    /** What the columns below it are, where there are several. */
    readonly parts: readonly string[];
  }[];
  readonly rows: readonly ReportTableRow[];
  readonly total: ReportTableRow;
  readonly before: ReportTableRow;
}

export interface ReportTableRow {
  readonly name: string;
  readonly cells: readonly { readonly text: string; readonly url: string | null }[];
}
