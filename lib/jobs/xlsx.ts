/** The one file that knows the library that reads and writes workbooks. */
import {
  type CellValue,
  type ColumnDef,
  streamXlsxRows,
  writeXlsxStream,
  XLSX_MAX_ROWS_PER_SHEET,
} from "hucre/xlsx";

export type XlsxCell = string | number | Date | null;

export interface XlsxColumn {
  readonly heading: string;
  /** In characters, as spreadsheets count. */
  readonly width: number;
  /** `text` keeps leading zeros and is never a formula; `time` is a date with the clock's time. */
  readonly kind: "text" | "number" | "time";
}

const FORMATS = { text: "@", number: "0", time: "yyyy-mm-dd hh:mm:ss" } as const;

/**
 * The rows of a workbook's first sheet, from the top; `row` counts from 1, as the spreadsheet does. The reader
 * runs ahead of whoever takes the rows slowly: take them without waiting. Throws what the library throws for a file that
 * is no workbook.
 */
export async function* readXlsxRows(
  bytes: Uint8Array,
): AsyncGenerator<{ readonly row: number; readonly cells: readonly CellValue[] }> {
  for await (const { index, values } of streamXlsxRows(bytes)) {
    yield { row: index + 1, cells: values };
  }
}

/** A workbook with one sheet (more, where there are too many rows for one), written while rows come. */
export function writeXlsxRows(
  name: string,
  columns: readonly XlsxColumn[],
  rows: Iterable<readonly XlsxCell[]> | AsyncIterable<readonly XlsxCell[]>,
): ReadableStream<Uint8Array> {
  const defined: ColumnDef[] = columns.map(({ heading, width, kind }) => ({
    header: heading,
    width,
    numFmt: FORMATS[kind],
  }));
  return writeXlsxStream(rows as AsyncIterable<CellValue[]>, {
    name,
    columns: defined,
    freezePane: { rows: 1 },
    maxRowsPerSheet: XLSX_MAX_ROWS_PER_SHEET,
  });
}
