import { ROW_FLAWS } from "../../../domain/customer_import.ts";
import { linesOf } from "./lines_of.ts";
import type { TableRow } from "../formats/table.ts";

/** How much is gathered before it is written, in bytes. */
const CHUNK = 256 * 1024;
/** Bytes of a UTF-16 code unit in UTF-8, at most. */
const WIDEST = 3;

/**
 * The rows of a file as they were read, kept beside it: a JSON array a line, before the cells the row's number and its
 * marks: 1 where letters of it were lost, plus twice the place of its flaw in `ROW_FLAWS`, from 1. A workbook or an old
 * encoding is taken apart once; every look at it afterwards is cheap and holds one row.
 */
export class StagedRowsWriter implements Disposable {
  readonly #file: Deno.FsFile;
  readonly #encoder = new TextEncoder();
  /** One for all rows: what is made anew for each would fill the memory before it is collected. */
  readonly #chunk = new Uint8Array(CHUNK);
  #used = 0;

  constructor(path: string) {
    this.#file = Deno.openSync(path, { write: true, create: true, truncate: true, mode: 0o600 });
  }

  add({ row, cells, lettersLost, flaw }: TableRow): void {
    const place = flaw === undefined ? 0 : ROW_FLAWS.indexOf(flaw) + 1;
    this.#put(`[${row},${place * 2 + (lettersLost === true ? 1 : 0)}`);
    for (const cell of cells) {
      this.#put(",");
      this.#put(JSON.stringify(cell));
    }
    this.#put("]\n");
  }

  finish(): void {
    for (let rest = this.#chunk.subarray(0, this.#used); rest.length > 0;) {
      rest = rest.subarray(this.#file.writeSync(rest));
    }
    this.#used = 0;
  }

  [Symbol.dispose](): void {
    this.#file.close();
  }

  #put(text: string): void {
    if (this.#used + text.length * WIDEST > CHUNK) this.finish();
    this.#used += this.#encoder.encodeInto(text, this.#chunk.subarray(this.#used)).written;
  }
}

/** The rows that a `StagedRowsWriter` wrote. */
export function* stagedRows(path: string): Generator<TableRow> {
  for (const line of linesOf(path)) {
    const [row, marks, ...cells] = JSON.parse(line) as [number, number, ...string[]];
    const flaw = ROW_FLAWS[(marks >> 1) - 1];
    const lost = (marks & 1) === 1 ? { lettersLost: true } : {};
    yield flaw === undefined ? { row, cells, ...lost } : { row, cells, flaw, ...lost };
  }
}
