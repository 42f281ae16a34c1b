import { Workbook } from "../../lib/jobs/workbook/workbook.ts";
import { MemoryBytes } from "./memory_bytes.ts";
import { temporaryFolder } from "./temporary_folder.ts";

/** The rows of a workbook's first sheet, from the top. */
export async function* workbookRows(bytes: Uint8Array) {
  await using folder = await temporaryFolder();
  yield* (await Workbook.open(new MemoryBytes(bytes), `${folder.path}/texts`)).rows(0);
}
