import { mayAttach } from "../../desk/attachments/attachment_place.ts";
import { mayRemove } from "../../desk/attachments/remove_attachment.ts";
import type { Attachment, AttachmentPlace } from "../../domain/attachment.ts";
import { fileKind } from "../../domain/file_kind.ts";
import { fileOpens } from "../../domain/file_type.ts";
import { uploadLimitMb } from "../../store/upload_limits.ts";
import {
  attachmentsAt,
  attachmentsAtEach,
  attachmentsOfCustomer,
} from "../../store/attachments.ts";
import { sizeText } from "../../text/size_text.ts";
import { deskOf } from "../desk_of.ts";
import type { AttachmentsView, FileView } from "./file_data.ts";
import type { StaffVisit } from "../visit.ts";
import { timeView } from "../basics.ts";

/** A customer's page shows so many; older ones stand in the time line. */
const MOST_SHOWN = 200;

/** The files of one place. */
export function attachmentsView(
  visit: StaffVisit,
  place: AttachmentPlace,
  removed: Attachment | null = null,
): AttachmentsView {
  if (place.kind === "customer") return customerAttachmentsView(visit, place.id, removed);
  return frame(visit, place, attachmentsAt(visit.store, place), removed);
}

/** Every file of a customer, those of their calls and consultations too. */
export function customerAttachmentsView(
  visit: StaffVisit,
  customerId: number,
  removed: Attachment | null = null,
): AttachmentsView {
  const files = attachmentsOfCustomer(visit.store, customerId, MOST_SHOWN);
  return frame(visit, { kind: "customer", id: customerId }, files, removed);
}

/** What is called for the files of one of these places, by its ID. */
export function filesAtEach(
  visit: StaffVisit,
  kind: AttachmentPlace["kind"],
  ids: readonly number[],
): (id: number) => FileView[] {
  const files = attachmentsAtEach(visit.store, kind, ids);
  return (id) => (files.get(id) ?? []).map((file) => fileView(visit, file));
}

function frame(
  visit: StaffVisit,
  place: AttachmentPlace,
  files: readonly Attachment[],
  removed: Attachment | null,
): AttachmentsView {
  return {
    name: `${place.kind}-${place.id}`,
    query: `${place.kind}=${place.id}`,
    files: files.map((file) => fileView(visit, file)),
    mayAdd: mayAttach(deskOf(visit), place),
    limitMb: uploadLimitMb(visit.store, "file"),
    removed: removed === null ? null : { id: removed.id, name: removed.name },
  };
}

function fileView(visit: StaffVisit, file: Attachment): FileView {
  return {
    id: file.id,
    name: file.name,
    size: sizeText(file.size),
    kind: fileKind(file.type, file.name),
    opens: fileOpens(file.type, file.name),
    sha256: file.sha256.toHex(),
    at: timeView(visit, file.createdAt),
    creator: file.creator,
    mayRemove: mayRemove(deskOf(visit), file),
  };
}
