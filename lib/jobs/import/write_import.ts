import { removeIfThere } from "../../base/files.ts";
import { type ImportOutcome, isOfNote } from "../../domain/customer_import.ts";
import type { FailureNote } from "../../domain/job_failure.ts";
import { noteAct } from "../../store/audit/write_audit.ts";
import {
  commitDurably,
  commitLazily,
  insertImported,
  newCustomerOf,
} from "../../store/import_batch.ts";
import { applyChanges, noteChange } from "../../store/import_changes.ts";
import type { Change } from "../../store/customers.ts";
import type { Store } from "../../store/database.ts";
import { indexWords, type SearchEntry } from "../../store/search_batch.ts";
import { clearFailure, keepOutcome, moveImport, requireImport } from "../../store/imports.ts";
import { applyNotes } from "../../store/import_notes.ts";
import { rememberMapping } from "../../store/import_mappings.ts";
import { lockImports } from "../../store/import_lock.ts";
import type { ImportOrder } from "../../domain/job_kind.ts";
import type { JobContext } from "../job_context.ts";
import { failureOf, JobFailure } from "../job_failure.ts";
import { Slices } from "../slices.ts";
import { readyImport } from "./check_import.ts";
import { importFolder } from "../../store/import_folder.ts";
import { noteRows } from "../../store/import_rows.ts";
import { NotesOfRows } from "./plan/notes_of_rows.ts";
import { OutcomeTally } from "./results/outcome.ts";
import { type PlannedRow, plannedRows } from "./plan/planned_rows.ts";
import { RowResultsWriter } from "./results/row_results.ts";
import { takeAway } from "./remove_import.ts";
import { RowsToLookAt } from "./results/rows_to_look_at.ts";

/**
 * Stores the customers of an import, all of them or none: the new ones while nobody sees them, then all at once,
 * and then the changes of those who were there. Throws JobFailure, and after a cancelling the signal's
 * reason; what was written is gone then.
 */
export async function writeImport(
  { importId }: ImportOrder,
  job: JobContext,
): Promise<ImportOutcome> {
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
      const why = job.signal.aborted ? CANCELLED : failureOf(error);
      await takeAway(importId, "writing", job, why);
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
  const { createdBy, fileName, outcome, contents, choices } = requireImport(job.store, importId);
  const change: Change = { by: createdBy, at: job.now() };
  await new Slices(job, null).run((most) => applyChanges(job.store, importId, most, change));
  await new Slices(job, null).run((most) => applyNotes(job.store, importId, most));
  const store = job.store.as(job.by, job.now);
  store.transaction(() => {
    moveImport(store, importId, "publishing", "done", job.now());
    if (contents !== null && choices !== null) {
      rememberMapping(store, contents.headings, choices, job.now());
    }
    // One entry for all of its customers: the import itself knows them.
    const { new: made = 0, update = 0, duplicate = 0, refused = 0 } = outcome ?? {};
    const after = { new: made, update, duplicate, refused };
    const record = String(importId);
    noteAct(store, { act: "imported", kind: "import", record, label: fileName, after });
  });
  // Its rows stay for a week, for those who download what became of them.
  removeIfThere(importFolder(job.data, importId).file);
}

async function writeRows(importId: number, job: JobContext): Promise<ImportOutcome> {
  const { contents, choices, createdBy } = readyImport(job, importId);
  const { rows, results } = importFolder(job.data, importId);
  using writer = new RowResultsWriter(results);
  const tally = new OutcomeTally(writer);
  const slices = new Slices(job, job.signal);
  const toLookAt = new RowsToLookAt();
  const notes = choices.columns.some(({ field }) => isOfNote(field))
    ? new NotesOfRows(job.store, createdBy)
    : null;
  const change: Change = { by: createdBy, at: job.now() };
  let done = 0;
  for (const batch of plannedRows(rows, contents, choices, job.store, job.now())) {
    for (const planned of batch) tally.add(planned);
    const made = await writeBatch(importId, batch, { slices, change, store: job.store });
    notes?.note(importId, batch, made);
    const looked = toLookAt.of(batch, made);
    if (looked.length > 0) job.store.transaction(() => noteRows(job.store, importId, looked));
    job.progress(done += batch.length, contents.rows);
  }
  job.signal.throwIfAborted();
  writer.finish();
  return tally.outcome();
}

const CANCELLED: FailureNote = { code: "cancelled", limit: 0 };

/** Take some three milliseconds. */
const NEW_AT_A_TIME = 40;

interface Pen {
  readonly slices: Slices;
  readonly change: Change;
  readonly store: Store;
}

/** Returns as whom each of its new rows is stored, in their order. */
async function writeBatch(
  importId: number,
  batch: readonly PlannedRow[],
  { slices, change, store }: Pen,
): Promise<number[]> {
  const created = batch.filter(({ plan }) => plan.fate === "new")
    .map(({ read }) => newCustomerOf(read.customer));
  /** Of the slice that is being written. */
  const stored: SearchEntry[] = [];
  const made: number[] = [];
  let first = 0;
  let at = 0;
  await slices.run((most) => {
    const some = created.slice(at, at + most);
    if (some.length > 0) {
      const id = insertImported(store, importId, some, change);
      if (stored.length === 0) first = id;
      stored.push(...some.map(({ entry }) => entry));
      made.push(...some.map((_, index) => id + index));
    }
    at += some.length;
    return some.length;
  }, {
    bite: NEW_AT_A_TIME,
    finish() {
      indexWords(store, first, stored);
      stored.length = 0;
    },
  });
  const changed = batch.flatMap(({ row, plan }) => plan.fate === "update" ? [{ row, plan }] : []);
  at = 0;
  await slices.run((most) => {
    const some = changed.slice(at, at + most);
    for (const { row, plan } of some) {
      noteChange(store, importId, row.row, plan.customer, plan.wanted);
    }
    at += some.length;
    return some.length;
  });
  return made;
}
