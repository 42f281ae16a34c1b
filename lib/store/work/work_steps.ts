import { officeMsBetween } from "../../domain/office_span.ts";
import type { WorkState, WorkStepKind } from "../../domain/work.ts";
import type { Store } from "../database.ts";
import { officeCalendar } from "./office_calendar.ts";

/** What somebody did with work, or the program by itself. Times are ms since the epoch, UTC. */
export interface WorkStep {
  readonly at: number;
  readonly kind: WorkStepKind;
  /** Whoever did it; null for the program. */
  readonly staffName: string | null;
  readonly fromState: WorkState | null;
  readonly toState: WorkState;
  /** Who had it afterwards. */
  readonly holderName: string | null;
  /** Since it began to wait, by the clock; and of it while the office was open, null from before there were steps. */
  readonly waitedMs: number;
  readonly officeMs: number | null;
}

/** Writes down what became of work just now; a part of the transaction that did it. `by` is null for the program. */
export function noteStep(
  store: Store,
  id: number,
  step: { readonly kind: WorkStepKind; readonly from: WorkState | null },
  { by, at }: { readonly by: number | null; readonly at: number },
): void {
  const { wait_from: since } = store.get<{ wait_from: number }>(
    "SELECT wait_from FROM work WHERE id = ?",
    id,
  )!;
  store.run(
    `INSERT INTO work_steps (work_id, at, kind, staff_id, from_state, to_state, holder_id, waited_ms, office_ms)
     SELECT id, ?, ?, ?, ?, state, staff_id, ?, ? FROM work WHERE id = ?`,
    at,
    step.kind,
    by,
    step.from,
    Math.max(0, at - since),
    at <= since ? 0 : officeMsBetween(officeCalendar(store), since, at),
    id,
  );
}

/** What became of work last, and who did that, null for the program. */
export function lastStepOf(
  store: Store,
  id: number,
): { readonly kind: WorkStepKind; readonly staffId: number | null } | null {
  const row = store.get<{ kind: WorkStepKind; staff_id: number | null }>(
    "SELECT kind, staff_id FROM work_steps WHERE work_id = ? ORDER BY at DESC, id DESC LIMIT 1",
    id,
  );
  return row === undefined ? null : { kind: row.kind, staffId: row.staff_id };
}

/** What became of work, the first step first. */
export function stepsOf(store: Store, id: number): WorkStep[] {
  return store.all<{
    at: number;
    kind: WorkStepKind;
    staff: string | null;
    from_state: WorkState | null;
    to_state: WorkState;
    holder: string | null;
    waited_ms: number;
    office_ms: number | null;
  }>(
    `SELECT step.at, step.kind, staff.name AS staff, step.from_state, step.to_state, holder.name AS holder,
       step.waited_ms, step.office_ms
     FROM work_steps AS step LEFT JOIN staff ON staff.id = step.staff_id
     LEFT JOIN staff AS holder ON holder.id = step.holder_id
     WHERE step.work_id = ? ORDER BY step.at, step.id`,
    id,
  ).map((row) => ({
    at: row.at,
    kind: row.kind,
    staffName: row.staff,
    fromState: row.from_state,
    toState: row.to_state,
    holderName: row.holder,
    waitedMs: row.waited_ms,
    officeMs: row.office_ms,
  }));
}
