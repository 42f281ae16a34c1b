import type { ImportContents, ImportReading } from "../../../domain/import_contents.ts";
import { reportColumns } from "../../../text/import_report.ts";
import { isTemplateExample } from "../../../text/import_template.ts";
import { JobFailure } from "../../job_failure.ts";
import { cutCells, findHeadings, type FoundHeadings } from "./find_headings.ts";
import { KnownRows } from "./known_rows.ts";
import { MOST_CHARACTERS, MOST_ROWS, SAMPLE_ROWS, TOP_ROWS } from "../limits.ts";
import { RemarkTally } from "./remark_tally.ts";
import { RowFlaws } from "./row_flaws.ts";
import { StagedRowsWriter } from "./staged_rows.ts";
import type { TableRow } from "../formats/table.ts";
import { openTable } from "../formats/table_file.ts";
import { trimmedRow } from "./trimmed_row.ts";

const TELL_EVERY = 2000;

/**
 * Reads the foreign file `file` as `reading` says and keeps the rows below its headings in the file `rows`, one after the
 * other; returns what it has. Throws JobFailure where it is none that can be read, or too much of one.
 */
export async function stageTable(
  file: string,
  rows: string,
  reading: ImportReading,
  progress: (done: number) => void,
): Promise<ImportContents> {
  const { rows: all, headingRows: fixed, ...format } = await openTable(
    file,
    `${rows}.texts`,
    reading,
  );
  const remarks = new RemarkTally();
  using stage = new Stage(rows, progress);
  /** Until it is known which of the first rows are the headings. */
  const top: TableRow[] = [];
  let found: FoundHeadings | null = null;
  let known = new KnownRows([]);
  let flaws: RowFlaws | null = null;
  const add = (row: TableRow) => {
    if (known.has(row)) return remarks.leftOut("again", row.row);
    if (isTemplateExample(row.cells)) return remarks.leftOut("example", row.row);
    remarks.addMerged(row);
    const flaw = flaws?.of(row) ?? null;
    stage.add(flaw === null ? row : { ...row, flaw });
  };
  const begin = () => {
    found = findHeadings(top, fixed ?? reading.headings);
    known = new KnownRows(found.above);
    const ofReport = reportColumns(found.headings);
    flaws = new RowFlaws(found.fields, found.below, format.delimiter, ofReport);
    found.below.forEach(add);
  };
  for await (const whole of all) {
    const row = trimmedRow(whole);
    if (row === null) continue;
    remarks.add(row);
    if (row.hidden === true && reading.leavesHidden) continue;
    if (top.length < TOP_ROWS) top.push(row);
    else {
      if (found === null) begin();
      add(row);
    }
  }
  if (found === null) begin();
  stage.finish();
  const { headings, headingRows } = found!;
  const { count, sample } = stage;
  if (count === 0) throw new JobFailure("no_rows");
  const width = Math.max(headings.length, ...sample.map((cells) => cells.length));
  const unnamed = Array<string>(width - headings.length).fill("");
  return {
    ...format,
    headingRows,
    headings: [...headings, ...unnamed],
    rows: count,
    sample,
    top: top.map(({ row, cells }) => ({ row, cells: cutCells(cells) })),
    remarks: remarks.remarks(),
  };
}

/** Counts and keeps the rows below the headings. */
class Stage implements Disposable {
  count = 0;
  readonly sample: (readonly string[])[] = [];
  #characters = 0;
  readonly #writer: StagedRowsWriter;

  constructor(path: string, private readonly progress: (done: number) => void) {
    this.#writer = new StagedRowsWriter(path);
  }

  /** Throws JobFailure `too_many_rows`, `too_much_text`. */
  add(row: TableRow): void {
    if (++this.count > MOST_ROWS) throw new JobFailure("too_many_rows", MOST_ROWS);
    this.#characters = row.cells.reduce((sum, cell) => sum + cell.length, this.#characters);
    if (this.#characters > MOST_CHARACTERS) throw new JobFailure("too_much_text");
    if (this.sample.length < SAMPLE_ROWS) this.sample.push(cutCells(row.cells));
    this.#writer.add(row);
    if (this.count % TELL_EVERY === 0) this.progress(this.count);
  }

  finish(): void {
    this.#writer.finish();
  }

  [Symbol.dispose](): void {
    this.#writer[Symbol.dispose]();
  }
}
