import type { FailureNote } from "../../domain/job_failure.ts";
import { noteAct } from "../../store/audit/write_audit.ts";
import {
  commitDurably,
  commitLazily,
  countImported,
  removeImported,
} from "../../store/import_batch.ts";
import { countChanges, revertChanges } from "../../store/import_changes.ts";
import { forgetRows } from "../../store/import_rows.ts";
import { countNotes, removeNotes } from "../../store/import_notes.ts";
import { countTouched } from "../../store/import_touched.ts";
import { lockImports } from "../../store/import_lock.ts";
import { type ImportState, keepFailure, moveImport, requireImport } from "../../store/imports.ts";
import type { ImportOrder } from "../../domain/job_kind.ts";
import type { JobContext } from "../job_context.ts";
import { JobFailure } from "../job_failure.ts";
import { Slices } from "../slices.ts";

/**
 * Takes a finished import back: its customers go, those it changed are what they were. Throws JobFailure `touched`
 * (with how many) when somebody has worked with one of them since.
 */
export async function undoImport(
  { importId }: ImportOrder,
  job: JobContext,
): Promise<void> {
  const lock = lockImports(job.data);
  if (lock === null) throw new JobFailure("busy");
  try {
    if (requireImport(job.store, importId).state !== "done") throw new JobFailure("file_gone");
    refuseTouched(importId, job);
    moveImport(job.store, importId, "done", "removing");
    // From here on nobody finds them; somebody may have, between the look and this.
    try {
      refuseTouched(importId, job);
    } catch (error) {
      moveImport(job.store, importId, "removing", "done");
      throw error;
    }
    await takeAway(importId, "removing", job, { code: "taken_back", limit: 0 });
    const { fileName: label } = requireImport(job.store, importId);
    const record = String(importId);
    noteAct(job.store.as(job.by, job.now), { act: "import_undone", kind: "import", record, label });
  } finally {
    lock.release();
  }
}

/** Takes away what an import in the state `from` has stored. It is not to be cancelled: the next start would go on. */
export async function takeAway(
  importId: number,
  from: ImportState,
  job: JobContext,
  why: FailureNote,
): Promise<void> {
  commitLazily(job.store);
  if (from !== "removing") moveImport(job.store, importId, from, "removing");
  const { createdBy } = requireImport(job.store, importId);
  const slices = new Slices(job, null);
  const change = { by: createdBy, at: job.now() };
  const total = countImported(job.store, importId) + countChanges(job.store, importId) +
    countNotes(job.store, importId);
  let gone = 0;
  const step = (work: (most: number) => number) =>
    slices.run((most) => {
      const done = work(most);
      job.progress(gone += done, total);
      return done;
    });
  await step((most) => removeNotes(job.store, importId, most));
  await step((most) => revertChanges(job.store, importId, most, change));
  await step((most) => removeImported(job.store, importId, most));
  commitDurably(job.store);
  job.store.transaction(() => {
    forgetRows(job.store, importId);
    keepFailure(job.store, importId, why);
    moveImport(job.store, importId, "removing", "removed", job.now());
  });
}

function refuseTouched(importId: number, job: JobContext): void {
  const made = requireImport(job.store, importId).outcome?.new ?? 0;
  // A customer who is missing was merged into somebody else.
  const missing = made - countImported(job.store, importId);
  const touched = countTouched(job.store, importId) + missing;
  if (touched > 0) throw new JobFailure("touched", touched);
}
