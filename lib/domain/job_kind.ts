import type { ImportOutcome } from "./customer_import.ts";

/** Which file is to be restored. */
export interface RestoreSource {
  readonly file: string;
  /** What people call it. */
  readonly name: string;
  readonly passphrase: string | null;
}

/** What is done with an import. */
export interface ImportOrder {
  readonly importId: number;
}

/** What takes long, and is done beside the pages: the input and the result of each kind, both plain data. */
export interface JobKinds {
  /** Takes an uploaded file apart, guesses its columns and looks what would happen. */
  read_import: { readonly input: ImportOrder; readonly result: null };
  /** Looks what would happen with the columns and the rule that were chosen. */
  check_import: { readonly input: ImportOrder; readonly result: ImportOutcome };
  write_import: { readonly input: ImportOrder; readonly result: ImportOutcome };
  undo_import: { readonly input: ImportOrder; readonly result: null };
  /** Brings to an end what a killed program left behind. */
  tidy_imports: { readonly input: null; readonly result: null };
  /** Makes a backup as the settings say; notes in them how it went. */
  make_backup: { readonly input: { readonly program: string }; readonly result: null };
  /** Checks a backup and leaves it ready to be put in place; notes the outcome beside it. */
  check_restore: { readonly input: RestoreSource; readonly result: null };
}
export type JobKind = keyof JobKinds;
