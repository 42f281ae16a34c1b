import type { Work, WorkKind } from "../../domain/work.ts";
import type { Store } from "../database.ts";
import { WORK_COLUMNS, WORK_FROM, workOf, type WorkRow } from "./work_row.ts";

/** Which work is asked for; null is any. */
export interface WorkFilter {
  readonly kind: WorkKind | null;
  /**
   * `staffId`: theirs, and the missed callers who rang at their extension and whom nobody has taken; `nobody`: what waits
   * for anybody.
   */
  readonly whose: { readonly staffId: number } | "nobody" | null;
}

/** Open work, in the order in which it is due: by that alone. */
export function openWork(store: Store, { kind, whose }: WorkFilter, limit: number): Work[] {
  if (whose !== null && whose !== "nobody") return openWorkOf(store, kind, whose.staffId, limit);
  return store.all<WorkRow>(
    `SELECT ${WORK_COLUMNS} FROM ${WORK_FROM}
     WHERE work.done_at IS NULL AND (?1 IS NULL OR work.kind = ?1) AND (?2 = 0 OR work.staff_id IS NULL)
     ORDER BY work.due_at, work.id LIMIT ?3`,
    kind,
    whose === null ? 0 : 1,
    limit,
  ).map(workOf);
}

function openWorkOf(store: Store, kind: WorkKind | null, staffId: number, limit: number): Work[] {
  return store.all<WorkRow>(
    `SELECT ${WORK_COLUMNS} FROM ${WORK_FROM}
     WHERE work.done_at IS NULL AND (?1 IS NULL OR work.kind = ?1)
       AND (work.staff_id = ?2 OR work.staff_id IS NULL AND work.kind = 'missed' AND EXISTS (
         SELECT 1 FROM work_interactions AS try
         JOIN interactions ON interactions.id = try.interaction_id
         JOIN connections AS party ON party.call_id = interactions.call_id
         WHERE try.work_id = work.id AND party.staff_id = ?2))
     ORDER BY work.due_at, work.id LIMIT ?3`,
    kind,
    staffId,
    limit,
  ).map(workOf);
}

/** Open work with a customer, in the order in which it is due. */
export function openWorkWith(store: Store, customerId: number, limit: number): Work[] {
  return store.all<WorkRow>(
    `SELECT ${WORK_COLUMNS} FROM ${WORK_FROM}
     WHERE work.customer_id = ? AND work.done_at IS NULL ORDER BY work.due_at, work.id LIMIT ?`,
    customerId,
    limit,
  ).map(workOf);
}

/** Where a page of done work begins. */
export interface DonePlace {
  readonly doneAt: number;
  readonly id: number;
}

/** Work that is done, from behind `before` on, what was done last first. */
export function doneWork(
  store: Store,
  kind: WorkKind | null,
  before: DonePlace,
  limit: number,
): Work[] {
  return store.all<WorkRow>(
    `SELECT ${WORK_COLUMNS} FROM ${WORK_FROM}
     WHERE (work.done_at, work.id) < (?1, ?2) AND (?3 IS NULL OR work.kind = ?3)
     ORDER BY work.done_at DESC, work.id DESC LIMIT ?4`,
    before.doneAt,
    before.id,
    kind,
    limit,
  ).map(workOf);
}
