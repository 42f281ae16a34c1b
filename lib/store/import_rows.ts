import type { CustomerDoubt, RowProblem } from "../domain/customer_import.ts";
import type { Change } from "./customers.ts";
import type { Store } from "./database.ts";

/** A row of a finished import that somebody should look at. */
export interface ImportRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** Why it was refused; empty where it is stored. */
  readonly problems: readonly RowProblem[];
  readonly doubts: readonly CustomerDoubt[];
  /** As whom it is stored; null where it is not. */
  readonly customerId: number | null;
  /** Who it may be about besides. */
  readonly otherId: number | null;
}

/** Names one of them. */
export interface ImportRowKey {
  readonly importId: number;
  readonly row: number;
}

/** What somebody makes of a row: it is right as it is stored, it was mended and stored, it is left out. */
export type Settled = "fine" | "mended" | "left";

/** Which rows are meant: those that are stored in doubt, or those that were refused. */
export type LookedAt = "doubtful" | "refused";

/** Notes rows to be looked at; to be called once for each row. */
export function noteRows(store: Store, importId: number, rows: readonly ImportRow[]): void {
  store.run(
    `INSERT INTO import_rows (import_id, row, cells, problems, doubts, customer_id, other_id)
     SELECT ?, it.value ->> 0, it.value ->> 1, it.value ->> 2, it.value ->> 3, it.value ->> 4, it.value ->> 5
     FROM json_each(?) AS it`,
    importId,
    JSON.stringify(rows.map(({ row, cells, problems, doubts, customerId, otherId }) => [
      ...[row, JSON.stringify(cells), JSON.stringify(problems), JSON.stringify(doubts)],
      ...[customerId, otherId],
    ])),
  );
}

/**
 * A row is open until somebody has settled it. One that is stored in doubt is settled too when the two customers have
 * become one, or one of them is gone.
 */
const OPEN = `settled = '' AND CASE WHEN problems = '[]'
  THEN customer_id IS NOT NULL AND customer_id IS NOT other_id ELSE 1 END`;
const IS_OF: Readonly<Record<LookedAt, string>> = {
  doubtful: "problems = '[]'",
  refused: "problems <> '[]'",
};

/** How many rows of an import are still to be looked at. */
export function countOpenRows(store: Store, importId: number): Record<LookedAt, number> {
  const found = store.get<{ doubtful: number; refused: number }>(
    `SELECT count(*) FILTER (WHERE ${IS_OF.doubtful}) AS doubtful,
       count(*) FILTER (WHERE ${IS_OF.refused}) AS refused
     FROM import_rows WHERE import_id = ? AND ${OPEN}`,
    importId,
  );
  return { doubtful: found?.doubtful ?? 0, refused: found?.refused ?? 0 };
}

/** Open rows of an import, as they stand in the file, from behind the row `after` on. */
export function openRows(
  store: Store,
  importId: number,
  of: LookedAt,
  { after, limit }: { readonly after: number; readonly limit: number },
): ImportRow[] {
  return store.all<StoredRow>(
    `SELECT row, cells, problems, doubts, customer_id, other_id FROM import_rows
     WHERE import_id = ? AND row > ? AND ${OPEN} AND ${IS_OF[of]} ORDER BY row LIMIT ?`,
    importId,
    after,
    limit,
  ).map(rowOf);
}

/** One of them; null where there is none, or somebody has settled it. */
export function openRow(store: Store, importId: number, row: number): ImportRow | null {
  const found = store.get<StoredRow>(
    `SELECT row, cells, problems, doubts, customer_id, other_id FROM import_rows
     WHERE import_id = ? AND row = ? AND ${OPEN}`,
    importId,
    row,
  );
  return found === undefined ? null : rowOf(found);
}

/** Notes what somebody made of a row. `customerId`: as whom a refused one is stored now. */
export function settleRow(
  store: Store,
  importId: number,
  row: number,
  settled: Settled,
  { change, customerId = null }: { readonly change: Change; readonly customerId?: number | null },
): void {
  store.run(
    `UPDATE import_rows SET settled = ?, settled_at = ?, settled_by = ?,
       customer_id = coalesce(?, customer_id)
     WHERE import_id = ? AND row = ? AND settled = ''`,
    settled,
    change.at,
    change.by,
    customerId,
    importId,
    row,
  );
}

/** The same for all open ones; returns how many there were. */
export function settleRows(
  store: Store,
  importId: number,
  of: LookedAt,
  settled: Settled,
  change: Change,
): number {
  return store.run(
    `UPDATE import_rows SET settled = ?, settled_at = ?, settled_by = ?
     WHERE import_id = ? AND ${OPEN} AND ${IS_OF[of]}`,
    settled,
    change.at,
    change.by,
    importId,
  ).changes;
}

/** For an import that is taken back. */
export function forgetRows(store: Store, importId: number): void {
  store.run("DELETE FROM import_rows WHERE import_id = ?", importId);
}

interface StoredRow {
  row: number;
  cells: string;
  problems: string;
  doubts: string;
  customer_id: number | null;
  other_id: number | null;
}

function rowOf({ row, cells, problems, doubts, customer_id, other_id }: StoredRow): ImportRow {
  return {
    row,
    cells: JSON.parse(cells),
    problems: JSON.parse(problems),
    doubts: JSON.parse(doubts),
    customerId: customer_id,
    otherId: other_id,
  };
}
