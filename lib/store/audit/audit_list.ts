import type { Actor, ActorKind, AuditRow } from "../../domain/audit.ts";
import type { Store } from "../database.ts";
import { auditMatch, hasWords } from "./audit_pairs.ts";
import { wordsOfEntry } from "./entry_words.ts";

/** What is asked for; null and empty is everything. Plain data: it goes to the jobs worker. */
export interface AuditFilter {
  /** One of the staff, or everything that another kind of actor did. */
  readonly who: number | Exclude<ActorKind, "staff"> | null;
  readonly act: string;
  readonly kind: string;
  /** Of that kind. */
  readonly record: string;
  /** ms since the epoch, UTC; the end is not in it. */
  readonly from: number | null;
  readonly to: number | null;
  readonly words: string;
}

export interface AuditPage {
  /** The newest first. */
  readonly rows: readonly AuditRow[];
  /** Behind which entry it goes on; null at the end. */
  readonly next: number | null;
  /** When little was found in many entries: how far back they were looked at, ms since the epoch, UTC. */
  readonly lookedTo: number | null;
}

/** Looked at for one page, by the condition that leaves least. */
const MOST_LOOKED_AT = 10_000;
const AT_A_TIME = 500;

/** The newest `limit` entries from before the entry `before` (null: from the newest on). Ends in time, and says so. */
export function listAudit(
  store: Store,
  filter: AuditFilter,
  before: number | null,
  limit: number,
): AuditPage {
  const rows: AuditRow[] = [];
  const range = idRange(store, filter);
  if (range === null) return { rows, next: null, lookedTo: null };
  const { first, last } = range;
  let place = Math.min(before ?? Number.MAX_SAFE_INTEGER, last + 1);
  for (let looked = 0; looked < MOST_LOOKED_AT; looked += AT_A_TIME) {
    const ids = candidates(store, filter, { below: place, from: first, limit: AT_A_TIME });
    for (const row of fitting(store, filter, ids)) {
      if (rows.length === limit) return { rows, next: rows.at(-1)!.id, lookedTo: null };
      rows.push(row);
    }
    if (ids.length < AT_A_TIME) return { rows, next: null, lookedTo: null };
    place = ids.at(-1)!;
  }
  return { rows, next: place, lookedTo: timeOf(store, place) };
}

/** Everything that fits, the newest first, a piece at a time: for an export. */
export function* everyAudit(
  store: Store,
  filter: AuditFilter,
): Generator<readonly AuditRow[], void, undefined> {
  let before: number | null = null;
  do {
    const { rows, next }: AuditPage = listAudit(store, filter, before, AT_A_TIME);
    yield rows;
    before = next;
  } while (before !== null);
}

/** The IDs between which the entries of that time lie: they come in the order of the time. */
function idRange(
  store: Store,
  { from, to }: AuditFilter,
): { readonly first: number; readonly last: number } | null {
  const first = store.get<{ id: number }>(
    "SELECT id FROM audit WHERE at >= ? ORDER BY at, id LIMIT 1",
    from ?? 0,
  );
  const last = store.get<{ id: number }>(
    "SELECT id FROM audit WHERE at < ? ORDER BY at DESC, id DESC LIMIT 1",
    to ?? Number.MAX_SAFE_INTEGER,
  );
  return first === undefined || last === undefined ? null : { first: first.id, last: last.id };
}

interface Piece {
  readonly below: number;
  readonly from: number;
  readonly limit: number;
}

/** Entries that fit one of the conditions, by its index, the newest first. */
function candidates(store: Store, filter: AuditFilter, { below, from, limit }: Piece): number[] {
  const { who, act, kind, record, words } = filter;
  const match = auditMatch(words);
  const ids = (sql: string, ...values: (string | number)[]) =>
    store.all<{ id: number }>(sql, ...values, from, below, limit).map(({ id }) => id);
  if (kind !== "" && record !== "") {
    return ids(
      `SELECT id FROM audit WHERE kind = ? AND record = ? AND id >= ? AND id < ?
       ORDER BY id DESC LIMIT ?`,
      kind,
      record,
    );
  }
  if (match !== null) {
    return ids(
      `SELECT rowid AS id FROM audit_words WHERE audit_words MATCH ? AND rowid >= ? AND rowid < ?
       ORDER BY rowid DESC LIMIT ?`,
      match,
    );
  }
  if (typeof who === "number") {
    return ids(
      "SELECT id FROM audit WHERE staff_id = ? AND id >= ? AND id < ? ORDER BY id DESC LIMIT ?",
      who,
    );
  }
  if (who !== null) {
    return ids(
      `SELECT id FROM audit WHERE actor = ? AND staff_id IS NULL AND id >= ? AND id < ?
       ORDER BY id DESC LIMIT ?`,
      who,
    );
  }
  if (act !== "") {
    return ids(
      "SELECT id FROM audit WHERE act = ? AND id >= ? AND id < ? ORDER BY id DESC LIMIT ?",
      act,
    );
  }
  if (kind !== "") {
    return ids(
      "SELECT id FROM audit WHERE kind = ? AND id >= ? AND id < ? ORDER BY id DESC LIMIT ?",
      kind,
    );
  }
  return ids("SELECT id FROM audit WHERE id >= ? AND id < ? ORDER BY id DESC LIMIT ?");
}

interface StoredRow {
  id: number;
  at: number;
  actor: ActorKind;
  staff_id: number | null;
  name: string;
  address: string;
  act: string;
  kind: string;
  record: string;
  label: string;
  before: string;
  after: string;
}

function fitting(store: Store, filter: AuditFilter, ids: readonly number[]): AuditRow[] {
  const { who, from, to, words } = filter;
  const [staffId, actor] = typeof who === "number" ? [who, null] : [null, who];
  const rows = store.all<StoredRow>(
    `SELECT id, at, actor, staff_id, name, address, act, kind, record, label, before, after
     FROM audit WHERE id IN (SELECT value FROM json_each(?1))
       AND (?2 IS NULL OR staff_id = ?2) AND (?3 IS NULL OR actor = ?3 AND staff_id IS NULL)
       AND (?4 = '' OR act = ?4) AND (?5 = '' OR kind = ?5) AND (?6 = '' OR record = ?6)
       AND at >= ?7 AND at < ?8
     ORDER BY id DESC`,
    JSON.stringify(ids),
    staffId,
    actor,
    filter.act,
    filter.kind,
    filter.record,
    from ?? 0,
    to ?? Number.MAX_SAFE_INTEGER,
  ).map(rowOf);
  return words === "" ? rows : rows.filter((row) => hasWords(wordsOfEntry(row.actor, row), words));
}

function rowOf(row: StoredRow): AuditRow {
  const { id, at, act, kind, record, label } = row;
  const actor: Actor = {
    kind: row.actor,
    staffId: row.staff_id,
    name: row.name,
    address: row.address,
  };
  const [before, after] = [JSON.parse(row.before), JSON.parse(row.after)];
  return { id, at, actor, act, kind, record, label, before, after };
}

function timeOf(store: Store, id: number): number | null {
  return store.get<{ at: number }>("SELECT at FROM audit WHERE id = ?", id)?.at ?? null;
}
