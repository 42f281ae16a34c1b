/** The one file that knows the library that writes workbooks. */
import {
  type CellValue,
  type ColumnDef,
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
