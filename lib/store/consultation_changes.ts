import type { Consultation } from "../domain/consultation.ts";
import { requireConsultation } from "./consultations.ts";
import type { Store } from "./database.ts";
import { ConsultationConflict } from "./errors.ts";
import { followPromise } from "./work/promised_calls.ts";

/** A consultation as it stands in somebody's form. */
export interface TypedConsultation {
  readonly type: string;
  readonly text: string;
  /** When to call back, as far as it is chosen yet; kept with a draft only, `Completion` says it for good. */
  readonly callbackAt?: number | null;
  /** The version that the form was filled from. */
  readonly version: number;
}

/** What is to become of a consultation that its agent has saved. */
export type Completion =
  | { readonly state: "open" | "done"; readonly callbackAt: null }
  | { readonly state: "callback"; readonly callbackAt: number };

/**
 * Keeps what was typed and leaves the state alone: a finished consultation that is mended stays finished, and
 * what stood in it before is kept as a revision.
 * Throws a `ConsultationConflict` with what is stored when another tab has saved meanwhile, unless it saved the same
 * words (a saving whose answer was lost comes again). Throws `NotFound` for an unknown consultation.
 */
export function typeInto(
  store: Store,
  id: number,
  typed: TypedConsultation,
  change: { readonly by: number; readonly at: number },
): Consultation {
  return store.transaction(() => {
    const stored = requireConsultation(store, id);
    const callbackAt = stored.state === "draft" ? typed.callbackAt ?? null : stored.callbackAt;
    const same = stored.type === typed.type && stored.text === typed.text;
    if (same && stored.callbackAt === callbackAt) return stored;
    if (stored.version !== typed.version) {
      throw new ConsultationConflict(stored, `consultation ${id}`, typed.version);
    }
    keepRevision(store, stored, change.by);
    store.run(
      `UPDATE consultations SET type = ?, text = ?, callback_at = ?, changed_at = ?, changed_by = ?,
         version = version + 1,
         settled_version = CASE state WHEN 'draft' THEN NULL ELSE coalesce(settled_version, version) END
       WHERE id = ?`,
      typed.type,
      typed.text,
      callbackAt,
      change.at,
      change.by,
      id,
    );
    return requireConsultation(store, id);
  });
}

/** Saves a consultation and says what is to become of it. Throws as `typeInto` does. */
export function settle(
  store: Store,
  id: number,
  typed: TypedConsultation,
  completion: Completion,
  change: { readonly by: number; readonly at: number },
): Consultation {
  return store.transaction(() => {
    const stored = typeInto(store, id, { ...typed, callbackAt: completion.callbackAt }, change);
    const { state, callbackAt } = completion;
    const same = stored.state === state && stored.callbackAt === callbackAt;
    if (same && isSettled(store, stored)) return stored;
    keepRevision(store, stored, change.by);
    store.run(
      `UPDATE consultations SET state = ?, callback_at = ?, changed_at = ?, changed_by = ?,
         version = version + 1, settled_version = version + 1
       WHERE id = ?`,
      state,
      callbackAt,
      change.at,
      change.by,
      id,
    );
    const saved = requireConsultation(store, id);
    followPromise(store, saved, change);
    return saved;
  });
}

/**
 * Keeps what stands there as it was last saved on purpose. What is typed after that is saved again and again
 * and is one correction, unless somebody else goes on with it.
 */
function keepRevision(store: Store, stored: Consultation, by: number): void {
  if (stored.state === "draft") return;
  if (!isSettled(store, stored) && changedBy(store, stored.id) === by) return;
  store.run(
    `INSERT INTO consultation_revisions
       (consultation_id, version, type, text, state, callback_at, changed_at, changed_by)
     SELECT id, version, type, text, state, callback_at, changed_at, coalesce(changed_by, staff_id)
     FROM consultations WHERE id = ?`,
    stored.id,
  );
}

function isSettled(store: Store, stored: Consultation): boolean {
  const row = store.get<{ settled_version: number | null }>(
    "SELECT settled_version FROM consultations WHERE id = ?",
    stored.id,
  );
  // Null with one that was made finished, by an import or the demonstration.
  return row?.settled_version === stored.version ||
    (row?.settled_version === null && stored.state !== "draft");
}

function changedBy(store: Store, id: number): number | null {
  return store.get<{ changed_by: number | null }>(
    "SELECT changed_by FROM consultations WHERE id = ?",
    id,
  )?.changed_by ?? null;
}
