import type { Attachment, AttachmentPlace } from "../domain/attachment.ts";
import { UNKNOWN_TYPE } from "../domain/file_type.ts";
import { attachmentById } from "./attachments.ts";
import type { Change } from "./customers.ts";
import type { Store } from "./database.ts";

/** A piece is written in a millisecond or two: calls come in between. */
export const CHUNK_BYTES = 256 * 1024;
/** Pieces deleted at a time. */
const SLICE_CHUNKS = 8;

/** What is known of a file when all of it has come. */
export interface WholeContent {
  readonly type: string;
  readonly size: number;
  readonly sha256: Uint8Array;
}

/** Begins a file, which nobody sees before `finishAttachment`; returns its ID. */
export function beginAttachment(
  store: Store,
  place: AttachmentPlace,
  name: string,
  change: Change,
): number {
  return store.run(
    `INSERT INTO attachments
       (customer_id, call_id, consultation_id, name, type, created_at, created_by)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    place.kind === "customer" ? place.id : null,
    place.kind === "call" ? place.id : null,
    place.kind === "consultation" ? place.id : null,
    name,
    UNKNOWN_TYPE,
    change.at,
    change.by,
  ).id;
}

/** Adds the piece number `position`, counted from 0; each but the last has `CHUNK_BYTES`. */
export function appendChunk(store: Store, id: number, position: number, bytes: Uint8Array): void {
  store.run(
    "INSERT INTO attachment_chunks (attachment_id, position, bytes) VALUES (?, ?, ?)",
    id,
    position,
    bytes,
  );
}

/** Makes a file seen. Returns null where its place was deleted meanwhile. */
export function finishAttachment(
  store: Store,
  id: number,
  content: WholeContent,
): Attachment | null {
  store.run(
    "UPDATE attachments SET type = ?, size = ?, sha256 = ? WHERE id = ? AND size IS NULL",
    content.type,
    content.size,
    content.sha256,
    id,
  );
  return attachmentById(store, id);
}

/** Gives up a file that did not come whole; `purgeAttachments` deletes its pieces. */
export function abandonAttachment(store: Store, id: number): void {
  store.run("DELETE FROM attachments WHERE id = ? AND size IS NULL", id);
}

/** Gives up everything that was begun before `startedAt`: the server that received it has ended. */
export function abandonUnfinished(store: Store, startedAt: number): void {
  store.run("DELETE FROM attachments WHERE size IS NULL AND created_at < ?", startedAt);
}

/** The piece number `position` of a file; null behind the last one. */
export function readChunk(
  store: Store,
  id: number,
  position: number,
): Uint8Array<ArrayBuffer> | null {
  const row = store.get<{ bytes: Uint8Array<ArrayBuffer> }>(
    "SELECT bytes FROM attachment_chunks WHERE attachment_id = ? AND position = ?",
    id,
    position,
  );
  return row?.bytes ?? null;
}

/**
 * Deletes a little of what is no longer wanted: files taken away before `removedBefore`, and pieces of files
 * that are gone. Returns whether there is more to do.
 */
export function purgeAttachments(store: Store, removedBefore: number): boolean {
  return store.transaction(() => {
    const old = store.run(
      `DELETE FROM attachments WHERE id IN (
         SELECT id FROM attachments WHERE removed_at < ? AND size IS NOT NULL LIMIT ?)`,
      removedBefore,
      SLICE_CHUNKS,
    );
    const leftover = store.get<{ attachment_id: number }>(
      "SELECT attachment_id FROM attachment_leftovers LIMIT 1",
    );
    if (leftover === undefined) return old.changes > 0;
    const pieces = store.run(
      `DELETE FROM attachment_chunks WHERE rowid IN (
         SELECT rowid FROM attachment_chunks WHERE attachment_id = ? LIMIT ?)`,
      leftover.attachment_id,
      SLICE_CHUNKS,
    );
    if (pieces.changes < SLICE_CHUNKS) {
      store.run(
        "DELETE FROM attachment_leftovers WHERE attachment_id = ?",
        leftover.attachment_id,
      );
    }
    return true;
  });
}
