import { CsvError, parse } from "csv-parse";
import { Readable } from "node:stream";
import { JobFailure } from "../job_failure.ts";
import { MOST_COLUMNS } from "../table_limits.ts";
import { LONGEST_RECORD, MOST_RECORD_CELLS } from "./limits.ts";
import type { TableRow } from "./table.ts";

/**
 * The rows of a CSV file, read as they are asked for. Blank lines are no rows; `row` is the line that a row ends
 * on. Throws JobFailure `line_too_long` or `quote_open`, with the line as the limit, and `too_many_columns`.
 */
export async function* csvRows(
  path: string,
  encoding: string,
  delimiter: string,
): AsyncGenerator<TableRow> {
  const file = await Deno.open(path);
  // The decoder takes the mark away.
  const texts = file.readable.pipeThrough(new TextDecoderStream(encoding));
  const parser = parse({
    delimiter,
    // The longest record has no limit for cells that are blank. This is called for each cell as it comes.
    cast: (value, { index }) => {
      if (index < MOST_RECORD_CELLS) return value;
      throw new JobFailure("too_many_columns", MOST_COLUMNS);
    },
    info: true,
    max_record_size: LONGEST_RECORD,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  const source = Readable.from(texts);
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
      yield { row: info.lines, cells: record };
    }
  } catch (error) {
    throw error instanceof CsvError ? failureOf(error) : error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

interface CsvRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function failureOf(error: CsvError): Error {
  const line = Number(error["lines"] ?? 0);
  switch (error.code) {
    case "CSV_MAX_RECORD_SIZE":
      return new JobFailure("line_too_long", line, { cause: error });
    case "CSV_QUOTE_NOT_CLOSED":
      return new JobFailure("quote_open", line, { cause: error });
    default:
      return error;
  }
}
