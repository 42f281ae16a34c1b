import { makeFolderIn, removeIfThere } from "../../base/files.ts";
import type { BackupProblem } from "../../domain/backup_problem.ts";
import type { ReadyRestore } from "./prepare_restore.ts";

/** How the check of a file ended. */
export type RestoreCheck =
  & { readonly file: string; readonly name: string }
  & (
    | { readonly code: BackupProblem; readonly ready: null }
    | { readonly code: null; readonly ready: ReadyRestore }
  );

/** Where an uploaded file lies until it is checked; makes the folder for it. */
export function uploadedBackup(data: string): string {
  makeFolderIn(folderOf(data));
  return `${folderOf(data)}/upload`;
}

/** The outcome of the last check; null where there was none. */
export function restoreCheck(data: string): RestoreCheck | null {
  try {
    const check = JSON.parse(Deno.readTextFileSync(noteOf(data))) as RestoreCheck;
    // One that an older program left asked too little.
    return check.ready !== null && check.ready.lacksLog === undefined ? null : check;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

export function keepRestoreCheck(data: string, check: RestoreCheck): void {
  Deno.writeTextFileSync(noteOf(data), JSON.stringify(check), { mode: 0o600 });
}

/** What was found out is void, and its file is not. */
export function forgetRestoreCheck(data: string): void {
  removeIfThere(noteOf(data));
}

/** Takes everything away that a check left. */
export function dropRestoreCheck(data: string): void {
  removeIfThere(folderOf(data));
}

function folderOf(data: string): string {
  return `${data}/restore`;
}

function noteOf(data: string): string {
  return `${folderOf(data)}/check.json`;
}
