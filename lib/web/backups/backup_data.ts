import type { BackupProblem } from "../../domain/backup_problem.ts";
import type { Origin } from "../../store/backup/origin.ts";
import type { TimeView } from "../basic_data.ts";

export interface BackupRowView {
  readonly name: string;
  readonly at: TimeView | null;
  /** `3일 전` */
  readonly age: string;
  readonly size: string;
  readonly encrypted: boolean;
  /** Whether this installation made it. */
  readonly own: boolean;
}

/** What is wrong with a field, by its name; empty where nothing is. */
export type BackupErrors = Readonly<
  Partial<Record<"every" | "time" | "kept" | "folder" | "passphrase", string>>
>;

export interface BackupPageView {
  readonly last: BackupRowView | null;
  readonly failure: { readonly at: TimeView; readonly code: BackupProblem } | null;
  readonly running: boolean;
  /** Null where the folder cannot be read. */
  readonly rows: readonly BackupRowView[] | null;
  /** The folder where backups lie now. */
  readonly path: string;
  /** Copies of the database that restores and updates left in the data folder. */
  readonly copies: readonly { readonly name: string; readonly size: string }[];
  readonly restored: { readonly at: TimeView; readonly name: string } | null;
  readonly restoreFailure: { readonly at: TimeView; readonly code: BackupProblem } | null;
  readonly saved: boolean;
  /** A `BackupPeriod`, or what was typed. */
  readonly every: string;
  readonly time: string;
  readonly kept: string;
  readonly folder: string;
  readonly encrypted: boolean;
  /** There is one, which stays where nothing is typed. */
  readonly hasPassphrase: boolean;
  readonly errors: BackupErrors;
  readonly mostBytes: number;
}

/** `key` is a table that people know; counts are shown as they are. */
export interface CountView {
  readonly label: string;
  readonly now: string;
  readonly then: string;
}

export interface RestoreView {
  readonly state: "none" | "checking" | "refused" | "ready";
  readonly name: string;
  readonly code: BackupProblem | null;
  /** Which check it is: what is confirmed is this one. */
  readonly check: string;
  /** Who is known to have made it; null while it is not ready. */
  readonly origin: Origin | null;
  /** A copy without the log that lay beside its database: what was stored last may be missing. */
  readonly lacksLog: boolean;
  /** When something in a bare copy was written last. */
  readonly newest: TimeView | null;
  /** Why it was not put in place: the second confirmation was missing, or another one was confirmed. */
  readonly problem: "missing" | "changed" | null;
  readonly at: TimeView | null;
  /** `3일 전`; empty where nobody knows. */
  readonly age: string;
  readonly program: string;
  readonly counts: readonly CountView[];
}
