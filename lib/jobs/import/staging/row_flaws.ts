import type { RowFlaw } from "../../../domain/customer_import.ts";
import { isFooter } from "../../../text/import_footers.ts";
import type { TableRow } from "../formats/table.ts";

/** From this share of the first rows on, rows that are shorter are this file's manner. */
const USUAL_NARROW = 0.25;
/** The same of rows that are longer, and of those that have one field alone. */
const USUAL_ODD = 0.5;
const FEWEST_WIDER = 2;

/**
 * Tells which rows cannot be customers' as they stand. Where a text file has more or fewer fields in a row than in its
 * headings, a delimiter or a line break within a value stands there without quotes: what follows it is in the wrong
 * column. A file in which most rows are so has columns without a heading, or no delimiters at the end of its lines.
 */
export class RowFlaws {
  readonly #widerIsUsual: boolean;
  readonly #narrowIsUsual: boolean;
  readonly #oneIsUsual: boolean;

  /**
   * `fields` is how many the headings have; `below`, the first rows below them; `ofReport`, how many of the fields, the
   * last ones, an earlier import wrote.
   */
  constructor(
    private readonly fields: number,
    below: readonly TableRow[],
    private readonly delimiter: string,
    private readonly ofReport: number,
  ) {
    const rows = below.filter((row) => row.fields !== undefined);
    const share = (is: (row: TableRow) => boolean) =>
      rows.filter(is).length / Math.max(1, rows.length);
    this.#widerIsUsual = rows.length >= FEWEST_WIDER &&
      share((row) => this.#isWider(row)) > USUAL_ODD;
    this.#narrowIsUsual = share((row) => this.#isNarrow(row)) >= USUAL_NARROW;
    this.#oneIsUsual = share(({ fields }) => fields === 1) > USUAL_ODD;
  }

  /** Null where nothing is wrong. */
  of(row: TableRow): RowFlaw | null {
    if (row.flaw !== undefined) return row.flaw;
    if (isFooter(this.#cellsOfFile(row))) return "footer";
    if (row.fields === undefined) return null;
    if (this.#isWider(row) && (!this.#widerIsUsual || row.oddQuotes === true)) return "wider";
    if (row.fields >= this.fields) return null;
    const isUsual = row.fields === 1 ? this.#oneIsUsual : this.#narrowIsUsual;
    return isUsual && row.oddQuotes !== true && !this.#mayBeTwo(row) ? null : "narrower";
  }

  #cellsOfFile({ cells }: TableRow): readonly string[] {
    return this.ofReport === 0 ? cells : cells.slice(0, this.fields - this.ofReport);
  }

  #isWider({ cells }: TableRow): boolean {
    return cells.length > this.fields;
  }

  #isNarrow({ fields = 0 }: TableRow): boolean {
    return fields > 1 && fields < this.fields;
  }

  /** Whether a cell has what looks like another row. */
  #mayBeTwo({ cells }: TableRow): boolean {
    return cells.some((cell) => cell.includes("\n") && cell.includes(this.delimiter));
  }
}
