import { uploadLimitMb } from "../../store/upload_limits.ts";
import { requirePlace } from "./attachment_place.ts";
import { deskOf } from "../desk_of.ts";
import { attachmentsView } from "./attachments_view.ts";
import { receiveFile } from "./receive_file.ts";
import { fragment } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Takes in one file, which is the whole body; answers with the list that it stands in then. */
export const attachmentCreate: StaffHandler = async (c, visit) => {
  const place = requirePlace(c, visit);
  await receiveFile(deskOf(visit), {
    place,
    name: c.req.query("name") ?? "",
    limitMb: uploadLimitMb(visit.store, "file"),
    announced: c.req.header("content-length"),
    body: c.req.raw.body,
    begin: (bytes) => visit.web.uploads.begin(visit.person.id, bytes),
  });
  return fragment(c, visit, "attachments/attachments", attachmentsView(visit.again(), place));
};
