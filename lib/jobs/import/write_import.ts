import type { ImportOutcome } from "../../domain/customer_import.ts";
import { commitDurably, commitLazily, insertImported } from "../../store/import_batch.ts";
import { applyChanges, noteChange } from "../../store/import_changes.ts";
import type { Change } from "../../store/customers.ts";
import { clearFailure, keepOutcome, moveImport, requireImport } from "../../store/imports.ts";
import { lockImports } from "../../store/import_lock.ts";
import type { JobContext } from "../job_context.ts";
import { JobFailure } from "../job_failure.ts";
import { Slices } from "../slices.ts";
import { readyImport } from "./check_import.ts";
import { importFolder, removeQuietly } from "./import_folder.ts";
import { OutcomeTally } from "./outcome.ts";
import { RowPlanner } from "./plan_row.ts";
import { readRow } from "./read_row.ts";
import { ReportWriter } from "./refused_report.ts";
import { takeAway } from "./remove_import.ts";
import { stagedRows } from "./staged_rows.ts";

const TELL_EVERY = 500;
const CHANGES_AT_A_TIME = 4;

/**
 * Stores the customers of an import, all of them or none: the new ones while nobody sees them, then all at once,
 * and then the changes of those who were there. Throws JobFailure, and after a cancelling the signal's
 * reason; what was written is gone then.
 */
export async function writeImport(importId: number, job: JobContext): Promise<ImportOutcome> {
  const lock = lockImports(job.data);
  if (lock === null) throw new JobFailure("busy");
  try {
    commitLazily(job.store);
    if (!moveImport(job.store, importId, "draft", "writing")) throw new JobFailure("file_gone");
    clearFailure(job.store, importId);
    let outcome: ImportOutcome;
    try {
      outcome = await writeRows(importId, job);
    } catch (error) {
      await takeAway(importId, "writing", job, job.signal.aborted ? "cancelled" : "failed");
      throw error;
    }
    commitDurably(job.store);
    job.store.transaction(() => {
      keepOutcome(job.store, importId, outcome);
      moveImport(job.store, importId, "writing", "publishing");
    });
    await publish(importId, job);
    return outcome;
  } finally {
    commitDurably(job.store);
    lock.release();
  }
}

/** Makes the changes of an import whose new customers are seen already. It cannot be cancelled: it can be taken back. */
export async function publish(importId: number, job: JobContext): Promise<void> {
  const { createdBy } = requireImport(job.store, importId);
  const change: Change = { by: createdBy, at: job.now() };
  let after: number | null = 0;
  await new Slices(job.store, new AbortController().signal).repeat(() => {
    after = applyChanges(job.store, importId, after ?? 0, CHANGES_AT_A_TIME, change);
    return after !== null;
  });
  moveImport(job.store, importId, "publishing", "done", job.now());
  const { file, rows } = importFolder(job.data, importId);
  for (const path of [file, rows]) removeQuietly(path);
}

async function writeRows(importId: number, job: JobContext): Promise<ImportOutcome> {
  const { contents, choices, createdBy } = readyImport(job, importId);
  const { rows, refused } = importFolder(job.data, importId);
  using report = new ReportWriter(refused);
  const tally = new OutcomeTally((problem) => report.add(problem));
  const planner = new RowPlanner(job.store, choices.rule);
  const slices = new Slices(job.store, job.signal);
  const change: Change = { by: createdBy, at: job.now() };
  let done = 0;
  for (const row of stagedRows(rows)) {
    const read = readRow(row, choices.columns, contents.headings);
    const plan = planner.plan(read);
    tally.add(row, read, plan);
    if (plan.fate === "new") {
      await slices.add(() => insertImported(job.store, importId, read.customer, change));
    } else if (plan.fate === "update") {
      await slices.add(() => noteChange(job.store, importId, row.row, plan.customer, plan.wanted));
    }
    if (++done % TELL_EVERY === 0) job.progress(done, contents.rows);
  }
  await slices.flush();
  job.signal.throwIfAborted();
  report.finish();
  return tally.outcome();
}
