import type { WorkKind } from "../../domain/work.ts";
import type { Store } from "../database.ts";

/** How much there is to do at a moment: what waits for anybody, and what is whose, by the ID of the person. */
export interface WorkCount {
  readonly waiting: number;
  readonly held: ReadonlyMap<number, number>;
}

/** Counts what is open and whose time has come at `now` (ms since the epoch, UTC): in one question, for everybody. */
export function countWork(store: Store, now: number): WorkCount {
  const rows = store.all<{ staff_id: number | null; n: number }>(
    `SELECT staff_id, count(*) AS n FROM work
     WHERE done_at IS NULL AND (not_before IS NULL OR not_before <= ?) GROUP BY staff_id`,
    now,
  );
  return {
    waiting: rows.find((row) => row.staff_id === null)?.n ?? 0,
    held: new Map(
      rows.flatMap(({ staff_id, n }) => staff_id === null ? [] : [[staff_id, n] as const]),
    ),
  };
}

/** How much open work somebody has, due now or later, by its kind; of which they have none is not in it. */
export function countHeld(store: Store, staffId: number): ReadonlyMap<WorkKind, number> {
  const rows = store.all<{ kind: WorkKind; n: number }>(
    "SELECT kind, count(*) AS n FROM work WHERE staff_id = ? AND done_at IS NULL GROUP BY kind",
    staffId,
  );
  return new Map(rows.map(({ kind, n }) => [kind, n]));
}

/** The number that a person sees in the navigation: theirs, and what waits for anybody. */
export function countFor({ waiting, held }: WorkCount, staffId: number): number {
  return waiting + (held.get(staffId) ?? 0);
}
