import type { ImportContents } from "../../domain/customer_import.ts";
import { customFields } from "../../store/custom_fields.ts";
import { keepChoices, keepContents } from "../../store/imports.ts";
import type { JobContext } from "../job_context.ts";
import { JobFailure } from "../job_failure.ts";
import { csvRows } from "./csv_table.ts";
import { delimiterOf } from "./delimiter.ts";
import { encodingOf } from "./encoding.ts";
import { guessColumns } from "./guess_columns.ts";
import { importFolder } from "./import_folder.ts";
import { LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, SAMPLE_ROWS } from "./limits.ts";
import { StagedRowsWriter } from "./staged_rows.ts";
import { kindOf, type TableRow } from "./table.ts";
import { xlsxRows } from "./xlsx_table.ts";

const HEAD_BYTES = 64 * 1024;
const TELL_EVERY = 2000;

/**
 * Takes the uploaded file of an import apart: its rows are kept beside it, its headings and first rows in the
 * database, with a guess at what the columns are. Throws JobFailure where the file is none that can be read.
 */
export async function readImport(importId: number, job: JobContext): Promise<void> {
  const { file, rows } = importFolder(job.data, importId);
  const table = await openTable(file);
  const contents = await stage(table, rows, job);
  keepContents(job.store, importId, contents);
  const fields = customFields(job.store);
  keepChoices(job.store, importId, { columns: guessColumns(contents, fields), rule: "skip" });
}

type Table = Pick<ImportContents, "format" | "encoding" | "delimiter"> & {
  readonly rows: AsyncGenerator<TableRow>;
};

async function openTable(path: string): Promise<Table> {
  const head = await headOf(path);
  switch (kindOf(head)) {
    case "xlsx":
      return {
        format: "xlsx",
        encoding: "",
        delimiter: "",
        rows: xlsxRows(await Deno.readFile(path)),
      };
    case "old_excel":
      throw new JobFailure("old_excel");
    case "text": {
      const encoding = await encodingOf(path, head);
      // The head may end within a letter: what it becomes counts for nothing here.
      const delimiter = delimiterOf(new TextDecoder(encoding).decode(head));
      return { format: "csv", encoding, delimiter, rows: csvRows(path, encoding, delimiter) };
    }
    case "binary":
      throw new JobFailure("not_a_table");
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  const head = new Uint8Array(HEAD_BYTES);
  using file = await Deno.open(path).catch((cause: unknown) => {
    throw cause instanceof Deno.errors.NotFound ? new JobFailure("file_gone", 0, { cause }) : cause;
  });
  return head.subarray(0, await file.read(head) ?? 0);
}

async function stage(table: Table, path: string, job: JobContext): Promise<ImportContents> {
  using writer = new StagedRowsWriter(path);
  let headings: string[] | null = null;
  const sample: (readonly string[])[] = [];
  let count = 0;
  for await (const { row, cells: all } of table.rows) {
    const cells = trimmed(all);
    if (cells.length === 0) continue;
    if (cells.length > MOST_COLUMNS) throw new JobFailure("too_many_columns", MOST_COLUMNS);
    if (headings === null) {
      headings = cells.map((cell) => cell.trim().slice(0, 100));
      continue;
    }
    if (++count > MOST_ROWS) throw new JobFailure("too_many_rows", MOST_ROWS);
    if (sample.length < SAMPLE_ROWS) sample.push(cells.map((cell) => cell.slice(0, 200)));
    writer.add({ row, cells });
    if (count % TELL_EVERY === 0) {
      job.signal.throwIfAborted();
      job.progress(count, null);
    }
  }
  writer.finish();
  if (headings === null || count === 0) throw new JobFailure("no_rows");
  const width = Math.max(headings.length, ...sample.map((cells) => cells.length));
  while (headings.length < width) headings.push("");
  const { format, encoding, delimiter } = table;
  return { format, encoding, delimiter, headings, rows: count, sample };
}

/** Without the blank cells at the end, which spreadsheets leave behind; cells no longer than anything may be. */
function trimmed(cells: readonly string[]): string[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1]!.trim() === "") length--;
  return cells.slice(0, length).map((cell) => cell.slice(0, LONGEST_CELL));
}
