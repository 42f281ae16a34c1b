import { LONGEST_CELL, MOST_COLUMNS } from "../table_limits.ts";
import { JobFailure } from "../job_failure.ts";
import type { ByteSource } from "./byte_source.ts";
import { columnOf } from "./area.ts";
import type { Area, SheetRow } from "./book.ts";
import { isBlank } from "./cell.ts";
import { type CellTerms, cellValue, NOT_COMPUTED, type RawCell } from "./cell_value.ts";
import { INFLATED, LAST_ROW } from "./limits.ts";
import { RichText } from "./rich_text.ts";
import { SheetView } from "./sheet_view.ts";
import { type Attributes, parseSlowly, type XmlListener } from "./xml_part.ts";
import type { ZipMember } from "./zip_member.ts";

/**
 * The rows of a sheet that have something in them, read as they are asked for; `areas` are merged. Throws what
 * `parseSlowly` throws, and JobFailure: `too_many_columns` before room is made for a cell beyond; `broken_excel` for a
 * row or a column that no spreadsheet has.
 */
export async function* sheetRows(
  source: ByteSource,
  member: ZipMember,
  terms: CellTerms,
  { merges, totals }: { readonly merges: readonly Area[]; readonly totals: readonly Area[] },
): AsyncGenerator<SheetRow> {
  const view = new SheetView(merges);
  const reader = new SheetReader(terms, view);
  for await (const _ of parseSlowly(source, member, INFLATED.sheet, reader)) {
    // Their texts are looked up now and not before: a few bytes may name a long one.
    for (const { row, hidden, cells } of reader.rows) {
      const values = cells.map((cell) => cell === null ? null : cellValue(cell, terms));
      for (const { top, left, right } of totals) {
        if (top === row) values.fill(null, left, right + 1);
      }
      const seen = view.row(row, hidden, values);
      if (seen !== null) yield seen;
    }
    reader.rows = [];
  }
}

interface RawRow {
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: (RawCell | null)[];
}

const HIDDEN = /^(?:1|true)$/;

class SheetReader implements XmlListener {
  rows: RawRow[] = [];
  #inData = false;
  #row: RawRow | null = null;
  #lastRow = 0;
  /** Of the cell that is open, from 0; cells may leave out where they are. */
  #column = -1;
  #cell: { type: string; style: string } | null = null;
  #inValue = false;
  #value = "";
  #isFormula = false;
  #inInline = false;
  readonly #inline = new RichText();

  constructor(private readonly terms: CellTerms, private readonly view: SheetView) {}

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
      case "f":
        this.#isFormula = this.#cell !== null;
        break;
      case "col":
        if (HIDDEN.test(attributes["hidden"] ?? "")) {
          this.view.hideColumns(Number(attributes["min"]) - 1, Number(attributes["max"]) - 1);
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
    this.#row = { row, hidden: HIDDEN.test(hidden), cells: [] };
  }

  #openCell({ r, t = "n", s = "" }: Attributes): void {
    this.#column = r === undefined ? this.#column + 1 : columnOf(r);
    this.#cell = { type: t, style: s };
    this.#value = "";
    this.#isFormula = false;
    this.#inline.begin();
  }

  #closeCell(): void {
    if (this.#row === null || this.#cell === null) return;
    const text = this.#cell.type === "inlineStr" ? this.#inline.end() : this.#value;
    // A formula may have come to an empty text, and says so.
    const isComputed = text !== "" || !this.#isFormula || this.#cell.type === "str";
    const type = isComputed ? this.#cell.type : NOT_COMPUTED;
    const cell = { type, style: this.#cell.style, text };
    this.#cell = null;
    if (text === "" && isComputed) return;
    const { cells } = this.#row;
    if (this.#column >= MOST_COLUMNS) {
      // Blank ones reach as far as they like.
      if (isBlank(cellValue(cell, this.terms))) return;
      throw new JobFailure("too_many_columns", MOST_COLUMNS);
    }
    while (cells.length <= this.#column) cells.push(null);
    cells[this.#column] = cell;
  }
}
