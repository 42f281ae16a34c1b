import type { Consultation } from "../../domain/consultation.ts";
import type { Store } from "../database.ts";
import { noteEvent } from "../events.ts";
import { addInteraction, finishWork, moveWork, type WorkChange } from "./change_work.ts";
import { noteStep } from "./work_steps.ts";

/**
 * Keeps the promise of a consultation among the work in step with what was saved in it; a part of that transaction. The
 * work is what counts, and the consultation's state and time are what it says: whoever changes the work changes them too
 * (lib/desk/work).
 */
export function followPromise(store: Store, note: Consultation, change: WorkChange): void {
  const open = promiseOf(store, note.id);
  const { state, callbackAt } = note;
  if (state === "draft") return;
  if (state !== "callback" || callbackAt === null) {
    if (open !== null) finishWork(store, open, change);
  } else if (open === null) promise(store, note, callbackAt, change);
  else moveWork(store, open, callbackAt, change);
}

/** The open work that a consultation has promised; null for none. */
function promiseOf(store: Store, consultationId: number): number | null {
  return store.get<{ id: number }>(
    "SELECT id FROM work WHERE consultation_id = ? AND kind = 'callback' AND done_at IS NULL",
    consultationId,
  )?.id ?? null;
}

/** The promise is its writer's; anybody's where a colleague corrects the note of somebody who has left. */
function promise(store: Store, note: Consultation, dueAt: number, change: WorkChange): void {
  const { id } = store.run(
    `INSERT INTO work (kind, state, interaction_id, consultation_id, contact_point_id, customer_id, staff_id, wait_from,
       not_before, due_at, created_by)
     SELECT 'callback', iif(writer.id IS NULL, 'waiting', 'held'), note.interaction_id, note.id, made.contact_point_id,
       note.customer_id, writer.id, ?1, ?2, ?2, ?3
     FROM consultations AS note JOIN interactions AS made ON made.id = note.interaction_id
     LEFT JOIN staff AS writer ON writer.id = note.staff_id AND writer.active = 1 WHERE note.id = ?4`,
    change.at,
    dueAt,
    change.by,
    note.id,
  );
  const { interaction_id } = store.get<{ interaction_id: number }>(
    "SELECT interaction_id FROM work WHERE id = ?",
    id,
  )!;
  addInteraction(store, id, interaction_id);
  noteEvent(store, { kind: "work", subject: id, actor: change.by }, change.at);
  noteStep(store, id, { kind: "created", from: null }, change);
}
