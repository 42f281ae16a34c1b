import { MOST_COLUMNS } from "../../table_limits.ts";
import { JobFailure } from "../../job_failure.ts";
import type { Area } from "../book.ts";
import { type Cell, isBlank } from "../cell.ts";
import { LAST_ROW, MOST_SHEETS, MOST_STYLES } from "../limits.ts";
import type { Attributes, XmlListener } from "../xml_part.ts";
import { odsCell } from "./ods_cell.ts";
import { OdsText } from "./ods_text.ts";

/** A row that is there once or many times. */
export interface OdsRow {
  readonly row: number;
  readonly times: number;
  readonly hidden: boolean;
  readonly cells: readonly Cell[];
  readonly merges: readonly Area[];
}

export interface OdsTable {
  readonly name: string;
  readonly style: string;
  /** Rows with something in them; 2 where there are more. */
  count: number;
  /** Read to its end. */
  isOver: boolean;
}

/** What is in a cell, or in a line of it, and is not its text. */
const BESIDE_TEXT = new Set([
  "annotation",
  "note",
  "ruby-text",
  "frame",
  "custom-shape",
  "detective",
]);
const HIDDEN = /^(?:collapse|filter)$/;

/** Reads the tables of a spreadsheet, and of the one at `wanted` its rows. */
export class OdsReader implements XmlListener {
  readonly tables: OdsTable[] = [];
  readonly hiddenStyles = new Set<string>();
  active = "";
  rows: OdsRow[] = [];
  readonly hiddenColumns: { readonly first: number; readonly last: number }[] = [];
  #depth = 0;
  /** What lies deeper is nothing to us. */
  #skipped = Infinity;
  #style = "";
  #isActiveName = false;
  #inSheet = false;
  #table: OdsTable | null = null;
  #columns = 0;
  #row = { at: 0, times: 0, hidden: false, cells: [] as Cell[], merges: [] as Area[], column: 0 };
  #cell: { depth: number; attributes: Attributes; covered: boolean; text: OdsText } | null = null;
  #isLine = false;

  constructor(private readonly wanted: number | null = null) {}

  open(name: string, attributes: Attributes): void {
    if (++this.#depth === 1) refuseOthers(name);
    if (this.#depth > this.#skipped) return;
    if (this.#cell !== null) return this.#openInCell(name, attributes);
    switch (name) {
      case "style":
        this.#style = attributes["style:name"] ?? "";
        break;
      case "table-properties":
        if (attributes["table:display"] === "false" && this.hiddenStyles.size < MOST_STYLES) {
          this.hiddenStyles.add(this.#style);
        }
        break;
      case "config-item":
        this.#isActiveName = attributes["config:name"] === "ActiveTable";
        break;
      case "spreadsheet":
        this.#inSheet = true;
        break;
      case "tracked-changes":
      case "shapes":
        this.#skipped = this.#depth;
        break;
      case "table":
        this.#openTable(attributes);
        break;
      case "table-column":
        this.#passColumns(attributes);
        break;
      case "table-row":
        if (this.#table !== null) this.#openRow(attributes);
        break;
      case "table-cell":
      case "covered-table-cell":
        if (this.#row.times > 0) this.#openCell(name === "covered-table-cell", attributes);
    }
  }

  text(text: string): void {
    if (this.#depth > this.#skipped || this.#depth === this.#skipped) return;
    if (this.#isActiveName) this.active = text;
    else if (this.#isLine) this.#cell!.text.add(text);
  }

  close(name: string): void {
    if (this.#depth <= this.#skipped) {
      this.#skipped = Infinity;
      if (this.#cell !== null) this.#closeInCell();
      else if (name === "config-item") this.#isActiveName = false;
      else if (name === "table-row") this.#closeRow();
      else if (name === "table" && this.#table !== null) {
        this.#table.isOver = true;
        this.#table = null;
      }
    }
    this.#depth--;
  }

  #openTable(attributes: Attributes): void {
    if (!this.#inSheet) return;
    if (this.tables.length === MOST_SHEETS) throw new JobFailure("excel_parts", MOST_SHEETS);
    const [name = "", style = ""] = [attributes["table:name"], attributes["table:style-name"]];
    this.#table = { name: name.slice(0, 200), style: style.slice(0, 200), count: 0, isOver: false };
    this.tables.push(this.#table);
    this.#columns = 0;
    this.#row = { ...this.#row, at: 0, times: 0 };
  }

  #passColumns(attributes: Attributes): void {
    const times = timesOf(attributes["table:number-columns-repeated"]);
    const first = this.#columns;
    this.#columns += times;
    if (!this.#isWanted() || !HIDDEN.test(attributes["table:visibility"] ?? "")) return;
    if (first < MOST_COLUMNS) this.hiddenColumns.push({ first, last: first + times - 1 });
  }

  #openRow(attributes: Attributes): void {
    this.#row = {
      at: this.#row.at,
      times: timesOf(attributes["table:number-rows-repeated"]),
      hidden: HIDDEN.test(attributes["table:visibility"] ?? ""),
      cells: [],
      merges: [],
      column: 0,
    };
  }

  #closeRow(): void {
    const { at, times, hidden, cells, merges } = this.#row;
    const table = this.#table;
    if (table === null || times === 0) return;
    this.#row = { ...this.#row, at: at + times, times: 0 };
    if (cells.length === 0) return;
    if (at + times > LAST_ROW) throw new JobFailure("broken_excel");
    table.count = Math.min(2, table.count + times);
    if (this.#isWanted()) this.rows.push({ row: at + 1, times, hidden, cells, merges });
  }

  #openCell(covered: boolean, attributes: Attributes): void {
    this.#cell = { depth: this.#depth, attributes, covered, text: new OdsText() };
  }

  #openInCell(name: string, attributes: Attributes): void {
    const { depth, text } = this.#cell!;
    if (this.#depth === depth + 1 && (name === "p" || name === "h")) {
      text.beginLine();
      this.#isLine = true;
    } else if (!this.#isLine || BESIDE_TEXT.has(name)) this.#skipped = this.#depth;
    else text.addElement(name, attributes);
  }

  #closeInCell(): void {
    const { depth } = this.#cell!;
    if (this.#depth === depth + 1) this.#isLine = false;
    if (this.#depth === depth) this.#closeCell();
  }

  #closeCell(): void {
    const { attributes, covered, text } = this.#cell!;
    this.#cell = null;
    const row = this.#row;
    const times = timesOf(attributes["table:number-columns-repeated"]);
    const value = odsCell(attributes, text.text);
    const from = row.column;
    row.column += times;
    if (!covered) this.#merge(from, attributes);
    if (isBlank(value)) return;
    if (row.column > MOST_COLUMNS) throw new JobFailure("too_many_columns", MOST_COLUMNS);
    while (row.cells.length < from) row.cells.push(null);
    for (let i = 0; i < times; i++) row.cells.push(value);
  }

  #merge(left: number, attributes: Attributes): void {
    const across = timesOf(attributes["table:number-columns-spanned"]);
    const down = timesOf(attributes["table:number-rows-spanned"]);
    if ((across === 1 && down === 1) || left >= MOST_COLUMNS || !this.#isWanted()) return;
    const top = this.#row.at + 1;
    this.#row.merges.push({ top, bottom: top + down - 1, left, right: left + across - 1 });
  }

  #isWanted(): boolean {
    return this.#table !== null && this.tables.length - 1 === this.wanted;
  }
}

function refuseOthers(root: string): void {
  if (!/^document(?:-content|-settings)?$/.test(root)) throw new JobFailure("broken_excel");
}

/** How many times something is there; once where it is nonsense. */
function timesOf(text: string | undefined): number {
  const times = Number(text ?? 1);
  return Number.isInteger(times) && times > 0 && times <= LAST_ROW ? times : 1;
}
