import { JobFailure } from "../job_failure.ts";
import type { Book } from "./book.ts";
import type { ByteSource } from "./byte_source.ts";
import { XlsxBook } from "./xlsx_book.ts";
import { zipDirectory } from "./zip_directory.ts";

/**
 * The workbook that a zip is; the file `scratch` may be made. Throws JobFailure where it is something else, by its name
 * where that is known, and what `zipDirectory`, `XlsxBook.open` throw.
 */
export async function zipBook(source: ByteSource, scratch: string): Promise<Book> {
  const directory = zipDirectory(source);
  if (directory.has("_rels/.rels")) return await XlsxBook.open(source, directory, scratch);
  if (directory.has("index/document.iwa") || directory.has("index.zip")) {
    throw new JobFailure("is_numbers");
  }
  throw new JobFailure("is_archive");
}
