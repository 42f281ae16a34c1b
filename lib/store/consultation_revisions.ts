import type { ConsultationState } from "../domain/consultation.ts";
import type { Store } from "./database.ts";

/** What stood in a consultation before it was corrected. */
export interface Revision {
  readonly version: number;
  readonly type: string;
  readonly text: string;
  readonly state: ConsultationState;
  readonly callbackAt: number | null;
  /** When and by whom it was written. */
  readonly writtenAt: number;
  readonly writtenBy: string;
}

interface RevisionRow {
  version: number;
  type: string;
  text: string;
  state: ConsultationState;
  callback_at: number | null;
  changed_at: number;
  name: string | null;
}

/** The newest first. */
export function revisionsOf(store: Store, consultationId: number): Revision[] {
  return store.all<RevisionRow>(
    `SELECT r.version, r.type, r.text, r.state, r.callback_at, r.changed_at, staff.name
     FROM consultation_revisions AS r LEFT JOIN staff ON staff.id = r.changed_by
     WHERE r.consultation_id = ? ORDER BY r.version DESC`,
    consultationId,
  ).map((row) => ({
    version: row.version,
    type: row.type,
    text: row.text,
    state: row.state,
    callbackAt: row.callback_at,
    writtenAt: row.changed_at,
    writtenBy: row.name ?? "",
  }));
}
