import { putFileInPlace } from "../../base/durable.ts";
import { makeFolderIn, removeBehindError } from "../../base/files.ts";
import type { Actor } from "../../domain/audit.ts";
import { importJob } from "../../domain/job_subject.ts";
import { importFolder, incomingFile } from "../../jobs/import/import_folder.ts";
import { createImport } from "../../store/imports.ts";
import { actorOf } from "../acting.ts";
import { importLimit } from "./import_jobs.ts";
import { saveUpload } from "../uploads/upload.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";

/** The names of files are shown to people, and nothing else. */
const LONGEST_NAME = 200;

/**
 * Takes a file (the body as it is, `?name=` its name) and begins to read it; answers where the import is. There is none
 * before all of the file has come.
 */
export const importCreate: StaffHandler = async (c, visit) => {
  const name = (c.req.query("name") ?? "").normalize("NFC").replace(/\p{C}/gu, "").trim();
  const incoming = incomingFile(visit.web.data);
  makeFolderIn(`${visit.web.data}/imports`);
  const begin = (bytes: number) => visit.web.uploads.begin(visit.person.id, bytes);
  await saveUpload(c, incoming, importLimit(visit.store), { begin, lookAgain: visit.again });
  const id = begun(visit, name.slice(0, LONGEST_NAME) || "-", incoming, actorOf(c, visit.person));
  return c.json({ location: `/imports/${id}` }, 201);
};

/** The ID of an import of the file `incoming`, which is its own from now on, and is read soon. */
function begun(
  { store, person, now, web }: StaffVisit,
  name: string,
  incoming: string,
  by: Actor,
): number {
  try {
    return store.transaction(() => {
      const id = createImport(store, name, { by: person.id, at: now });
      const { path, file } = importFolder(web.data, id);
      makeFolderIn(path);
      web.jobs.start("read_import", { importId: id }, importJob(id), by);
      putFileInPlace(incoming, file);
      return id;
    });
  } catch (error) {
    // A folder of an import that there is not goes by itself (tidy_imports.ts).
    removeBehindError(incoming);
    throw error;
  }
}
