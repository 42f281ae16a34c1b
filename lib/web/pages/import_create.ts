import { removeBehindError } from "../../base/files.ts";
import { importFolder } from "../../jobs/import/import_folder.ts";
import { createImport, moveImport } from "../../store/imports.ts";
import { importLimit, subjectOf } from "../import_jobs.ts";
import { saveUpload } from "../upload.ts";
import type { StaffHandler } from "../visit.ts";

/** The names of files are shown to people, and nothing else. */
const LONGEST_NAME = 200;

/** Takes a file (the body as it is, `?name=` its name) and begins to read it; answers where the import is. */
export const importCreate: StaffHandler = async (c, visit) => {
  const change = { by: visit.person.id, at: visit.now };
  const name = (c.req.query("name") ?? "").normalize("NFC").replace(/\p{C}/gu, "").trim();
  const id = createImport(visit.store, name.slice(0, LONGEST_NAME) || "-", change);
  const { path, file } = importFolder(visit.web.data, id);
  try {
    await Deno.mkdir(path, { recursive: true, mode: 0o700 });
    const begin = (bytes: number) => visit.web.uploads.begin(visit.person.id, bytes);
    await saveUpload(c, file, importLimit(visit.store), { begin, lookAgain: visit.again });
  } catch (error) {
    removeBehindError(path);
    moveImport(visit.store, id, "draft", "failed", visit.web.clock());
    throw error;
  }
  visit.web.jobs.start("read_import", { importId: id }, subjectOf(id));
  return c.json({ location: `/imports/${id}` }, 201);
};
