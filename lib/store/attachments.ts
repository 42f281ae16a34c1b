import type { Attachment, AttachmentPlace } from "../domain/attachment.ts";
import type { Change } from "./customers.ts";
import type { Store } from "./database.ts";
import { NotFound } from "./errors.ts";

interface AttachmentRow {
  id: number;
  customer_id: number | null;
  call_id: number | null;
  consultation_id: number | null;
  name: string;
  type: string;
  size: number;
  sha256: Uint8Array;
  created_at: number;
  created_by: number | null;
  creator: string;
  removed_at: number | null;
}

const COLUMNS =
  `a.id, a.customer_id, a.call_id, a.consultation_id, a.name, a.type, a.size, a.sha256,
  a.created_at, a.created_by, coalesce(staff.name, '') AS creator, a.removed_at`;
const FROM = "attachments AS a LEFT JOIN staff ON staff.id = a.created_by";
/** Whole, and not taken away. */
const SEEN = "a.size IS NOT NULL AND a.removed_at IS NULL";

function attachmentOf(row: AttachmentRow): Attachment {
  return {
    id: row.id,
    place: placeOf(row),
    name: row.name,
    type: row.type,
    size: row.size,
    sha256: row.sha256,
    createdAt: row.created_at,
    createdBy: row.created_by,
    creator: row.creator,
    removedAt: row.removed_at,
  };
}

function placeOf(row: AttachmentRow): AttachmentPlace {
  if (row.customer_id !== null) return { kind: "customer", id: row.customer_id };
  if (row.call_id !== null) return { kind: "call", id: row.call_id };
  return { kind: "consultation", id: row.consultation_id! };
}

/** A whole file, one that was taken away too. */
export function attachmentById(store: Store, id: number): Attachment | null {
  const row = store.get<AttachmentRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE a.id = ? AND a.size IS NOT NULL`,
    id,
  );
  return row === undefined ? null : attachmentOf(row);
}

/** The files of one place alone, in the order in which they came. */
export function attachmentsAt(store: Store, place: AttachmentPlace): Attachment[] {
  return store.all<AttachmentRow>(SQL_AT[place.kind], place.id).map(attachmentOf);
}

/** The files of each of these places, by its ID, in the order in which they came: one question, however many places. */
export function attachmentsAtEach(
  store: Store,
  kind: AttachmentPlace["kind"],
  ids: readonly number[],
): Map<number, Attachment[]> {
  const files = store.all<AttachmentRow>(SQL_AT_EACH[kind], JSON.stringify(ids)).map(attachmentOf);
  return Map.groupBy(files, ({ place }) => place.id);
}

const SQL_AT = {
  customer: `SELECT ${COLUMNS} FROM ${FROM} WHERE a.customer_id = ? AND ${SEEN} ORDER BY a.id`,
  call: `SELECT ${COLUMNS} FROM ${FROM} WHERE a.call_id = ? AND ${SEEN} ORDER BY a.id`,
  consultation:
    `SELECT ${COLUMNS} FROM ${FROM} WHERE a.consultation_id = ? AND ${SEEN} ORDER BY a.id`,
} as const;

const ASKED = "IN (SELECT value FROM json_each(?))";
const SQL_AT_EACH = {
  customer: `SELECT ${COLUMNS} FROM ${FROM} WHERE a.customer_id ${ASKED} AND ${SEEN} ORDER BY a.id`,
  call: `SELECT ${COLUMNS} FROM ${FROM} WHERE a.call_id ${ASKED} AND ${SEEN} ORDER BY a.id`,
  consultation:
    `SELECT ${COLUMNS} FROM ${FROM} WHERE a.consultation_id ${ASKED} AND ${SEEN} ORDER BY a.id`,
} as const;

/** Every file of a customer, their calls and their consultations, the newest first. */
export function attachmentsOfCustomer(
  store: Store,
  customerId: number,
  limit: number,
): Attachment[] {
  return store.all<AttachmentRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE a.id IN (
       SELECT id FROM attachments WHERE customer_id = ?
       UNION ALL
       SELECT f.id FROM calls JOIN attachments AS f ON f.call_id = calls.id
       WHERE calls.customer_id = ?
       UNION ALL
       SELECT f.id FROM consultations JOIN attachments AS f ON f.consultation_id = consultations.id
       WHERE consultations.customer_id = ?
     ) AND ${SEEN} ORDER BY a.id DESC LIMIT ?`,
    customerId,
    customerId,
    customerId,
    limit,
  ).map(attachmentOf);
}

/** Takes a file away. It can be brought back until `purgeAttachments` comes for it. */
export function removeAttachment(store: Store, id: number, change: Change): Attachment {
  store.run(
    "UPDATE attachments SET removed_at = ?, removed_by = ? WHERE id = ? AND removed_at IS NULL",
    change.at,
    change.by,
    id,
  );
  return known(store, id);
}

export function restoreAttachment(store: Store, id: number): Attachment {
  store.run("UPDATE attachments SET removed_at = NULL, removed_by = NULL WHERE id = ?", id);
  return known(store, id);
}

function known(store: Store, id: number): Attachment {
  const attachment = attachmentById(store, id);
  if (attachment === null) throw new NotFound("attachment", id);
  return attachment;
}
