import type { ImportReading, SheetInFile, TableFormat } from "../../../domain/import_contents.ts";
import { JobFailure } from "../../job_failure.ts";
import type { Book, SheetRow } from "../../workbook/book.ts";
import { FileBytes } from "../../workbook/byte_source.ts";
import { type Cell, cellText, isErrorText } from "../../workbook/cell.ts";
import { openBook } from "../../workbook/open_book.ts";
import type { TableRow } from "./table.ts";

export interface BookTable {
  readonly format: TableFormat;
  readonly sheets: readonly SheetInFile[];
  readonly sheet: string;
  readonly rows: AsyncGenerator<TableRow>;
}

/**
 * The sheet of a workbook that `reading` names, else the one that people see, as texts; the file `scratch` is made
 * meanwhile. Throws JobFailure: `no_such_sheet`, `only_hidden_sheets`, and what the book throws.
 */
export async function bookTable(
  path: string,
  scratch: string,
  { sheet }: ImportReading,
): Promise<BookTable> {
  using opened = new DisposableStack();
  const source = opened.use(new FileBytes(path));
  const book = opened.use(await openBook(source, scratch));
  const { sheets, index } = await chooseSheet(book, sheet);
  const rows = rowsOf(book, index, opened.move());
  return { format: book.format, sheets, sheet: book.sheets[index]?.name ?? "", rows };
}

/**
 * The sheets with something in them, and which of `book.sheets` is read: hidden ones only by name. One that has
 * headings alone, or a title, comes behind those that have rows.
 */
async function chooseSheet(
  book: Book,
  name: string | null,
): Promise<{ sheets: SheetInFile[]; index: number }> {
  const all = [];
  for (const [index, sheet] of book.sheets.entries()) {
    const count = await rowsIn(book, index);
    if (count > 0) all.push({ ...sheet, index, count });
  }
  const sheets = all.map(({ name, hidden }) => ({ name, hidden }));
  if (name !== null) {
    const named = all.find((sheet) => sheet.name === name);
    if (named === undefined) throw new JobFailure("no_such_sheet");
    return { sheets, index: named.index };
  }
  const seen = all.filter(({ hidden }) => !hidden);
  if (all.length === 0) throw new JobFailure(book.format === "ods" ? "empty_ods" : "no_rows");
  if (seen.length === 0) throw new JobFailure("only_hidden_sheets");
  const ranked = seen.toSorted((a, b) => b.count - a.count || Number(b.active) - Number(a.active));
  return { sheets, index: ranked[0]!.index };
}

/** A sheet that cannot be read has rows: it is told when it is read, and others can be. */
async function rowsIn(book: Book, index: number): Promise<number> {
  try {
    return await book.count(index);
  } catch (error) {
    if (error instanceof JobFailure) return 2;
    throw error;
  }
}

async function* rowsOf(
  book: Book,
  index: number,
  opened: DisposableStack,
): AsyncGenerator<TableRow> {
  using _ = opened;
  for await (const row of book.rows(index)) yield tableRow(row);
}

function tableRow({ row, hidden, cells, merged, hiddenColumns }: SheetRow): TableRow {
  let [errors, notComputed] = [0, 0];
  const texts = cells.map((cell) => {
    if (isNotComputed(cell)) notComputed++;
    else if (isError(cell)) errors++;
    return cellText(cell);
  });
  return { row, cells: texts, hidden, merged, errors, notComputed, hiddenColumns };
}

function isNotComputed(cell: Cell): boolean {
  return typeof cell === "object" && cell !== null && "error" in cell && cell.error === "";
}

function isError(cell: Cell): boolean {
  if (typeof cell === "string") return isErrorText(cell);
  return typeof cell === "object" && cell !== null && "error" in cell;
}
