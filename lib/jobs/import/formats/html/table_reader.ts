import { Parser } from "htmlparser2";
import { JobFailure } from "../../../job_failure.ts";
import { LONGEST_CELL, MOST_COLUMNS } from "../../../table_limits.ts";
import type { Area, SheetRow } from "../../../workbook/book.ts";
import type { Cell } from "../../../workbook/cell.ts";
import { LONGEST_TOKEN } from "../../../workbook/limits.ts";
import { SheetView } from "../../../workbook/sheet_view.ts";

/** Tables within each other, and elements; nobody's list comes near. */
const DEEPEST_TABLE = 16;
const DEEPEST = 1000;
const LONGEST_SPAN = 65_534;
/** What stands in these is no text of a cell. */
const UNSEEN = new Set(["script", "style", "title", "template", "noscript", "select", "head"]);
/** What begins a line of its own. */
const BLOCKS = new Set(["br", "p", "div", "li"]);

/** A table that is open: one within a cell of another is one by itself. */
interface OpenTable {
  readonly view: SheetView;
  cells: Cell[] | null;
  row: number;
  /** A table within the row has rows behind its own. */
  isAround: boolean;
  merges: Area[];
  column: number;
  /** By column, the last row that a cell above reaches down to. */
  readonly covered: number[];
  hidden: boolean;
  /** Of the cell that is open; null where none is. */
  text: string | null;
  /** What Excel keeps of a cell that shows something else. */
  value: { readonly text: string; readonly number: string };
}

/**
 * Reads the tables of an HTML file, one below the other; its rows are counted through. Throws JobFailure `broken_html`
 * where a tag or a text has no end or lies too deep, and `too_many_columns`.
 */
export class TableReader {
  /** Those that were read since somebody took them. */
  rows: SheetRow[] = [];
  readonly #parser: Parser;
  readonly #tables: OpenTable[] = [];
  #row = 0;
  #depth = 0;
  #unseen = 0;
  /** Characters since the last tag or text: the parser gathers them. */
  #silent = 0;

  constructor() {
    this.#parser = new Parser({
      onopentag: (name, attributes) => this.#open(name, attributes),
      ontext: (text) => this.#text(text),
      onclosetag: (name) => this.#close(name),
    }, { decodeEntities: true });
  }

  write(text: string): void {
    this.#silent += text.length;
    this.#parser.write(text);
    if (this.#silent > LONGEST_TOKEN) throw new JobFailure("broken_html");
  }

  end(): void {
    this.#parser.end();
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#silent = 0;
    if (++this.#depth > DEEPEST) throw new JobFailure("broken_html");
    if (UNSEEN.has(name)) this.#unseen++;
    const table = this.#tables.at(-1);
    if (name === "table") return this.#openTable();
    if (table === undefined) return;
    if (name === "tr") {
      this.#endRow(table);
      this.#beginRow(table, isHidden(attributes));
    } else if (name === "td" || name === "th") this.#openCell(table, attributes);
    else if (BLOCKS.has(name) && table.text !== null && table.text.trim() !== "") {
      table.text += "\n";
    }
  }

  #beginRow(table: OpenTable, hidden: boolean): void {
    [table.cells, table.merges, table.column] = [[], [], 0];
    [table.row, table.hidden, table.isAround] = [++this.#row, hidden, false];
  }

  #openTable(): void {
    if (this.#tables.length === DEEPEST_TABLE) throw new JobFailure("broken_html");
    const around = this.#tables.at(-1);
    if (around !== undefined) around.isAround = true;
    this.#tables.push({
      ...{ view: new SheetView(), cells: null, row: 0, isAround: false, merges: [], column: 0 },
      ...{ covered: [], hidden: false, text: null, value: NO_VALUE },
    });
  }

  #openCell(table: OpenTable, attributes: Readonly<Record<string, string>>): void {
    this.#endCell(table);
    if (table.cells === null) this.#beginRow(table, false);
    while ((table.covered[table.column] ?? 0) >= table.row) table.column++;
    const [across, down] = [spanOf(attributes["colspan"]), spanOf(attributes["rowspan"])];
    if ((across > 1 || down > 1) && table.column <= MOST_COLUMNS) {
      const [left, right] = [table.column, Math.min(table.column + across, MOST_COLUMNS + 1) - 1];
      const bottom = table.row + down - 1;
      table.merges.push({ top: table.row, bottom, left, right });
      for (let i = left; down > 1 && i <= right; i++) table.covered[i] = bottom;
    }
    table.text = "";
    table.value = { text: attributes["x:str"] ?? "", number: attributes["x:num"] ?? "" };
  }

  #text(text: string): void {
    this.#silent = 0;
    const table = this.#tables.at(-1);
    if (table === undefined || table.text === null || this.#unseen > 0) return;
    if (table.text.length <= LONGEST_CELL) table.text += text.replace(/[\t\n\r ]+/g, " ");
  }

  #close(name: string): void {
    this.#silent = 0;
    this.#depth--;
    if (UNSEEN.has(name)) this.#unseen--;
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    if (name === "td" || name === "th") this.#endCell(table);
    else if (name === "tr") this.#endRow(table);
    else if (name === "table") {
      this.#endRow(table);
      this.#tables.pop();
    }
  }

  #endCell(table: OpenTable): void {
    if (table.text === null || table.cells === null) return;
    const lines = table.text.split("\n").map((line) => line.replaceAll("\u00a0", " ").trim());
    const cell = valueOf(lines.join("\n").trim(), table.value);
    if (cell !== "") {
      if (table.column >= MOST_COLUMNS) throw new JobFailure("too_many_columns", MOST_COLUMNS);
      while (table.cells.length <= table.column) table.cells.push(null);
      table.cells[table.column] = cell;
    }
    const area = table.merges.at(-1);
    table.column = (area?.left === table.column ? area.right : table.column) + 1;
    [table.text, table.value] = [null, NO_VALUE];
  }

  #endRow(table: OpenTable): void {
    this.#endCell(table);
    if (table.cells === null) return;
    for (const area of table.merges) table.view.merge(area);
    const row = table.view.row(table.row, table.hidden, table.cells);
    if (row !== null) this.rows.push(table.isAround ? { ...row, row: ++this.#row } : row);
    table.cells = null;
  }
}

const NO_VALUE = { text: "", number: "" };

/** What Excel shows of a long number in a narrow column says less than what it keeps. */
function valueOf(shown: string, { text, number }: OpenTable["value"]): string {
  if (text !== "") return text;
  return number !== "" && /^(?:#+|[\d.,]+E\+?\d+)$/i.test(shown) ? number : shown;
}

function isHidden({ style = "", hidden }: Readonly<Record<string, string>>): boolean {
  return hidden !== undefined || /display\s*:\s*none/i.test(style);
}

function spanOf(text = "1"): number {
  const value = Number.parseInt(text, 10);
  return Number.isNaN(value) || value < 1 ? 1 : Math.min(value, LONGEST_SPAN);
}
