import type { ImportFailure } from "../../domain/customer_import.ts";
import {
  commitDurably,
  commitLazily,
  countImported,
  removeImported,
} from "../../store/import_batch.ts";
import { countChanges, revertChanges } from "../../store/import_changes.ts";
import { countTouched } from "../../store/import_touched.ts";
import { lockImports } from "../../store/import_lock.ts";
import { type ImportState, keepFailure, moveImport, requireImport } from "../../store/imports.ts";
import type { JobContext } from "../job_context.ts";
import { JobFailure } from "../job_failure.ts";
import { Slices } from "../slices.ts";

const CUSTOMERS_AT_A_TIME = 8;
const CHANGES_AT_A_TIME = 4;

/**
 * Takes a finished import back: its customers go, those it changed are what they were. Throws JobFailure `touched`
 * (with how many) when somebody has worked with one of them since.
 */
export async function undoImport(importId: number, job: JobContext): Promise<void> {
  const lock = lockImports(job.data);
  if (lock === null) throw new JobFailure("busy");
  try {
    refuseTouched(importId, job);
    if (!moveImport(job.store, importId, "done", "removing")) throw new JobFailure("file_gone");
    // From here on nobody finds them; somebody may have, between the look and this.
    try {
      refuseTouched(importId, job);
    } catch (error) {
      moveImport(job.store, importId, "removing", "done");
      throw error;
    }
    await takeAway(importId, "removing", job, "taken_back");
  } finally {
    lock.release();
  }
}

/** Takes away what an import in the state `from` has stored. It is not to be cancelled: the next start would go on. */
export async function takeAway(
  importId: number,
  from: ImportState,
  job: JobContext,
  why: ImportFailure,
): Promise<void> {
  commitLazily(job.store);
  if (from !== "removing") moveImport(job.store, importId, from, "removing");
  const { createdBy } = requireImport(job.store, importId);
  const slices = new Slices(job.store, new AbortController().signal);
  const change = { by: createdBy, at: job.now() };
  const total = countImported(job.store, importId) + countChanges(job.store, importId);
  let [gone, before]: [number, number | null] = [0, Number.MAX_SAFE_INTEGER];
  await slices.repeat(() => {
    before = revertChanges(job.store, importId, before ?? 0, CHANGES_AT_A_TIME, change);
    if (before !== null) job.progress(gone += CHANGES_AT_A_TIME, total);
    return before !== null;
  });
  await slices.repeat(() => {
    const removed = removeImported(job.store, importId, CUSTOMERS_AT_A_TIME);
    job.progress(gone += removed, total);
    return removed > 0;
  });
  commitDurably(job.store);
  job.store.transaction(() => {
    keepFailure(job.store, importId, why);
    moveImport(job.store, importId, "removing", "removed", job.now());
  });
}

function refuseTouched(importId: number, job: JobContext): void {
  const touched = countTouched(job.store, importId);
  if (touched > 0) throw new JobFailure("touched", touched);
}
