import { keepChoices, keepContents, requireImport } from "../../store/imports.ts";
import type { JobContext } from "../job_context.ts";
import { readForeign } from "./staging/foreign_reader.ts";
import { columnFacts } from "./columns/column_facts.ts";
import { guessColumns } from "./columns/guess_columns.ts";
import { GUESS_ROWS } from "./limits.ts";
import { officeTerms } from "./rows/office_terms.ts";
import { stagedRows } from "./staging/staged_rows.ts";
import { rememberedMapping } from "../../store/import_mappings.ts";
import { rememberedColumns } from "./columns/remembered_columns.ts";
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
  const looked = firstRows(rows);
  keepContents(job.store, importId, { ...contents, columns: columnFacts(contents, looked) });
  const terms = officeTerms(job.store, job.now());
  const { headings } = contents;
  const remembered = rememberedMapping(job.store, headings);
  const guessed = guessColumns({ headings, rows: looked }, {
    fields: [...terms.fields.values()],
    isStaff: (name) => terms.ownerOf(name) !== null,
  });
  const asLastTime = remembered === null
    ? null
    : rememberedColumns(headings, remembered, { guessed, inUse: new Set(terms.fields.keys()) });
  keepChoices(job.store, importId, asLastTime ?? { columns: guessed, rule: "skip" });
}

/** Characters of a cell by which it is guessed what the column is. */
const LONGEST_LOOKED = 200;

function firstRows(path: string): (readonly string[])[] {
  const found: (readonly string[])[] = [];
  for (const { cells } of stagedRows(path)) {
    if (found.push(cells.map((cell) => cell.slice(0, LONGEST_LOOKED))) === GUESS_ROWS) break;
  }
  return found;
}
