import { MOST_COLUMNS } from "../../table_limits.ts";
import { JobFailure } from "../../job_failure.ts";
import { type Cell, isBlank } from "../cell.ts";
import { shownNumber } from "../shown_number.ts";
import type { StringTable } from "../string_table.ts";
import type { Globals } from "./globals.ts";
import { textAt } from "./letters.ts";
import { f64, type Record, type Records, u16, u32, u8 } from "./records.ts";

const [FORMULA, NUMBER, LABEL, BOOLERR, STRING] = [0x06, 0x203, 0x204, 0x205, 0x207];
const [RK, MULRK, RSTRING, LABELSST] = [0x27e, 0xbd, 0xd6, 0xfd];
const CELLS = new Set([FORMULA, NUMBER, LABEL, BOOLERR, RK, MULRK, RSTRING, LABELSST]);
/** Records between a formula and its text: the formula may be shared, or an array's. */
const BETWEEN = new Set([0x4bc, 0x221, 0x236]);
const ERRORS: Readonly<Partial<{ [code: number]: string }>> = {
  ...{ 0x00: "#NULL!", 0x07: "#DIV/0!", 0x0f: "#VALUE!", 0x17: "#REF!", 0x1d: "#NAME?" },
  ...{ 0x24: "#NUM!", 0x2a: "#N/A", 0x2b: "#GETTING_DATA" },
};

/** Whether a record has the value of a cell, or of several beside each other. */
export function hasCells({ id }: Record): boolean {
  return CELLS.has(id);
}

export interface CellsTerms extends Globals {
  readonly records: Records;
  readonly strings: StringTable;
}

/**
 * Puts what a record says of its cells in their places of `row`. Throws JobFailure `too_many_columns` before room is
 * made for one beyond; `broken_excel`.
 */
export function putCells(row: Cell[], record: Record, terms: CellsTerms): void {
  const { id, data } = record;
  const column = u16(data, 2);
  if (id !== MULRK) return put(row, column, cellOf(record, terms));
  // Each has a style and a number; the last column stands behind them.
  const count = Math.floor((data.byteLength - 6) / 6);
  for (let i = 0; i < count; i++) {
    const [style, number] = [u16(data, 4 + i * 6), u32(data, 6 + i * 6)];
    put(row, column + i, shown(shortNumber(number), style, terms));
  }
}

function put(row: Cell[], column: number, value: Cell): void {
  if (isBlank(value)) return;
  if (column >= MOST_COLUMNS) throw new JobFailure("too_many_columns", MOST_COLUMNS);
  while (row.length <= column) row.push(null);
  row[column] = value;
}

function cellOf(record: Record, terms: CellsTerms): Cell {
  const { id, data } = record;
  switch (id) {
    case NUMBER:
      return shown(f64(data, 6), u16(data, 4), terms);
    case RK:
      return shown(shortNumber(u32(data, 6)), u16(data, 4), terms);
    case LABELSST:
      return terms.strings.get(u32(data, 6));
    case LABEL:
    case RSTRING:
      return textAt(terms.records, record, 6, 2, terms.letters);
    case BOOLERR:
      return truthOrError(u8(data, 6), u8(data, 7) === 1);
    default:
      return formulaValue(record, terms);
  }
}

/** (MS-XLS 2.5.133.) */
function formulaValue(record: Record, terms: CellsTerms): Cell {
  const { data } = record;
  const isText = u16(data, 12) === 0xffff;
  const number = isText ? 0 : f64(data, 6);
  // Programs that compute nothing write 0, or a blank, and that it is to be computed.
  const isOwed = (u16(data, 14) & 3) !== 0;
  switch (isText ? u8(data, 6) : -1) {
    case 0:
      return formulaText(record, terms);
    case 1:
      return truthOrError(u8(data, 8), false);
    case 2:
      return truthOrError(u8(data, 8), true);
    case 3:
      return isOwed || !terms.isComputed ? { error: "" } : null;
    default:
      return number === 0 && isOwed ? { error: "" } : shown(number, u16(data, 4), terms);
  }
}

/** It stands in a record of its own behind. */
function formulaText(record: Record, { records, letters }: CellsTerms): Cell {
  let next = records.read(record.next);
  if (next !== null && BETWEEN.has(next.id)) next = records.read(next.next);
  if (next === null || next.id !== STRING) throw new JobFailure("broken_excel");
  return textAt(records, next, 0, 2, letters);
}

function truthOrError(value: number, isError: boolean): Cell {
  return isError ? { error: ERRORS[value] ?? "#N/A" } : value !== 0;
}

function shown(number: number, style: number, { styles, system }: CellsTerms): Cell {
  return Number.isFinite(number) ? shownNumber(number, styles[style] ?? "number", system) : null;
}

/** A number in 30 bits: whole, or the upper part of a double; a hundredth of it or not. (MS-XLS 2.5.217.) */
function shortNumber(bits: number): number {
  let number = bits >> 2;
  if ((bits & 2) === 0) {
    view.setUint32(4, bits & ~3, true);
    number = view.getFloat64(0, true);
  }
  return (bits & 1) === 1 ? number / 100 : number;
}
const view = new DataView(new ArrayBuffer(8));
