import { backupFile } from "../../desk/backups/backup_file.ts";
import { contentDisposition } from "../../domain/file_name.ts";
import { UNKNOWN_TYPE } from "../../domain/file_type.ts";
import { jobDeskOf } from "../desk_of.ts";
import { HttpProblem } from "../http_problem.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";

/** One backup, as it lies in the folder, a piece at a time. */
export const backupDownload: StaffHandler = async (c, visit) => {
  const name = c.req.param("name") ?? "";
  const file = await opened(backupFile(jobDeskOf(visit), name));
  const { size } = await file.stat();
  // From here on it counts as under way until its stream is over.
  const stream = sent(visit, file);
  return c.newResponse(stream, 200, {
    "content-type": UNKNOWN_TYPE,
    "content-length": String(size),
    "content-disposition": contentDisposition("attachment", name),
  });
};

function sent({ web, person }: StaffVisit, file: Deno.FsFile) {
  try {
    return web.transfers.send(person.id, () => file.readable);
  } catch (error) {
    file.close();
    throw error;
  }
}

async function opened(path: string): Promise<Deno.FsFile> {
  try {
    return await Deno.open(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) throw new HttpProblem("not_found");
    throw error;
  }
}
