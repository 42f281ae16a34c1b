import { turn } from "../../job_context.ts";
import { JobFailure } from "../../job_failure.ts";
import type { Book, Sheet, SheetRow } from "../book.ts";
import type { ByteSource } from "../byte_source.ts";
import { INFLATED, TURN_AFTER } from "../limits.ts";
import { memberBytes } from "../member_bytes.ts";
import { SheetView } from "../sheet_view.ts";
import { parsePart, parseXml } from "../xml_part.ts";
import type { ZipDirectory } from "../zip_directory.ts";
import { OdsReader } from "./ods_reader.ts";

const PIECE = 64 * 1024;
const TURN_AFTER_ROWS = 20_000;

/**
 * An OpenDocument spreadsheet (.ods, .fods). All its sheets stand in one part, which is read once to find them and once
 * more for the rows of one. Nothing of it is held in memory.
 */
export class OdsBook implements Book {
  readonly format = "ods";

  private constructor(
    private readonly content: () => AsyncIterable<Uint8Array>,
    readonly sheets: readonly (Sheet & { readonly count: number })[],
  ) {}

  /** Throws JobFailure: `excel_encrypted`, `broken_excel`, and what `parsePart` throws. */
  static async open(source: ByteSource, directory: ZipDirectory): Promise<OdsBook> {
    await refuseEncrypted(source, directory);
    const content = directory.get("content.xml");
    if (content === undefined) throw new JobFailure("broken_excel");
    const settings = new OdsReader();
    const part = directory.get("settings.xml");
    if (part !== undefined) await parsePart(source, part, INFLATED.book, settings);
    return await OdsBook.#of(() => memberBytes(source, content, INFLATED.sheet), settings.active);
  }

  /** The same in one XML file. */
  static async openFlat(source: ByteSource): Promise<OdsBook> {
    return await OdsBook.#of(() => piecesOf(source), "");
  }

  static async #of(content: () => AsyncIterable<Uint8Array>, active: string): Promise<OdsBook> {
    const reader = new OdsReader();
    for await (const _ of parseXml(content(), reader));
    const { tables, hiddenStyles } = reader;
    const seen = active || reader.active;
    const sheets = tables.map(({ name, style, count }) => ({
      name,
      hidden: hiddenStyles.has(style),
      active: name === seen,
      count,
    }));
    return new OdsBook(content, sheets);
  }

  count(index: number): Promise<number> {
    return Promise.resolve(this.sheets[index]!.count);
  }

  async *rows(index: number): AsyncGenerator<SheetRow> {
    const reader = new OdsReader(index);
    const view = new SheetView();
    let count = 0;
    for await (const _ of parseXml(this.content(), reader)) {
      for (const { first, last } of reader.hiddenColumns.splice(0)) view.hideColumns(first, last);
      for (const { row, times, hidden, cells, merges } of reader.rows) {
        for (let i = 0; i < times; i++) {
          for (const area of merges) {
            view.merge({ ...area, top: area.top + i, bottom: area.bottom + i });
          }
          const seen = view.row(row + i, hidden, [...cells]);
          if (seen !== null) yield seen;
          if (++count % TURN_AFTER_ROWS === 0) await turn();
        }
      }
      reader.rows = [];
      if (reader.tables[index]?.isOver === true) return;
    }
  }

  [Symbol.dispose](): void {
    // Nothing is open.
  }
}

/** (OpenDocument 1.3 part 2, 4.8.) */
async function refuseEncrypted(source: ByteSource, directory: ZipDirectory): Promise<void> {
  if (directory.has("encrypted-package")) throw new JobFailure("excel_encrypted");
  const manifest = directory.get("meta-inf/manifest.xml");
  if (manifest === undefined) return;
  await parsePart(source, manifest, INFLATED.relationships, {
    open(name) {
      if (name === "encryption-data") throw new JobFailure("excel_encrypted");
    },
  });
}

async function* piecesOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  if (source.size > INFLATED.sheet) throw new JobFailure("inflates", INFLATED.sheet / 1024 / 1024);
  for (let at = 0; at < source.size; at += PIECE) {
    if (at % TURN_AFTER === 0) await turn();
    yield source.read(at, PIECE);
  }
}
