import type { TextEncoding } from "../../../domain/import_contents.ts";
import { type CsvRecord, CsvRecords } from "./csv_records.ts";
import { behindSaid, type FoundShape } from "./csv_shape.ts";
import type { TableRow } from "./table.ts";

/** Stands where a letter was none. */
const LOST = "\uFFFD";

/**
 * The rows of a CSV file, read as they are asked for; `row` is the line that a row begins on. Throws what `CsvRecords`
 * throws.
 */
export async function* csvRows(
  path: string,
  encoding: TextEncoding,
  shape: FoundShape,
): AsyncGenerator<TableRow> {
  const file = await Deno.open(path);
  const reader = new CsvRecords(shape);
  // Excel does not count the line that says the delimiter.
  let text = shape.said ? "" : null;
  // The decoder takes the mark away.
  for await (const piece of file.readable.pipeThrough(new TextDecoderStream(encoding))) {
    let next = piece;
    if (text !== null) {
      text += piece;
      if (!/[\r\n]./s.test(text)) continue;
      [next, text] = [behindSaid(text), null];
    }
    for (const record of reader.push(next)) yield rowOf(record);
  }
  for (const record of reader.end()) yield rowOf(record);
}

function rowOf({ line, cells, odd }: CsvRecord): TableRow {
  const row = { row: line, cells, fields: cells.length };
  const lettersLost = cells.some((cell) => cell.includes(LOST));
  if (!odd && !lettersLost) return row;
  return { ...row, oddQuotes: odd, lettersLost };
}
