import { turn } from "../../job_context.ts";
import { JobFailure } from "../../job_failure.ts";
import type { Area } from "../book.ts";
import { LAST_COLUMN, MOST_CELLS, MOST_MERGES } from "../limits.ts";
import { hasCells } from "./cells.ts";
import { Turns } from "./turns.ts";
import { BOF, EOF, type Record, type Records, u16 } from "./records.ts";

const [ROW, COLINFO, MERGEDCELLS] = [0x208, 0x7d, 0xe5];
const ROWS = 0x10000;

/** What a sheet says of its rows, found out before they are read. */
export interface SheetScan {
  /** By row from 0: 1 is hidden. */
  readonly hiddenRows: Uint8Array;
  readonly hiddenColumns: readonly { readonly first: number; readonly last: number }[];
  readonly merges: readonly Area[];
  /** Where the cells' records are, row by row; null where they follow each other in the stream already. */
  readonly places: Uint32Array | null;
}

/** Throws JobFailure: `excel_parts` for too many merged areas; `too_much_text` for too many cells; `broken_excel`. */
export async function scanSheet(records: Records, at: number): Promise<SheetScan> {
  const hiddenRows = new Uint8Array(ROWS);
  const hiddenColumns: { first: number; last: number }[] = [];
  const merges: Area[] = [];
  let [lastRow, isOrdered] = [0, true];
  const turns = new Turns();
  for (const record of sheetRecords(records, at)) {
    if (turns.isDue()) await turn();
    const { id, data } = record;
    if (hasCells(record)) {
      const row = u16(data, 0);
      if (row < lastRow) isOrdered = false;
      lastRow = row;
    } else if (id === ROW && (u16(data, 12) & 0x20) !== 0) hiddenRows[u16(data, 0)] = 1;
    else if (id === COLINFO && (u16(data, 8) & 1) === 1 && hiddenColumns.length < LAST_COLUMN) {
      hiddenColumns.push({ first: u16(data, 0), last: u16(data, 2) });
    } else if (id === MERGEDCELLS) addAreas(data, merges);
  }
  const places = isOrdered ? null : await placesByRow(records, at);
  return { hiddenRows, hiddenColumns, merges, places };
}

/** The records of a sheet, without those of the charts in it. Throws JobFailure `broken_excel`. */
export function* sheetRecords(records: Records, at: number): Generator<Record> {
  const begin = records.read(at);
  if (begin === null || begin.id !== BOF) throw new JobFailure("broken_excel");
  let depth = 0;
  for (let record = records.read(begin.next); record !== null; record = records.read(record.next)) {
    if (record.id === BOF) depth++;
    else if (record.id === EOF && depth-- === 0) return;
    else if (depth === 0) yield record;
  }
}

function addAreas(data: DataView, areas: Area[]): void {
  const count = u16(data, 0);
  if (areas.length + count > MOST_MERGES) throw new JobFailure("excel_parts", MOST_MERGES);
  for (let i = 0; i < count; i++) {
    const [top, bottom, left, right] = [2, 4, 6, 8].map((field) => u16(data, field + i * 8));
    areas.push({ top: top! + 1, bottom: bottom! + 1, left: left!, right: right! });
  }
}

/** Some programs write cells as they were filled in. */
async function placesByRow(records: Records, at: number): Promise<Uint32Array> {
  const counts = new Uint32Array(ROWS + 1);
  const turns = new Turns();
  for (const record of sheetRecords(records, at)) {
    if (turns.isDue()) await turn();
    if (hasCells(record)) counts[u16(record.data, 0) + 1]!++;
  }
  for (let row = 0; row < ROWS; row++) counts[row + 1]! += counts[row]!;
  const total = counts[ROWS]!;
  if (total > MOST_CELLS) throw new JobFailure("too_much_text");
  const places = new Uint32Array(total);
  for (const record of sheetRecords(records, at)) {
    if (turns.isDue()) await turn();
    if (hasCells(record)) places[counts[u16(record.data, 0)]!++] = record.at;
  }
  return places;
}
