import { requirePlace } from "./attachment_place.ts";
import { attachmentsView } from "./attachments_view.ts";
import { fragment } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** The files of a customer, a call or a consultation. */
export const attachmentList: StaffHandler = (c, visit) =>
  fragment(c, visit, "attachments/attachments", attachmentsView(visit, requirePlace(c, visit)));
