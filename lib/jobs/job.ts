import type { Actor } from "../domain/audit.ts";
import type { RestoreSource } from "./backup/restore_check.ts";
import type { ImportFailure, ImportOutcome } from "../domain/customer_import.ts";

/** What is done with an import, and who wants it; the program itself where nobody is named. */
export interface ImportOrder {
  readonly importId: number;
  readonly by?: Actor;
}

/** What the jobs worker can do: the input and the result of each kind, both plain data. */
export interface JobKinds {
  /** Takes an uploaded file apart, guesses its columns and looks what would happen. */
  read_import: { readonly input: { readonly importId: number }; readonly result: null };
  /** Looks what would happen with the columns and the rule that were chosen. */
  check_import: { readonly input: { readonly importId: number }; readonly result: ImportOutcome };
  write_import: { readonly input: ImportOrder; readonly result: ImportOutcome };
  undo_import: { readonly input: ImportOrder; readonly result: null };
  /** Brings to an end what a killed program left behind. */
  tidy_imports: { readonly input: null; readonly result: null };
  /** Makes a backup as the settings say; notes in them how it went. */
  make_backup: {
    readonly input: { readonly program: string; readonly by?: Actor };
    readonly result: null;
  };
  /** Checks a backup and leaves it ready to be put in place; notes the outcome beside it. */
  check_restore: { readonly input: RestoreSource; readonly result: null };
}
export type JobKind = keyof JobKinds;

export type JobState = "waiting" | "running" | "done" | "failed" | "cancelled";

/** How a job is at this moment. */
export interface JobStatus {
  readonly id: number;
  readonly kind: JobKind;
  /** What the job is about, as `import:17`: pages find it by this. */
  readonly subject: string;
  readonly state: JobState;
  readonly done: number;
  /** Null: nobody knows how much there is. */
  readonly total: number | null;
  /** Why it failed; `limit` is what the sentence is about. */
  readonly failure: { readonly code: ImportFailure; readonly limit: number } | null;
}

export function isOver({ state }: JobStatus): boolean {
  return state === "done" || state === "failed" || state === "cancelled";
}
