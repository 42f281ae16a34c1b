import { JobFailure } from "../../job_failure.ts";
import { LONGEST_CELL, MOST_COLUMNS } from "../../table_limits.ts";
import type { Area } from "../book.ts";
import { type Cell, isBlank } from "../cell.ts";
import { LAST_COLUMN, LAST_ROW, MOST_SHEETS, MOST_STYLES } from "../limits.ts";
import { type Showing, showingOf } from "../number_format.ts";
import { shownNumber } from "../shown_number.ts";
import { type Attributes, prefixed, type XmlListener } from "../xml_part.ts";

export interface XmlRow {
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: Cell[];
  readonly merges: readonly Area[];
}

/** What the XML of an Excel 2003 workbook says of its sheets, and the rows of the one at `wanted`. */
export class XmlReader implements XmlListener {
  readonly sheets: { name: string; hidden: boolean; active: boolean; count: number }[] = [];
  /** Those that were read since somebody took them. */
  rows: XmlRow[] = [];
  readonly hiddenColumns: { first: number; last: number }[] = [];
  /** The place of the sheet that is seen when the workbook is opened. */
  #active = 0;
  readonly #showings = new Map<string, Showing>();
  #style = "";
  readonly #path: string[] = [];
  #row = 0;
  #hidden = false;
  #cells: Cell[] = [];
  #merges: Area[] = [];
  #column = 0;
  #nextColumn = 0;
  #cellStyle = "";
  #type = "";
  #text = "";

  constructor(private readonly wanted = -1) {}

  open(name: string, attributes: Attributes): void {
    const parent = this.#path.at(-1) ?? "";
    this.#path.push(name);
    switch (name) {
      case "Style":
        this.#style = of(attributes, "ID");
        break;
      case "NumberFormat":
        if (this.#showings.size < MOST_STYLES) {
          this.#showings.set(this.#style, showingOf(of(attributes, "Format")));
        }
        break;
      case "Worksheet":
        this.#beginSheet(of(attributes, "Name"));
        break;
      case "Column":
        this.#beginColumn(attributes);
        break;
      case "Row":
        this.#beginRow(attributes);
        break;
      case "Cell":
        if (parent === "Row") this.#beginCell(attributes);
        break;
      case "Data":
        if (parent === "Cell") [this.#type, this.#text] = [of(attributes, "Type"), ""];
        break;
      case "ActiveSheet":
      case "Visible":
        this.#text = "";
        break;
      case "Selected":
        if (this.#sheet !== undefined) this.#sheet.active = true;
    }
  }

  text(text: string): void {
    // A comment has data as well.
    if (this.#path.includes("Comment") || this.#path.includes("PhoneticText")) return;
    if (this.#text.length <= LONGEST_CELL) this.#text += text;
  }

  close(name: string): void {
    this.#path.pop();
    const parent = this.#path.at(-1) ?? "";
    if (name === "Data" && parent === "Cell") this.#put();
    else if (name === "Row") this.#endRow();
    else if (name === "ActiveSheet") this.#active = Number(this.#text) || 0;
    else if (name === "Visible" && this.#sheet !== undefined) {
      this.#sheet.hidden = /hidden/i.test(this.#text);
    } else if (name === "Workbook" && !this.sheets.some(({ active }) => active)) {
      const sheet = this.sheets[this.#active];
      if (sheet !== undefined) sheet.active = true;
    }
  }

  /** Whether the wanted sheet has been read to its end. */
  get isOver(): boolean {
    return this.wanted >= 0 && this.sheets.length > this.wanted + 1;
  }

  get #sheet() {
    return this.sheets.at(-1);
  }

  #beginSheet(name: string): void {
    if (this.sheets.length === MOST_SHEETS) throw new JobFailure("excel_parts", MOST_SHEETS);
    this.sheets.push({ name: name.slice(0, 200), hidden: false, active: false, count: 0 });
    [this.#row, this.#nextColumn] = [0, 0];
  }

  #beginColumn(attributes: Attributes): void {
    const first = place(of(attributes, "Index"), this.#nextColumn + 1, LAST_COLUMN) - 1;
    const last = first + place(of(attributes, "Span"), 0, LAST_COLUMN);
    this.#nextColumn = last + 1;
    if (of(attributes, "Hidden") === "1" && this.#isWanted) {
      this.hiddenColumns.push({ first, last });
    }
  }

  #beginRow(attributes: Attributes): void {
    const row = place(of(attributes, "Index"), this.#row + 1, LAST_ROW);
    if (row <= this.#row) throw new JobFailure("broken_excel");
    this.#row = row;
    this.#hidden = of(attributes, "Hidden") === "1";
    [this.#cells, this.#merges, this.#nextColumn] = [[], [], 0];
  }

  #beginCell(attributes: Attributes): void {
    const column = place(of(attributes, "Index"), this.#nextColumn + 1, LAST_COLUMN) - 1;
    if (column < this.#nextColumn) throw new JobFailure("broken_excel");
    const across = place(of(attributes, "MergeAcross"), 0, LAST_COLUMN);
    const down = place(of(attributes, "MergeDown"), 0, LAST_ROW);
    if (across + down > 0) {
      this.#merges.push({
        ...{ top: this.#row, bottom: this.#row + down },
        ...{ left: column, right: column + across },
      });
    }
    this.#column = column;
    this.#nextColumn = column + across + 1;
    this.#cellStyle = of(attributes, "StyleID");
  }

  #put(): void {
    const cell = this.#value();
    if (isBlank(cell)) return;
    // One column more than may be is enough to be refused.
    const column = Math.min(this.#column, MOST_COLUMNS);
    while (this.#cells.length <= column) this.#cells.push(null);
    this.#cells[column] = cell;
  }

  #value(): Cell {
    const text = this.#text;
    switch (this.#type) {
      case "Number": {
        const value = Number(text);
        if (text.trim() === "" || !Number.isFinite(value)) return text;
        return shownNumber(value, this.#showings.get(this.#cellStyle) ?? "number", 1900);
      }
      case "DateTime": {
        const date = new Date(`${text.trim()}Z`);
        return Number.isNaN(date.getTime()) ? text : date;
      }
      case "Boolean":
        return text.trim() === "1";
      case "Error":
        return { error: text };
      default:
        return text;
    }
  }

  #endRow(): void {
    const sheet = this.#sheet;
    if (sheet === undefined || this.#cells.length === 0) return;
    sheet.count = Math.min(2, sheet.count + 1);
    if (!this.#isWanted) return;
    const [row, hidden, cells, merges] = [this.#row, this.#hidden, this.#cells, this.#merges];
    this.rows.push({ row, hidden, cells, merges });
  }

  get #isWanted(): boolean {
    return this.sheets.length - 1 === this.wanted;
  }
}

function of(attributes: Attributes, name: string): string {
  return attributes[name] ?? prefixed(attributes, name);
}

/** A count or a place; throws JobFailure `broken_excel` where it is more than `most`. */
function place(text: string, otherwise: number, most: number): number {
  const value = text === "" ? otherwise : Number(text);
  if (!Number.isInteger(value) || value < 0 || value > most) throw new JobFailure("broken_excel");
  return value;
}
