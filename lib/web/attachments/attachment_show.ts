import { attachmentById } from "../../store/attachments.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import { sendFile } from "./send_file.ts";
import type { StaffHandler } from "../visit.ts";

/** A file's content: opened where a browser can show it safely, downloaded otherwise or with `?download`. */
export const attachmentShow: StaffHandler = (c, visit) => {
  const file = attachmentById(visit.store, idParam(c));
  if (file === null || file.removedAt !== null) throw new HttpProblem("not_found");
  return sendFile(c, visit.store, file, c.req.query("download") !== undefined);
};
