import type { Book } from "./book.ts";
import type { ByteSource } from "./byte_source.ts";
import { OdsBook } from "./ods/ods_book.ts";
import { compoundWorkbook } from "./xls/compound_workbook.ts";
import { XlsBook } from "./xls/xls_book.ts";
import { XmlBook } from "./xml2003/xml_book.ts";
import { zipBook } from "./zip_book.ts";

/** Bytes in which an XML file says what it is. */
const HEAD = 64 * 1024;
const [ZIP, COMPOUND, BARE_XLS] = [0x50, 0xd0, 9];

/**
 * The workbook that a file is; the file `scratch` may be made. Throws JobFailure where it is something else, by its
 * name where that is known.
 */
export async function openBook(source: ByteSource, scratch: string): Promise<Book> {
  const [first] = source.read(0, 1);
  if (first === ZIP) return await zipBook(source, scratch);
  if (first === BARE_XLS) return new XlsBook(source, scratch);
  if (first === COMPOUND) return new XlsBook(compoundWorkbook(source), scratch);
  const head = new TextDecoder("latin1").decode(source.read(0, HEAD)).replaceAll("\0", "");
  return head.includes("opendocument")
    ? await OdsBook.openFlat(source)
    : await XmlBook.open(source);
}
