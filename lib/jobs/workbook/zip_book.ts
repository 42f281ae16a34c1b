import { JobFailure } from "../job_failure.ts";
import type { Book } from "./book.ts";
import type { ByteSource } from "./byte_source.ts";
import { OdsBook } from "./ods/ods_book.ts";
import { memberBytes } from "./member_bytes.ts";
import { XlsxBook } from "./xlsx_book.ts";
import { type ZipDirectory, zipDirectory } from "./zip_directory.ts";

/**
 * The workbook that a zip is; the file `scratch` may be made. Throws JobFailure where it is something else, by its name
 * where that is known, and what `zipDirectory`, `XlsxBook.open` throw.
 */
export async function zipBook(source: ByteSource, scratch: string): Promise<Book> {
  const directory = zipDirectory(source);
  if (directory.has("_rels/.rels")) return await XlsxBook.open(source, directory, scratch);
  const kind = await mimeTypeOf(source, directory);
  if (kind.startsWith(`${OPEN_DOCUMENT}spreadsheet`)) return await OdsBook.open(source, directory);
  if (kind.startsWith(`${OPEN_DOCUMENT}text`)) throw new JobFailure("is_word");
  if (kind.startsWith(`${OPEN_DOCUMENT}presentation`)) throw new JobFailure("is_slides");
  if (kind.startsWith("application/hwp") || directory.has("contents/section0.xml")) {
    throw new JobFailure("is_hwp");
  }
  if (directory.has("index/document.iwa") || directory.has("index.zip")) {
    throw new JobFailure("is_numbers");
  }
  throw new JobFailure("is_archive");
}

const OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
const LONGEST_TYPE = 100;

/** What a zip says that it is, in a member for that; "" where it says nothing. */
async function mimeTypeOf(source: ByteSource, directory: ZipDirectory): Promise<string> {
  const member = directory.get("mimetype");
  if (member === undefined || member.inflated > LONGEST_TYPE) return "";
  let text = "";
  for await (const bytes of memberBytes(source, member, LONGEST_TYPE)) {
    text += new TextDecoder().decode(bytes);
  }
  return text.trim();
}
