import { customFields } from "../../store/custom_fields.ts";
import { keepChoices, keepContents, requireImport } from "../../store/imports.ts";
import type { JobContext } from "../job_context.ts";
import { readForeign } from "./foreign_reader.ts";
import { guessColumns } from "./guess_columns.ts";
import { importFolder } from "../../store/import_folder.ts";

/**
 * Takes the uploaded file of an import apart: its rows are kept beside it, its headings and first rows in the
 * database, with a guess at what the columns are. Throws JobFailure where the file is none that can be read.
 */
export async function readImport(importId: number, job: JobContext): Promise<void> {
  const { file, rows } = importFolder(job.data, importId);
  const { reading } = requireImport(job.store, importId);
  const contents = await readForeign({ file, rows, reading }, {
    signal: job.signal,
    progress: (done) => job.progress(done, null),
  });
  keepContents(job.store, importId, contents);
  const fields = customFields(job.store);
  keepChoices(job.store, importId, { columns: guessColumns(contents, fields), rule: "skip" });
}
