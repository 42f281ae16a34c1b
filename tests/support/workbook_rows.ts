import { MemoryBytes } from "../../lib/jobs/workbook/byte_source.ts";
import { Workbook } from "../../lib/jobs/workbook/workbook.ts";

/** The rows of a workbook's first sheet, from the top. */
export async function* workbookRows(bytes: Uint8Array) {
  yield* (await Workbook.open(new MemoryBytes(bytes))).rows(0);
}
