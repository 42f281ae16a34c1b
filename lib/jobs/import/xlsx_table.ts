import { cellText } from "../workbook/cell.ts";
import { FileBytes } from "../workbook/byte_source.ts";
import { Workbook } from "../workbook/workbook.ts";
import type { TableRow } from "./table.ts";

/** The rows of a workbook's first sheet as texts; the file `scratch` is made meanwhile. Throws what `Workbook` throws. */
export async function* xlsxRows(path: string, scratch: string): AsyncGenerator<TableRow> {
  using source = new FileBytes(path);
  const workbook = await Workbook.open(source, scratch);
  if (workbook.sheets.length === 0) return;
  for await (const { row, cells } of workbook.rows(0)) yield { row, cells: cells.map(cellText) };
}
