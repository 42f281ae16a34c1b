import type { Store } from "../database.ts";

export interface FirstNote {
  readonly type: string;
  readonly text: string;
}

/** The first finished note of each of these calls that has one. */
export function firstNotes(store: Store, ids: readonly number[]): Map<number, FirstNote> {
  const notes = store.all<FirstNote & { readonly call_id: number }>(
    `SELECT note.call_id, note.type, note.text FROM json_each(?) AS asked
     CROSS JOIN consultations AS note ON note.call_id = asked.value
     WHERE note.state <> 'draft' ORDER BY note.created_at DESC, note.id DESC`,
    JSON.stringify(ids),
  );
  return new Map(notes.map(({ call_id, type, text }) => [call_id, { type, text }]));
}
