import type { Consultation, ConsultationState } from "../domain/consultation.ts";
import { CHANGED_KINDS } from "../domain/event.ts";
import type { Store } from "./database.ts";
import { NotFound } from "./errors.ts";
import { noteEvent } from "./events.ts";
import { createInteraction, interactionOfCall } from "./interactions.ts";
import { followPromise } from "./work/promised_calls.ts";

/** A whole consultation, on a call or without one. */
export interface NewConsultation {
  readonly callId: number | null;
  readonly customerId: number | null;
  readonly staffId: number;
  readonly type: string;
  readonly text: string;
  readonly state: ConsultationState;
  readonly callbackAt: number | null;
}

interface ConsultationRow {
  id: number;
  call_id: number | null;
  customer_id: number | null;
  staff_id: number;
  staff_name: string;
  type: string;
  text: string;
  state: ConsultationState;
  callback_at: number | null;
  created_at: number;
  changed_at: number;
  version: number;
  imported: number;
  revisions: number;
}

const COLUMNS =
  `c.id, c.call_id, c.customer_id, c.staff_id, staff.name AS staff_name, c.type, c.text,
  c.state, c.callback_at, c.created_at, c.changed_at, c.version, c.import_id IS NOT NULL AS imported,
  (SELECT count(*) FROM consultation_revisions WHERE consultation_id = c.id) AS revisions`;
const FROM = "consultations AS c JOIN staff ON staff.id = c.staff_id";

function consultationOf(row: ConsultationRow): Consultation {
  return {
    id: row.id,
    callId: row.call_id,
    customerId: row.customer_id,
    staffId: row.staff_id,
    staffName: row.staff_name,
    type: row.type,
    text: row.text,
    state: row.state,
    callbackAt: row.callback_at,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    version: row.version,
    imported: row.imported === 1,
    revisions: row.revisions,
  };
}

export function consultationById(store: Store, id: number): Consultation | null {
  const row = store.get<ConsultationRow>(`SELECT ${COLUMNS} FROM ${FROM} WHERE c.id = ?`, id);
  return row === undefined ? null : consultationOf(row);
}

/** The note of one agent on one call; there is never more than one. */
export function noteOf(store: Store, callId: number, staffId: number): Consultation | null {
  const row = store.get<ConsultationRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE c.call_id = ? AND c.staff_id = ?`,
    callId,
    staffId,
  );
  return row === undefined ? null : consultationOf(row);
}

/** The notes of every agent on a call, the oldest first. */
export function consultationsOfCall(store: Store, callId: number): Consultation[] {
  return store.all<ConsultationRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE c.call_id = ? ORDER BY c.created_at, c.id`,
    callId,
  ).map(consultationOf);
}

/** The notes on each of these calls, the oldest first, by the ID of the call: one question, however many calls. */
export function consultationsOfCalls(
  store: Store,
  callIds: readonly number[],
): Map<number | null, Consultation[]> {
  const notes = store.all<ConsultationRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE c.call_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(callIds),
  ).map(consultationOf).sort((a, b) => a.createdAt - b.createdAt || a.id - b.id);
  return Map.groupBy(notes, ({ callId }) => callId);
}

/** The notes on each of these interactions, the oldest first, by the ID of the interaction. */
export function consultationsOfInteractions(
  store: Store,
  interactionIds: readonly number[],
): Map<number, Consultation[]> {
  const notes = store.all<ConsultationRow & { interaction_id: number }>(
    `SELECT ${COLUMNS}, c.interaction_id FROM ${FROM}
     WHERE c.interaction_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(interactionIds),
  ).sort((a, b) => a.created_at - b.created_at || a.id - b.id);
  const byInteraction = Map.groupBy(notes, (note) => note.interaction_id);
  return new Map([...byInteraction].map(([id, rows]) => [id, rows.map(consultationOf)]));
}

/** What was last said with a customer, drafts left out: the pop-up shows it. */
export function lastConsultation(store: Store, customerId: number): Consultation | null {
  const row = store.get<ConsultationRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE c.customer_id = ? AND c.state <> 'draft'
     ORDER BY c.created_at DESC, c.id DESC LIMIT 1`,
    customerId,
  );
  return row === undefined ? null : consultationOf(row);
}

/** The same for each of these customers, by their ID. */
export function lastConsultations(
  store: Store,
  customerIds: readonly number[],
): Map<number | null, Consultation> {
  const notes = store.all<ConsultationRow>(
    `SELECT ${COLUMNS} FROM json_each(?) AS asked CROSS JOIN ${FROM}
     WHERE c.id = (
       SELECT id FROM consultations WHERE customer_id = asked.value AND state <> 'draft'
       ORDER BY created_at DESC, id DESC LIMIT 1)`,
    JSON.stringify(customerIds),
  ).map(consultationOf);
  return new Map(notes.map((note) => [note.customerId, note]));
}

/** A person's consultations to go on with, the newest first: drafts and open ones. What they promised is work. */
export function unfinishedOf(store: Store, staffId: number, limit: number): Consultation[] {
  return store.all<ConsultationRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE c.staff_id = ? AND c.state <> 'done' AND c.state <> 'callback'
     ORDER BY c.changed_at DESC, c.id DESC LIMIT ?`,
    staffId,
    limit,
  ).map(consultationOf);
}

export function createConsultation(
  store: Store,
  consultation: NewConsultation,
  now: number,
): Consultation {
  const { callId, customerId } = consultation;
  const interactionId = callId !== null ? interactionOfCall(store, callId) : createInteraction(
    store,
    { channel: "other", contactPointId: null, customerId, beganAt: now, endedAt: now },
  );
  const { id } = store.run(
    `INSERT INTO consultations
       (interaction_id, call_id, customer_id, staff_id, type, text, state, callback_at, created_at,
        changed_at, changed_by, settled_version)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    interactionId,
    consultation.callId,
    consultation.customerId,
    consultation.staffId,
    consultation.type,
    consultation.text,
    consultation.state,
    consultation.callbackAt,
    now,
    now,
    consultation.staffId,
    consultation.state === "draft" ? null : 1,
  );
  if (consultation.state === "draft") noteDraft(store, id, consultation.staffId, now);
  const created = requireConsultation(store, id);
  followPromise(store, created, { by: consultation.staffId, at: now });
  return created;
}

/**
 * Tells others that a draft is there or gone, which the audit does not note. What is typed into it meanwhile, every few
 * seconds, is nobody else's yet.
 */
export function noteDraft(store: Store, id: number, staffId: number, now: number): void {
  const audience = CHANGED_KINDS.consultation;
  noteEvent(store, { kind: "consultation", subject: id, actor: staffId, audience }, now);
}

/** Throws `NotFound` where there is none. */
export function requireConsultation(store: Store, id: number): Consultation {
  const consultation = consultationById(store, id);
  if (consultation === null) throw new NotFound("consultation", id);
  return consultation;
}
