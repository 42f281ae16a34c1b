import { LONGEST_CELL, MOST_COLUMNS } from "../table_limits.ts";
import { JobFailure } from "../job_failure.ts";
import type { ByteSource } from "./byte_source.ts";
import { type Cell, cellText } from "./cell.ts";
import { type CellTerms, cellValue, type RawCell } from "./cell_value.ts";
import { INFLATED, LAST_COLUMN, LAST_ROW, MOST_MERGES } from "./limits.ts";
import { RichText } from "./rich_text.ts";
import { type Attributes, parseSlowly, type XmlListener } from "./xml_part.ts";
import type { ZipMember } from "./zip_member.ts";

export interface SheetRow {
  /** From 1, as the spreadsheet counts. */
  readonly row: number;
  readonly hidden: boolean;
  /** Up to the last one that has something in it. */
  readonly cells: readonly Cell[];
}

/** What a sheet says behind its rows. */
export interface SheetEnd {
  /** Merged areas such as `A1:C1`, the first of them. */
  readonly merges: readonly string[];
}

/**
 * The rows of a sheet that have something in them, read as they are asked for. Throws what `parseSlowly` throws,
 * and JobFailure: `too_many_columns` before room is made for a cell beyond; `broken_excel` for a row or a column
 * that no spreadsheet has.
 */
export async function* sheetRows(
  source: ByteSource,
  member: ZipMember,
  terms: CellTerms,
): AsyncGenerator<SheetRow, SheetEnd> {
  const reader = new SheetReader(terms);
  for await (const _ of parseSlowly(source, member, INFLATED.sheet, reader)) {
    // Their texts are looked up now and not before: a few bytes may name a long one.
    for (const { cells, ...row } of reader.rows) {
      const values = cells.map((cell) => cell === null ? null : cellValue(cell, terms));
      while (values.length > 0 && isBlank(values.at(-1)!)) values.pop();
      if (values.length > 0) yield { ...row, cells: values };
    }
    reader.rows = [];
  }
  return { merges: reader.merges };
}

function isBlank(value: Cell): boolean {
  return cellText(value).trim() === "";
}

interface RawRow {
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: (RawCell | null)[];
}

class SheetReader implements XmlListener {
  rows: RawRow[] = [];
  readonly merges: string[] = [];
  #inData = false;
  #row: RawRow | null = null;
  #lastRow = 0;
  /** Of the cell that is open, from 0; cells may leave out where they are. */
  #column = -1;
  #cell: { type: string; style: string } | null = null;
  #inValue = false;
  #value = "";
  #inInline = false;
  readonly #inline = new RichText();

  constructor(private readonly terms: CellTerms) {}

  open(name: string, attributes: Attributes): void {
    if (this.#inInline) return this.#inline.open(name);
    switch (name) {
      case "sheetData":
        this.#inData = true;
        break;
      case "row":
        if (this.#inData) this.#openRow(attributes);
        break;
      case "c":
        if (this.#row !== null) this.#openCell(attributes);
        break;
      case "v":
        this.#inValue = this.#cell !== null;
        break;
      case "is":
        this.#inInline = this.#cell !== null;
        break;
      case "mergeCell":
        if (this.merges.length < MOST_MERGES) {
          this.merges.push((attributes["ref"] ?? "").slice(0, 40));
        }
        break;
    }
  }

  text(text: string): void {
    if (this.#inInline) this.#inline.add(text);
    else if (this.#inValue && this.#value.length < LONGEST_CELL) {
      this.#value = (this.#value + text).slice(0, LONGEST_CELL);
    }
  }

  close(name: string): void {
    if (this.#inInline && name !== "is") return this.#inline.close(name);
    switch (name) {
      case "sheetData":
        this.#inData = false;
        break;
      case "row":
        if (this.#row !== null && this.#row.cells.length > 0) this.rows.push(this.#row);
        this.#row = null;
        break;
      case "c":
        this.#closeCell();
        break;
      case "v":
        this.#inValue = false;
        break;
      case "is":
        this.#inInline = false;
        break;
    }
  }

  #openRow({ r, hidden = "" }: Attributes): void {
    const row = r === undefined ? this.#lastRow + 1 : Number(r);
    if (!Number.isInteger(row) || row < 1 || row > LAST_ROW) throw new JobFailure("broken_excel");
    this.#lastRow = row;
    this.#column = -1;
    this.#row = { row, hidden: hidden === "1" || hidden === "true", cells: [] };
  }

  #openCell({ r, t = "n", s = "" }: Attributes): void {
    this.#column = r === undefined ? this.#column + 1 : columnOf(r);
    this.#cell = { type: t, style: s };
    this.#value = "";
    this.#inline.begin();
  }

  #closeCell(): void {
    if (this.#row === null || this.#cell === null) return;
    const { type, style } = this.#cell;
    this.#cell = null;
    const text = type === "inlineStr" ? this.#inline.end() : this.#value;
    if (text === "") return;
    const { cells } = this.#row;
    if (this.#column >= MOST_COLUMNS) {
      // Blank ones reach as far as they like.
      if (isBlank(cellValue({ type, style, text }, this.terms))) return;
      throw new JobFailure("too_many_columns", MOST_COLUMNS);
    }
    while (cells.length <= this.#column) cells.push(null);
    cells[this.#column] = { type, style, text };
  }
}

/** The column of a cell's reference, from 0: `C7` is 2. Throws JobFailure `broken_excel`. */
function columnOf(reference: string): number {
  const [letters] = /^\$?([A-Za-z]{1,3})/.exec(reference)?.slice(1) ?? [];
  if (letters === undefined) throw new JobFailure("broken_excel");
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  if (column > LAST_COLUMN) throw new JobFailure("broken_excel");
  return column - 1;
}
