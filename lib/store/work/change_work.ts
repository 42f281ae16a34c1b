import type { WorkState, WorkStepKind } from "../../domain/work.ts";
import type { Store } from "../database.ts";
import { noteStep } from "./work_steps.ts";

/** Who changes work, and when; `by` is null for the program. */
export interface WorkChange {
  readonly by: number | null;
  readonly at: number;
}

/** New work of somebody's own making. */
export interface NewTask {
  readonly subject: string;
  readonly text: string;
  readonly customerId: number | null;
  /** Of what it came; null for nothing. */
  readonly interactionId: number | null;
  /** Whose it is; null for anybody's. */
  readonly staffId: number | null;
  readonly dueAt: number;
}

export function createTask(store: Store, task: NewTask, { by, at }: WorkChange): number {
  return store.transaction(() => {
    const { id } = store.run(
      `INSERT INTO work (kind, state, subject, text, interaction_id, contact_point_id, customer_id, staff_id,
         wait_from, due_at, created_by)
       VALUES ('task', ?1, ?2, ?3, ?4, (SELECT contact_point_id FROM interactions WHERE id = ?4), ?5, ?6, ?7, ?8, ?9)`,
      task.staffId === null ? "waiting" : "held",
      task.subject,
      task.text,
      task.interactionId,
      task.customerId,
      task.staffId,
      at,
      task.dueAt,
      by,
    );
    if (task.interactionId !== null) addInteraction(store, id, task.interactionId);
    noteStep(store, id, { kind: "created", from: null }, { by, at });
    return id;
  });
}

/** Says that something that happened belongs to this work. */
export function addInteraction(store: Store, id: number, interactionId: number): void {
  store.run(
    "INSERT INTO work_interactions (interaction_id, work_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
    interactionId,
    id,
  );
}

/** Somebody takes open work, or has it given to them. False where it is done, or theirs already. */
export function holdWork(store: Store, id: number, staffId: number, change: WorkChange): boolean {
  return step(store, id, staffId === change.by ? "taken" : "handed", change, () =>
    store.run(
      `UPDATE work SET state = 'held', staff_id = ?1, reminder_seen_at = NULL, version = version + 1
       WHERE id = ?2 AND done_at IS NULL AND staff_id IS NOT ?1`,
      staffId,
      id,
    ).changes > 0);
}

/** Somebody gives work back, for anybody. False where nobody has it. */
export function releaseWork(store: Store, id: number, change: WorkChange): boolean {
  return step(store, id, "released", change, () =>
    store.run(
      `UPDATE work SET state = 'waiting', staff_id = NULL, version = version + 1
       WHERE id = ? AND done_at IS NULL AND staff_id IS NOT NULL`,
      id,
    ).changes > 0);
}

/** Gives back all open work of somebody who will not come to it any more. */
export function releaseAllWork(store: Store, staffId: number, change: WorkChange): void {
  store.transaction(() => {
    const held = store.all<{ id: number }>(
      "SELECT id FROM work WHERE staff_id = ? AND done_at IS NULL ORDER BY id",
      staffId,
    );
    for (const { id } of held) releaseWork(store, id, change);
  });
}

/** Somebody says that nothing is left to do. False where it is done already. */
export function finishWork(store: Store, id: number, change: WorkChange): boolean {
  return step(store, id, "finished", change, () =>
    store.run(
      `UPDATE work SET state = 'done', staff_id = ?, done_at = ?, version = version + 1
       WHERE id = ? AND done_at IS NULL`,
      change.by,
      change.at,
      id,
    ).changes > 0);
}

/** The program sees that a missed caller was reached by this call. */
export function reachWork(store: Store, id: number, callId: number, change: WorkChange): void {
  step(store, id, "reached", change, () => {
    store.run("UPDATE missed_work SET reached_by = ? WHERE work_id = ?", callId, id);
    return store.run(
      `UPDATE work SET state = 'done', staff_id = NULL, done_at = ?, version = version + 1
       WHERE id = ? AND done_at IS NULL`,
      change.at,
      id,
    ).changes > 0;
  });
}

/**
 * Takes a person's `done` back: missed callers wait for anybody again, the rest for whoever had done it, where they are
 * still there. False where it is not done, or its caller or its promise waits in a newer row already.
 */
export function reopenWork(store: Store, id: number, change: WorkChange): boolean {
  return step(store, id, "reopened", change, () => {
    const { changes } = store.run(
      `UPDATE work SET done_at = NULL, version = work.version + 1, state = iif(again.holder IS NULL, 'waiting', 'held'),
         staff_id = again.holder
       FROM (SELECT done.id, holder.id AS holder FROM work AS done
         LEFT JOIN staff AS holder ON holder.id = done.staff_id AND holder.active = 1 AND done.kind <> 'missed') AS again
       WHERE again.id = work.id AND work.id = ? AND work.done_at IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM work AS newer WHERE newer.kind = work.kind AND newer.done_at IS NULL AND newer.id <> work.id
           AND (newer.kind = 'missed' AND coalesce(newer.contact_point_id, 0) = coalesce(work.contact_point_id, 0)
             OR newer.kind = 'callback' AND newer.consultation_id = work.consultation_id))`,
      id,
    );
    if (changes === 0) return false;
    store.run("UPDATE missed_work SET reached_by = NULL WHERE work_id = ?", id);
    return true;
  });
}

/** It has to be done by another time; a promised call is not due before. False where it is done, or that is its time. */
export function moveWork(store: Store, id: number, dueAt: number, change: WorkChange): boolean {
  return step(store, id, "moved", change, () =>
    store.run(
      `UPDATE work SET due_at = ?1, not_before = CASE kind WHEN 'callback' THEN ?1 ELSE not_before END,
         reminder_seen_at = NULL, version = version + 1
       WHERE id = ?2 AND done_at IS NULL AND due_at <> ?1`,
      dueAt,
      id,
    ).changes > 0);
}

/** Somebody writes a task anew. False where it is done. */
export function rewriteTask(
  store: Store,
  id: number,
  { subject, text }: Pick<NewTask, "subject" | "text">,
  change: WorkChange,
): boolean {
  return step(store, id, "changed", change, () =>
    store.run(
      `UPDATE work SET subject = ?1, text = ?2, version = version + 1
       WHERE id = ?3 AND done_at IS NULL AND kind = 'task' AND (subject <> ?1 OR text <> ?2)`,
      subject,
      text,
      id,
    ).changes > 0);
}

/** Does something with work and writes the step down, where it could be done. */
function step(
  store: Store,
  id: number,
  kind: WorkStepKind,
  change: WorkChange,
  perform: () => boolean,
): boolean {
  return store.transaction(() => {
    const before = store.get<{ state: WorkState }>("SELECT state FROM work WHERE id = ?", id);
    if (before === undefined || !perform()) return false;
    noteStep(store, id, { kind, from: before.state }, change);
    return true;
  });
}
