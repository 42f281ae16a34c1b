import type { FileFormat, ImportReading } from "../../domain/import_contents.ts";
import { JobFailure } from "../job_failure.ts";
import { bookTable } from "./book_table.ts";
import { csvRows } from "./csv_table.ts";
import { shapeOf } from "./csv_shape.ts";
import { encodingOf } from "./encoding.ts";
import { kindOf, type TableRow } from "./table.ts";

const HEAD_BYTES = 64 * 1024;

/** What a file is, and its rows, read as they are asked for. */
export interface Table extends FileFormat {
  readonly rows: AsyncGenerator<TableRow>;
}

/**
 * Opens a file whatever it is, and as `reading` says where that fits it; the file `scratch` may be made while rows are
 * read. Throws JobFailure where it is no table; so do its rows.
 */
export async function openTable(
  path: string,
  scratch: string,
  reading: ImportReading,
): Promise<Table> {
  const head = await headOf(path);
  switch (kindOf(head)) {
    case "book":
      return { ...NO_TEXT, ...await bookTable(path, scratch, reading) };
    case "text": {
      const encoding = reading.encoding ?? await encodingOf(path, head);
      // The head may end within a letter: what it becomes counts for nothing here.
      const text = new TextDecoder(encoding).decode(head);
      const shape = shapeOf(text, head.length < HEAD_BYTES, reading.delimiter);
      const rows = csvRows(path, encoding, shape);
      return { ...NO_SHEETS, format: "csv", encoding, delimiter: shape.delimiter, rows };
    }
    case "binary":
      throw new JobFailure("not_a_table");
  }
}

const NO_TEXT = { encoding: "", delimiter: "" } as const;
const NO_SHEETS = { sheets: [], sheet: "" } as const;

async function headOf(path: string): Promise<Uint8Array> {
  const head = new Uint8Array(HEAD_BYTES);
  using file = await Deno.open(path).catch((cause: unknown) => {
    throw cause instanceof Deno.errors.NotFound ? new JobFailure("file_gone", 0, { cause }) : cause;
  });
  return head.subarray(0, await file.read(head) ?? 0);
}
