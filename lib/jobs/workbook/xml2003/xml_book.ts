import { turn } from "../../job_context.ts";
import { JobFailure } from "../../job_failure.ts";
import type { Book, Sheet, SheetRow } from "../book.ts";
import type { ByteSource } from "../byte_source.ts";
import { INFLATED, TURN_AFTER } from "../limits.ts";
import { SheetView } from "../sheet_view.ts";
import { parseXml } from "../xml_part.ts";
import { XmlReader } from "./xml_reader.ts";

const PIECE = 64 * 1024;
const HEAD = 200;

/** A workbook in the XML of Excel 2003 (SpreadsheetML), which programs like to call .xls. Nothing of it is held in memory. */
export class XmlBook implements Book {
  readonly format = "xml";

  private constructor(
    private readonly source: ByteSource,
    readonly sheets: readonly (Sheet & { readonly count: number })[],
  ) {}

  /** Throws what `parseXml` throws. */
  static async open(source: ByteSource): Promise<XmlBook> {
    const reader = new XmlReader();
    for await (const _ of parseXml(piecesOf(source), reader));
    return new XmlBook(source, reader.sheets);
  }

  count(index: number): Promise<number> {
    return Promise.resolve(this.sheets[index]!.count);
  }

  async *rows(index: number): AsyncGenerator<SheetRow> {
    const reader = new XmlReader(index);
    const view = new SheetView();
    for await (const _ of parseXml(piecesOf(this.source), reader)) {
      for (const { first, last } of reader.hiddenColumns.splice(0)) view.hideColumns(first, last);
      for (const { row, hidden, cells, merges } of reader.rows.splice(0)) {
        for (const area of merges) view.merge(area);
        const seen = view.row(row, hidden, cells);
        if (seen !== null) yield seen;
      }
      if (reader.isOver) return;
    }
  }

  [Symbol.dispose](): void {
    // Nothing is open.
  }
}

/** The bytes as `parseXml` reads them: in UTF-8, or UTF-16 with a mark. */
async function* piecesOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  if (source.size > INFLATED.sheet) throw new JobFailure("inflates", INFLATED.sheet / 1024 / 1024);
  const head = new TextDecoder("latin1").decode(source.read(0, HEAD));
  const isKorean = /^[^>]*\bencoding\s*=\s*["'](?:euc-kr|ks_c_5601|cp949|ms949|x-windows-949)/i
    .test(head);
  const [decoder, encoder] = [new TextDecoder("euc-kr"), new TextEncoder()];
  for (let at = 0; at < source.size; at += PIECE) {
    if (at % TURN_AFTER === 0) await turn();
    const bytes = source.read(at, PIECE);
    yield isKorean ? encoder.encode(decoder.decode(bytes, { stream: true })) : bytes;
  }
}
