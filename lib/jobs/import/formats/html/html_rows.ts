import type { TextEncoding } from "../../../../domain/import_contents.ts";
import { cellText } from "../../../workbook/cell.ts";
import type { SheetRow } from "../../../workbook/book.ts";
import type { TableRow } from "../table.ts";
import { TableReader } from "./table_reader.ts";

/** The rows of the tables of an HTML file, read as they are asked for. Throws what `TableReader` throws. */
export async function* htmlRows(path: string, encoding: TextEncoding): AsyncGenerator<TableRow> {
  const reader = new TableReader();
  const file = await Deno.open(path);
  for await (const text of file.readable.pipeThrough(new TextDecoderStream(encoding))) {
    reader.write(text);
    yield* reader.rows.splice(0).map(tableRow);
  }
  reader.end();
  yield* reader.rows.splice(0).map(tableRow);
}

function tableRow({ row, hidden, cells, merged }: SheetRow): TableRow {
  const texts = cells.map(cellText);
  const lettersLost = texts.some((text) => text.includes("\uFFFD"));
  return { row, cells: texts, hidden, merged, lettersLost };
}
