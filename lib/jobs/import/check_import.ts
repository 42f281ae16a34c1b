import { type ImportOutcome, NAMING_FIELDS } from "../../domain/customer_import.ts";
import { type Import, keepOutcome, requireImport } from "../../store/imports.ts";
import { type JobContext, turn } from "../job_context.ts";
import { JobFailure } from "../job_failure.ts";
import { importFolder } from "../../store/import_folder.ts";
import { OutcomeTally } from "./results/outcome.ts";
import { plannedRows } from "./plan/planned_rows.ts";
import { RowResultsWriter } from "./results/row_results.ts";

/** Finds out what would happen with every row, and writes nothing but that. */
export async function checkImport(importId: number, job: JobContext): Promise<ImportOutcome> {
  const { contents, choices } = readyImport(job, importId);
  const { rows, results } = importFolder(job.data, importId);
  using writer = new RowResultsWriter(results);
  const tally = new OutcomeTally(writer);
  let done = 0;
  for (const batch of plannedRows(rows, contents, choices, job.store, job.now())) {
    for (const planned of batch) tally.add(planned);
    job.progress(done += batch.length, contents.rows);
    await turn();
    job.signal.throwIfAborted();
  }
  writer.finish();
  const outcome = tally.outcome();
  keepOutcome(job.store, importId, outcome);
  return outcome;
}

type ReadyImport = Import & {
  readonly contents: NonNullable<Import["contents"]>;
  readonly choices: NonNullable<Import["choices"]>;
};

/** An import whose file is read and whose columns say who the customers are. Throws JobFailure. */
export function readyImport(job: JobContext, importId: number): ReadyImport {
  const { contents, choices, ...rest } = requireImport(job.store, importId);
  if (contents === null || choices === null) throw new JobFailure("file_gone");
  const named = choices.columns.some(({ field }) =>
    NAMING_FIELDS.includes(field) || field === choices.key
  );
  if (!named) throw new JobFailure("no_name_column");
  return { ...rest, contents, choices };
}
