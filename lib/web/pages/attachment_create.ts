import type { AttachmentPlace } from "../../domain/attachment.ts";
import { fileName } from "../../domain/file_name.ts";
import { uploadLimitMb } from "../../store/upload_limits.ts";
import { mayAttach, requirePlace } from "../attachment_place.ts";
import { HttpProblem } from "../http_problem.ts";
import { attachmentsView } from "../present/attachments_view.ts";
import { receiveFile } from "../receive_file.ts";
import { fragment } from "../respond.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";

/** Takes in one file, which is the whole body; answers with the list that it stands in then. */
export const attachmentCreate: StaffHandler = async (c, visit) => {
  const place = requirePlace(c, visit);
  requireOwn(visit, place);
  await receiveFile(visit.store, {
    place,
    name: fileName(c.req.query("name") ?? ""),
    limitMb: uploadLimitMb(visit.store, "file"),
    announced: c.req.header("content-length"),
    body: c.req.raw.body,
    begin: (bytes) => visit.web.uploads.begin(visit.person.id, bytes),
    lookAgain: () => requireOwn(visit.again(), place),
  }, { by: visit.person.id, at: visit.now });
  return fragment(c, visit, "partials/attachments", attachmentsView(visit.again(), place));
};

function requireOwn(visit: StaffVisit, place: AttachmentPlace): void {
  if (mayAttach(visit, place)) return;
  throw new HttpProblem("forbidden", {}, "consultation.not_yours");
}
