import type { Store } from "./database.ts";
import { createInteraction } from "./interactions.ts";

/** A consultation that a file has. */
export interface ImportedNote {
  /** The row of the file. */
  readonly row: number;
  readonly customerId: number;
  readonly staffId: number;
  /** ms since the epoch, UTC. */
  readonly at: number;
  readonly type: string;
  readonly text: string;
}

interface NoteRow {
  position: number;
  customer_id: number;
  staff_id: number;
  at: number;
  type: string;
  text: string;
}

/** Keeps consultations that are made when the import is published. */
export function stageNotes(store: Store, importId: number, notes: readonly ImportedNote[]): void {
  store.run(
    `INSERT INTO import_notes (import_id, position, customer_id, staff_id, at, type, text)
     SELECT ?, it.value ->> 0, it.value ->> 1, it.value ->> 2, it.value ->> 3, it.value ->> 4, it.value ->> 5
     FROM json_each(?) AS it`,
    importId,
    JSON.stringify(notes.map((one) => [
      ...[one.row, one.customerId, one.staffId, one.at, one.type, one.text],
    ])),
  );
}

/**
 * Makes up to `limit` of the kept consultations; of one that is there already, of this customer and moment and in these
 * words, there is no second. Returns how many it looked at.
 */
export function applyNotes(store: Store, importId: number, limit: number): number {
  const rows = store.all<NoteRow>(
    `SELECT position, customer_id, staff_id, at, type, text FROM import_notes
     WHERE import_id = ? ORDER BY position LIMIT ?`,
    importId,
    limit,
  );
  for (const row of rows) if (!isThere(store, row)) writeNote(store, importId, row);
  store.run(
    "DELETE FROM import_notes WHERE import_id = ? AND position <= ?",
    importId,
    rows.at(-1)?.position ?? 0,
  );
  return rows.length;
}

function isThere(store: Store, { customer_id, at, text }: NoteRow): boolean {
  return store.get(
    "SELECT 1 FROM consultations WHERE customer_id = ? AND created_at = ? AND text = ?",
    customer_id,
    at,
    text,
  ) !== undefined;
}

function writeNote(store: Store, importId: number, row: NoteRow): void {
  const { customer_id: customerId, staff_id, at, type, text } = row;
  const interaction = { contactPointId: null, customerId, beganAt: at, endedAt: at };
  store.run(
    `INSERT INTO consultations
       (interaction_id, customer_id, staff_id, type, text, state, created_at, changed_at, changed_by, settled_version, import_id)
     VALUES (?, ?, ?, ?, ?, 'done', ?, ?, ?, 1, ?)`,
    createInteraction(store, { channel: "other", ...interaction }),
    customerId,
    staff_id,
    type,
    text,
    at,
    at,
    staff_id,
    importId,
  );
}

/** Takes away up to `limit` of the consultations that an import has made or kept; returns how many there were. */
export function removeNotes(store: Store, importId: number, limit: number): number {
  const made = store.all<{ id: number; interaction_id: number }>(
    "SELECT id, interaction_id FROM consultations WHERE import_id = ? ORDER BY id DESC LIMIT ?",
    importId,
    limit,
  );
  for (const { id, interaction_id } of made) {
    store.run("DELETE FROM consultations WHERE id = ?", id);
    store.run("DELETE FROM interactions WHERE id = ?", interaction_id);
  }
  if (made.length > 0) return made.length;
  return store.run(
    `DELETE FROM import_notes WHERE import_id = ?1 AND position IN (
       SELECT position FROM import_notes WHERE import_id = ?1 ORDER BY position LIMIT ?2)`,
    importId,
    limit,
  ).changes;
}

/** How many consultations an import has made that are still there. */
export function countNotes(store: Store, importId: number): number {
  return store.get<{ n: number }>(
    "SELECT count(*) AS n FROM consultations WHERE import_id = ?",
    importId,
  )?.n ?? 0;
}
