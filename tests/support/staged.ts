import {
  AS_FOUND,
  type ImportContents,
  type ImportReading,
} from "../../lib/domain/import_contents.ts";
import { stageTable } from "../../lib/jobs/import/staging/stage_table.ts";
import { stagedRows } from "../../lib/jobs/import/staging/staged_rows.ts";
import { temporaryFolder } from "./temporary_folder.ts";

export interface Staged {
  readonly contents: ImportContents;
  /** The cells of the rows below the headings. */
  readonly rows: readonly (readonly string[])[];
}

/** What an import reads of a file, in this thread. */
export async function staged(
  file: Uint8Array | string,
  reading: Partial<ImportReading> = {},
): Promise<Staged> {
  await using folder = await temporaryFolder();
  const [path, kept] = [`${folder.path}/file`, `${folder.path}/rows`];
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  await Deno.writeFile(path, bytes);
  const contents = await stageTable(path, kept, { ...AS_FOUND, ...reading }, () => undefined);
  return { contents, rows: Array.from(stagedRows(kept), ({ cells }) => cells) };
}
