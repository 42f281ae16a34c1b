/** What the views of the audit are given (as view_data.ts). */
import type { TimeView } from "../basic_data.ts";

/** What the URL of the audit asks for, as text: days as `2026-11-21`, everything empty where nothing is asked. */
export interface AuditQuery {
  /** ID of one of the staff, or another kind of actor. */
  readonly who: string;
  readonly act: string;
  readonly kind: string;
  readonly record: string;
  readonly from: string;
  readonly to: string;
  readonly q: string;
}

export interface AuditFieldView {
  readonly name: string;
  /** Null where there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface AuditEntryView {
  readonly at: TimeView;
  /** A name, or `명령줄`. */
  readonly who: string;
  readonly address: string;
  readonly act: string;
  /** Whether it is something to look at: a wrong password, something taken away. */
  readonly tone: "plain" | "good" | "bad";
  /** `고객` */
  readonly kind: string;
  /** `C-000123 이영희` */
  readonly record: string;
  /** The record's own page; null where it has none. */
  readonly href: string | null;
  /** All entries of this record; null where it is none. */
  readonly history: string | null;
  readonly fields: readonly AuditFieldView[];
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** `audit/audit` */
export interface AuditView {
  readonly query: AuditQuery;
  readonly people: readonly Choice[];
  readonly acts: readonly Choice[];
  readonly kinds: readonly Choice[];
  /** The one record that is asked for; empty for any. */
  readonly record: string;
  /** The same without it. */
  readonly allUrl: string;
  readonly filtered: boolean;
  readonly rows: readonly AuditEntryView[];
  /** Null on the first page. */
  readonly firstUrl: string | null;
  readonly nextUrl: string | null;
  /** Little was found by then. */
  readonly lookedTo: TimeView | null;
  readonly csvUrl: string;
  readonly xlsxUrl: string;
  readonly days: number;
}
