import type { ImportContents } from "../../domain/customer_import.ts";
import { JobFailure } from "../job_failure.ts";
import { csvRows } from "./csv_table.ts";
import { delimiterOf } from "./delimiter.ts";
import { encodingOf } from "./encoding.ts";
import { kindOf, type TableRow } from "./table.ts";
import { xlsxRows } from "./xlsx_table.ts";

const HEAD_BYTES = 64 * 1024;

/** What a file is, and its rows, read as they are asked for. */
export interface Table extends TableFormat {
  readonly rows: AsyncGenerator<TableRow>;
}
export type TableFormat = Pick<ImportContents, "format" | "encoding" | "delimiter">;

/** Opens a file whatever it is; the file `scratch` may be made while rows are read. Throws JobFailure where it is no table; so do its rows. */
export async function openTable(path: string, scratch: string): Promise<Table> {
  const head = await headOf(path);
  switch (kindOf(head)) {
    case "xlsx":
      return { format: "xlsx", encoding: "", delimiter: "", rows: xlsxRows(path, scratch) };
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
