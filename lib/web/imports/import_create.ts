import { beginImport, incomingImport } from "../../desk/imports/create_import.ts";
import { importLimit } from "../../desk/imports/import_limit.ts";
import { jobDeskOf } from "../desk_of.ts";
import { saveUpload } from "../uploads/upload.ts";
import type { StaffHandler } from "../visit.ts";

/**
 * Takes a file (the body as it is, `?name=` its name) and begins to read it; answers where the import is. There is none
 * before all of the file has come.
 */
export const importCreate: StaffHandler = async (c, visit) => {
  const desk = jobDeskOf(visit);
  const incoming = incomingImport(desk);
  const begin = (bytes: number) => visit.web.uploads.begin(visit.person.id, bytes);
  await saveUpload(c, incoming, importLimit(visit.store), { begin, lookAgain: visit.again });
  const id = beginImport(desk, c.req.query("name") ?? "", incoming);
  return c.json({ location: `/imports/${id}` }, 201);
};
