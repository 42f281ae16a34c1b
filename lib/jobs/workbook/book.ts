import type { Cell } from "./cell.ts";

/** A workbook of any format. Disposing it closes what it has open. */
export interface Book extends Disposable {
  readonly format: "xlsx" | "xls" | "ods" | "xml";
  /** Those with cells, in their order; one that is a chart alone is none. */
  readonly sheets: readonly Sheet[];
  /** How many rows the sheet at `index` of `sheets` has with something in them; 2 where there are more. */
  count(index: number): Promise<number>;
  /** The rows of that sheet that have something in them, read as they are asked for. Throws JobFailure. */
  rows(index: number): AsyncGenerator<SheetRow>;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** The one that is seen when the workbook is opened. */
  readonly active: boolean;
}

/** A row as people see it. */
export interface SheetRow {
  /** From 1, as the spreadsheet counts. */
  readonly row: number;
  readonly hidden: boolean;
  /** Up to the last one that has something in it; those within a merged area have its value. */
  readonly cells: readonly Cell[];
  /** How many cells have the value of the merged area that they are in. */
  readonly merged: number;
  /** How many hidden columns have something in this row and had nothing above it. */
  readonly hiddenColumns: number;
}

/** Rows and columns count from 1 and from 0; each side is within the area. */
export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** How many of these rows there are; 2 where there are more. */
export async function countTwo(rows: AsyncGenerator<SheetRow>): Promise<number> {
  let count = 0;
  for await (const _ of rows) if (++count === 2) break;
  return count;
}
