import { attachmentById, removeAttachment, restoreAttachment } from "../../store/attachments.ts";
import { requirePlace } from "../attachment_place.ts";
import { HttpProblem } from "../http_problem.ts";
import { idParam } from "../params.ts";
import { attachmentsView, mayRemove } from "../present/attachments_view.ts";
import { fragment } from "../respond.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";

/** Takes a file away, and offers to bring it back; the list is that of the place in the URL. */
export const attachmentRemove: StaffHandler = (c, visit) => {
  const id = requireRemovable(visit, idParam(c));
  const removed = removeAttachment(visit.store, id, { by: visit.person.id, at: visit.now });
  const data = attachmentsView(visit, requirePlace(c, visit), removed);
  return fragment(c, visit, "partials/attachments", data);
};

/** Brings it back. */
export const attachmentRestore: StaffHandler = (c, visit) => {
  restoreAttachment(visit.store, requireRemovable(visit, idParam(c)));
  const data = attachmentsView(visit, requirePlace(c, visit));
  return fragment(c, visit, "partials/attachments", data);
};

function requireRemovable(visit: StaffVisit, id: number): number {
  const file = attachmentById(visit.store, id);
  if (file === null) throw new HttpProblem("not_found");
  if (!mayRemove(visit, file)) throw new HttpProblem("forbidden", {}, "file.not_yours");
  return id;
}
