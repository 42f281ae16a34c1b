import type { ReportAsked } from "../../domain/report.ts";
import type { RowsOf } from "../../domain/customer_import.ts";
import type { Language } from "../../domain/staff.ts";
import type { AuditFilter } from "../../store/audit/audit_list.ts";
import type { CallFilter } from "../../store/call_log/filter.ts";
import type { Order } from "../../store/call_log/sort.ts";

export const EXPORT_SUBJECTS = ["calls", "customers", "consultations"] as const;
export type ExportSubject = (typeof EXPORT_SUBJECTS)[number];

export const EXPORT_FORMATS = ["jsonl", "csv", "xlsx"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What is to be written. It goes to the worker as it is: plain data. */
export interface ExportRequest {
  readonly what: ExportSubject;
  readonly format: ExportFormat;
  /** For `fields`, names and times are as scripts expect them; for `words`, as a person does. JSON is always for scripts. */
  readonly headings: "fields" | "words";
  readonly language: Language;
  /** IANA name, of the times that a person reads. */
  readonly timeZone: string;
  /** What was filtered by; each subject says what it understands. Empty is everything. */
  readonly query: Readonly<Record<string, string>>;
}

/** A report, as the page shows it (a JSON document) or as a workbook. */
export interface ReportRequest {
  readonly what: "report";
  readonly format: "json" | "xlsx";
  readonly language: Language;
  readonly asked: ReportAsked;
}

/** The call log, filtered and in the order of the page, for a person. */
export interface CallLogRequest {
  readonly what: "call_log";
  readonly format: "csv" | "xlsx";
  readonly language: Language;
  readonly timeZone: string;
  readonly filter: CallFilter;
  readonly order: Order;
}

/** The audit, filtered, for a person. */
export interface AuditRequest {
  readonly what: "audit";
  readonly format: "csv" | "xlsx";
  readonly language: Language;
  readonly timeZone: string;
  readonly filter: AuditFilter;
}

/** Rows of an imported file, those that came to one thing, for a person. */
export interface ImportRowsRequest {
  readonly what: "import_rows";
  readonly format: ExportFormat;
  readonly language: Language;
  readonly importId: number;
  readonly of: RowsOf;
  /** The data folder. */
  readonly data: string;
}

/** Whatever the worker writes while it is read. */
export type StreamRequest =
  | ExportRequest
  | ReportRequest
  | CallLogRequest
  | AuditRequest
  | ImportRowsRequest;

export const EXPORT_TYPES: Readonly<Record<ExportFormat, string>> = {
  jsonl: "application/jsonl; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
