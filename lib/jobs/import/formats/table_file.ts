import type { FileFormat, HeadingRows, ImportReading } from "../../../domain/import_contents.ts";
import { JobFailure } from "../../job_failure.ts";
import { bookTable } from "./book_table.ts";
import { csvRows } from "./csv_table.ts";
import { shapeOf } from "./csv_shape.ts";
import { encodingOf } from "./encoding.ts";
import { htmlRows } from "./html/html_rows.ts";
import { otherKindOf } from "./other_kinds.ts";
import { kindOf, type TableRow } from "./table.ts";
import { CARD_HEADINGS, cardRows } from "./vcard/card_rows.ts";

const HEAD_BYTES = 64 * 1024;

/** What a file is, and its rows, read as they are asked for. */
export interface Table extends FileFormat {
  readonly rows: AsyncGenerator<TableRow>;
  /** Where its headings are, if nobody has to look for them. */
  readonly headingRows?: HeadingRows;
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
  const kind = kindOf(head);
  const other = kind === "text" || kind === "binary" ? otherKindOf(head) : null;
  if (other !== null) throw new JobFailure(other);
  switch (kind) {
    case "book":
      return { ...NO_TEXT, ...await bookTable(path, scratch, reading) };
    case "vcard": {
      const encoding = reading.encoding ?? await encodingOf(path, head);
      const rows = cardRows(path, encoding);
      return {
        ...NO_SHEETS,
        format: "vcard",
        encoding,
        delimiter: "",
        rows,
        headingRows: CARD_HEADINGS,
      };
    }
    case "html": {
      const encoding = reading.encoding ?? await encodingOf(path, head);
      return {
        ...NO_SHEETS,
        format: "html",
        encoding,
        delimiter: "",
        rows: htmlRows(path, encoding),
      };
    }
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
