import { removeAttachment, restoreAttachment } from "../../desk/attachments/remove_attachment.ts";
import { requirePlace } from "./attachment_place.ts";
import { deskOf } from "../desk_of.ts";
import { idParam } from "../params.ts";
import { attachmentsView } from "./attachments_view.ts";
import { fragment } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Takes a file away, and offers to bring it back; the list is that of the place in the URL. */
export const attachmentRemove: StaffHandler = (c, visit) => {
  const removed = removeAttachment(deskOf(visit), idParam(c));
  const data = attachmentsView(visit, requirePlace(c, visit), removed);
  return fragment(c, visit, "attachments/attachments", data);
};

/** Brings it back. */
export const attachmentRestore: StaffHandler = (c, visit) => {
  restoreAttachment(deskOf(visit), idParam(c));
  const data = attachmentsView(visit, requirePlace(c, visit));
  return fragment(c, visit, "attachments/attachments", data);
};
