import type { ImportOutcome } from "../../domain/customer_import.ts";
import { type Import, keepOutcome, requireImport } from "../../store/imports.ts";
import { type JobContext, turn } from "../job_context.ts";
import { JobFailure } from "../job_failure.ts";
import { importFolder } from "./import_folder.ts";
import { OutcomeTally } from "./outcome.ts";
import { RowPlanner } from "./plan_row.ts";
import { readRow } from "./read_row.ts";
import { ReportWriter } from "./refused_report.ts";
import { stagedRows } from "./staged_rows.ts";

/** Rows that are planned before everything else has its turn; some 50 µs each. */
const AT_A_TIME = 100;
const TELL_EVERY = 1000;

/** Finds out what would happen with every row, and writes nothing but that. */
export async function checkImport(importId: number, job: JobContext): Promise<ImportOutcome> {
  const { contents, choices } = readyImport(job, importId);
  const { rows, refused } = importFolder(job.data, importId);
  using report = new ReportWriter(refused);
  const tally = new OutcomeTally((problem) => report.add(problem));
  const planner = new RowPlanner(job.store, choices.rule);
  let done = 0;
  for (const row of stagedRows(rows)) {
    const read = readRow(row, choices.columns, contents.headings);
    tally.add(row, read, planner.plan(read));
    done++;
    if (done % TELL_EVERY === 0) job.progress(done, contents.rows);
    if (done % AT_A_TIME === 0) {
      await turn();
      job.signal.throwIfAborted();
    }
  }
  report.finish();
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
  const named = choices.columns.some(({ field }) => ["name", "company", "code"].includes(field));
  if (!named) throw new JobFailure("no_name_column");
  return { ...rest, contents, choices };
}
