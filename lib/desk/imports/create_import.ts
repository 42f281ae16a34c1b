import { putFileInPlace } from "../../base/durable.ts";
import { makeFolderIn, removeBehindError } from "../../base/files.ts";
import { AS_FOUND, type ImportReading } from "../../domain/import_contents.ts";
import { importJob } from "../../domain/job_subject.ts";
import { importFolder, incomingFile } from "../../store/import_folder.ts";
import { createImport as storeImport, keepReading } from "../../store/imports.ts";
import { changeBy, requireMay } from "../desk.ts";
import type { FolderDesk } from "../folder_desk.ts";
import { type JobDesk, startJob } from "../jobs/job_desk.ts";

/** The names of files are shown to people, and nothing else. */
const LONGEST_NAME = 200;

/** Where the file of an import is put until all of it is there. */
export function incomingImport(desk: FolderDesk): string {
  requireMay(desk, "customers.import");
  makeFolderIn(`${desk.data}/imports`);
  return incomingFile(desk.data);
}

/**
 * Makes an import of the file `incoming`, which has come whole; `name` is what whoever sent it calls it, and
 * `reading` how it is to be read. Returns the import's ID. The file is the import's own from now on; where this throws it is gone, and there is no import.
 */
export function createImport(
  desk: FolderDesk,
  name: string,
  incoming: string,
  reading: ImportReading = AS_FOUND,
): number {
  requireMay(desk, "customers.import");
  const { store, data } = desk;
  try {
    return store.transaction(() => {
      const id = storeImport(store, shownName(name), changeBy(desk));
      keepReading(store, id, reading);
      // A folder of an import that there is not goes by itself (tidy_imports.ts).
      const { path, file } = importFolder(data, id);
      makeFolderIn(path);
      putFileInPlace(incoming, file);
      return id;
    });
  } catch (error) {
    removeBehindError(incoming);
    throw error;
  }
}

/** The same, and the file is read soon. */
export function beginImport(desk: JobDesk, name: string, incoming: string): number {
  return desk.store.transaction(() => {
    const importId = createImport(desk, name, incoming);
    startJob(desk, "read_import", { importId }, importJob(importId));
    return importId;
  });
}

function shownName(name: string): string {
  const shown = name.normalize("NFC").replace(/\p{C}/gu, "").trim();
  return shown.slice(0, LONGEST_NAME) || "-";
}
