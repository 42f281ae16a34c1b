import type { Attachment } from "../../domain/attachment.ts";
import {
  attachmentById,
  removeAttachment as storeRemoved,
  restoreAttachment as storeRestored,
} from "../../store/attachments.ts";
import { NotFound } from "../../store/errors.ts";
import { changeBy, mayAt, NotYours, requireMay, type StaffDesk } from "../desk.ts";

/** Whether whoever asks may take the file away, and bring it back: whoever brought it, and those who may with any. */
export function mayRemove(desk: StaffDesk, file: Pick<Attachment, "createdBy">): boolean {
  return mayAt(desk, "files.remove_any") ||
    (mayAt(desk, "files.add") && file.createdBy === desk.by.id);
}

/** Takes a file away; it can be brought back. Throws `NotFound` and `NotYours`. */
export function removeAttachment(desk: StaffDesk, id: number): Attachment {
  const { store } = desk;
  return store.transaction(() => {
    requireRemovable(desk, id);
    return storeRemoved(store, id, changeBy(desk));
  });
}

/** Brings a file back that was taken away; one that is there stays. Throws `NotFound` and `NotYours`. */
export function restoreAttachment(desk: StaffDesk, id: number): void {
  const { store } = desk;
  store.transaction(() => {
    requireRemovable(desk, id);
    storeRestored(store, id);
  });
}

function requireRemovable(desk: StaffDesk, id: number): void {
  requireMay(desk, "files.add");
  const file = attachmentById(desk.store, id);
  if (file === null) throw new NotFound("attachment", id);
  if (!mayRemove(desk, file)) throw new NotYours(desk.by.login, `file ${id}`, "file.not_yours");
}
