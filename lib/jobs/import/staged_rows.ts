import type { TableRow } from "./table.ts";

/** How much is gathered before it is written, in UTF-16 code units. */
const CHUNK = 256 * 1024;

/**
 * The rows of a file as they were read, kept beside it: a JSON array a line, the row's number before its cells.
 * A workbook or an old encoding is taken apart once; every look at it afterwards is cheap and holds one row.
 */
export class StagedRowsWriter implements Disposable {
  readonly #file: Deno.FsFile;
  readonly #encoder = new TextEncoder();
  #text = "";

  constructor(path: string) {
    this.#file = Deno.openSync(path, { write: true, create: true, truncate: true, mode: 0o600 });
  }

  /** Does not wait: the workbook's reader runs ahead of everybody who does. */
  add({ row, cells }: TableRow): void {
    this.#text += `${JSON.stringify([row, ...cells])}\n`;
    if (this.#text.length >= CHUNK) this.#flush();
  }

  finish(): void {
    this.#flush();
  }

  [Symbol.dispose](): void {
    this.#file.close();
  }

  #flush(): void {
    for (let rest = this.#encoder.encode(this.#text); rest.length > 0;) {
      rest = rest.subarray(this.#file.writeSync(rest));
    }
    this.#text = "";
  }
}

const PIECE = 128 * 1024;

/** The rows that a `StagedRowsWriter` wrote. */
export function* stagedRows(path: string): Generator<TableRow> {
  using file = Deno.openSync(path);
  const decoder = new TextDecoder();
  const piece = new Uint8Array(PIECE);
  let text = "";
  for (;;) {
    const length = file.readSync(piece);
    text += length === null ? decoder.decode() : decoder.decode(piece.subarray(0, length), {
      stream: true,
    });
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) {
      const [row, ...cells] = JSON.parse(line) as [number, ...string[]];
      yield { row, cells };
    }
    if (length === null) return;
  }
}
