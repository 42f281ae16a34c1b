import type { ImportContents } from "../../domain/customer_import.ts";
import { JobFailure } from "../job_failure.ts";
import { MOST_CHARACTERS, MOST_ROWS, SAMPLE_ROWS } from "./limits.ts";
import { StagedRowsWriter } from "./staged_rows.ts";
import { openTable } from "./table_file.ts";
import { trimmedRow } from "./trimmed_row.ts";

const TELL_EVERY = 2000;

/**
 * Reads the foreign file `file` and keeps its rows in the file `rows`, one after the other; returns what it has.
 * Throws JobFailure where it is none that can be read, or too much of one.
 */
export async function stageTable(
  file: string,
  rows: string,
  progress: (done: number) => void,
): Promise<ImportContents> {
  const { rows: all, ...format } = await openTable(file, `${rows}.texts`);
  using writer = new StagedRowsWriter(rows);
  let headings: string[] | null = null;
  const sample: (readonly string[])[] = [];
  let [count, characters] = [0, 0];
  for await (const whole of all) {
    const row = trimmedRow(whole);
    if (row === null) continue;
    if (headings === null) {
      headings = row.cells.map((cell) => cell.trim().slice(0, 100));
      continue;
    }
    if (++count > MOST_ROWS) throw new JobFailure("too_many_rows", MOST_ROWS);
    characters = row.cells.reduce((sum, cell) => sum + cell.length, characters);
    if (characters > MOST_CHARACTERS) throw new JobFailure("too_much_text");
    if (sample.length < SAMPLE_ROWS) sample.push(row.cells.map((cell) => cell.slice(0, 200)));
    writer.add(row);
    if (count % TELL_EVERY === 0) progress(count);
  }
  writer.finish();
  if (headings === null || count === 0) throw new JobFailure("no_rows");
  const width = Math.max(headings.length, ...sample.map((cells) => cells.length));
  while (headings.length < width) headings.push("");
  return { ...format, headings, rows: count, sample };
}
