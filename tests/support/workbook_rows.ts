import { zipBook } from "../../lib/jobs/workbook/zip_book.ts";
import { MemoryBytes } from "./memory_bytes.ts";
import { temporaryFolder } from "./temporary_folder.ts";

/** The rows of a workbook's first sheet, from the top. */
export async function* workbookRows(bytes: Uint8Array) {
  await using folder = await temporaryFolder();
  using book = await zipBook(new MemoryBytes(bytes), `${folder.path}/texts`);
  yield* book.rows(0);
}
