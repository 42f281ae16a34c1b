import { turn } from "../../job_context.ts";
import { JobFailure } from "../../job_failure.ts";
import { type Book, countTwo, type Sheet, type SheetRow } from "../book.ts";
import type { ByteSource } from "../byte_source.ts";
import type { Cell } from "../cell.ts";
import { SheetView } from "../sheet_view.ts";
import { StringTable } from "../string_table.ts";
import { type CellsTerms, hasCells, putCells } from "./cells.ts";
import { type Globals, readGlobals, readTexts } from "./globals.ts";
import { type Record, Records, u16 } from "./records.ts";
import { Turns } from "./turns.ts";
import { scanSheet, sheetRecords, type SheetScan } from "./sheet_scan.ts";

const NOTHING_SAID: SheetScan = {
  hiddenRows: new Uint8Array(),
  hiddenColumns: [],
  merges: [],
  places: null,
};

/** A workbook of Excel 5 to 2003 (.xls), read from its stream. No more is held in memory than where its cells are. */
export class XlsBook implements Book {
  readonly format = "xls";
  readonly #records: Records;
  readonly #globals: Globals;
  #strings: StringTable | null = null;
  #reading: Promise<CellsTerms> | null = null;

  /** The file `scratch` is made for shared texts. Throws what `readGlobals` throws. */
  constructor(stream: ByteSource, private readonly scratch: string) {
    this.#records = new Records(stream);
    this.#globals = readGlobals(this.#records);
  }

  get sheets(): readonly Sheet[] {
    return this.#globals.sheets;
  }

  async count(index: number): Promise<number> {
    return await countTwo(this.#rows(this.#at(index), NOTHING_SAID));
  }

  async *rows(index: number): AsyncGenerator<SheetRow> {
    const at = this.#at(index);
    yield* this.#rows(at, await scanSheet(this.#records, at));
  }

  [Symbol.dispose](): void {
    this.#strings?.[Symbol.dispose]();
  }

  #at(index: number): number {
    const sheet = this.#globals.sheets[index];
    if (sheet === undefined) throw new RangeError(`there is no sheet ${index}`);
    return sheet.at;
  }

  async *#rows(at: number, scan: SheetScan): AsyncGenerator<SheetRow> {
    const terms = await this.#terms();
    const view = new SheetView(scan.merges);
    for (const { first, last } of scan.hiddenColumns) view.hideColumns(first, last);
    const seen = (row: number, cells: Cell[]) =>
      view.row(row + 1, scan.hiddenRows[row] === 1, cells);
    let [row, cells] = [0, [] as Cell[]];
    const turns = new Turns();
    for (const record of this.#recordsByRow(at, scan)) {
      if (turns.isDue()) await turn();
      if (!hasCells(record)) continue;
      const next = u16(record.data, 0);
      if (next !== row) {
        const before = seen(row, cells);
        if (before !== null) yield before;
        [row, cells] = [next, []];
      }
      putCells(cells, record, terms);
    }
    const last = seen(row, cells);
    if (last !== null) yield last;
  }

  *#recordsByRow(at: number, { places }: SheetScan): Generator<Record> {
    if (places === null) {
      yield* sheetRecords(this.#records, at);
      return;
    }
    for (const place of places) {
      const record = this.#records.read(place);
      if (record === null) throw new JobFailure("broken_excel");
      yield record;
    }
  }

  /** The same each time, failed or not. */
  #terms(): Promise<CellsTerms> {
    return this.#reading ??= this.#readTerms();
  }

  async #readTerms(): Promise<CellsTerms> {
    const strings = this.#strings = new StringTable(this.scratch);
    await readTexts(this.#records, this.#globals.texts, strings);
    return { ...this.#globals, records: this.#records, strings };
  }
}
