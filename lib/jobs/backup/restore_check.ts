import { getLogger } from "@logtape/logtape";
import type { BackupProblem } from "../../domain/backup_problem.ts";
import { problemOf } from "../../store/backup/backup_error.ts";
import { removeIfThere } from "../../base/files.ts";
import { prepareRestore, type ReadyRestore } from "../../store/backup/prepare_restore.ts";
import type { JobContext } from "../job_context.ts";

const log = getLogger(["belltower", "jobs"]);

/** Which file is to be restored. */
export interface RestoreSource {
  readonly file: string;
  /** What people call it. */
  readonly name: string;
  readonly passphrase: string | null;
}

/** How the check of a file ended. */
export type RestoreCheck =
  & { readonly file: string; readonly name: string }
  & (
    | { readonly code: BackupProblem; readonly ready: null }
    | { readonly code: null; readonly ready: ReadyRestore }
  );

/** Where an uploaded file lies until it is checked. */
export function uploadedBackup(data: string): string {
  return `${data}/restore/upload`;
}

/** Checks a file completely; the outcome is what `restoreCheck` reads afterwards. */
export async function checkRestore(source: RestoreSource, job: JobContext): Promise<void> {
  const { file, name } = source;
  const { data, signal } = job;
  removeIfThere(noteOf(data));
  try {
    const ready = await prepareRestore({ ...source, data, now: job.now(), signal });
    note(data, { file, name, code: null, ready });
  } catch (error) {
    signal.throwIfAborted();
    const code = problemOf(error);
    if (code === "failed") log.error("{name} could not be checked: {error}", { name, error });
    note(data, { file, name, code, ready: null });
  }
}

/** The outcome of the last check; null where there was none. */
export function restoreCheck(data: string): RestoreCheck | null {
  try {
    const check = JSON.parse(Deno.readTextFileSync(noteOf(data))) as RestoreCheck;
    // One that an older program left asked too little.
    return check.ready !== null && check.ready.id === undefined ? null : check;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** Takes everything away that a check left. */
export function dropRestoreCheck(data: string): void {
  removeIfThere(`${data}/restore`);
}

function noteOf(data: string): string {
  return `${data}/restore/check.json`;
}

function note(data: string, check: RestoreCheck): void {
  Deno.writeTextFileSync(noteOf(data), JSON.stringify(check), { mode: 0o600 });
}
