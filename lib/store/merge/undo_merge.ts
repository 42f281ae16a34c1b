import type { Change } from "../customers.ts";
import type { Store } from "../database.ts";
import { NotFound } from "../errors.ts";
import {
  type CustomerState,
  customerState,
  insertState,
  mergedColumns,
  stateFromJson,
  writeState,
} from "./customer_state.ts";
import { moveRow, putRow, referencesToCustomers, type Value } from "./references.ts";

/** A merge that cannot be undone now: it was already, or a later one took the customer further. */
export class MergeNotUndone extends Error {
  override readonly name = "MergeNotUndone";
  constructor(readonly reason: "undone" | "later", mergeId: number) {
    super(
      reason === "undone"
        ? `merge ${mergeId} was undone already`
        : `merge ${mergeId} can be undone when the later merge of the same customer was`,
    );
  }
}

interface MergeRow {
  survivor_id: number;
  survivor_before: string;
  survivor_after: string;
  undone_at: number | null;
}

/**
 * Makes of one customer the several again that it was made of. What was written since stays with the survivor:
 * calls, consultations, and fields that were changed after the merge; a consultation on a call goes where its
 * call goes. One transaction. Returns the IDs of those who are back.
 * Throws `NotFound` for an unknown merge and `MergeNotUndone`.
 */
export function undoMerge(store: Store, mergeId: number, change: Change): number[] {
  return store.transaction(() => {
    const merge = store.get<MergeRow>(
      `SELECT survivor_id, survivor_before, survivor_after, undone_at
       FROM customer_merges WHERE id = ?`,
      mergeId,
    );
    if (merge === undefined) throw new NotFound("merge", mergeId);
    const survivor = customerState(store, merge.survivor_id);
    if (merge.undone_at !== null) throw new MergeNotUndone("undone", mergeId);
    if (survivor === null || hasLaterMerge(store, merge.survivor_id, mergeId)) {
      throw new MergeNotUndone("later", mergeId);
    }
    const back = bringBack(store, mergeId);
    for (const id of back) giveBack(store, mergeId, id, survivor.id);
    restoreSurvivor(
      store,
      survivor,
      stateFromJson(merge.survivor_before),
      stateFromJson(merge.survivor_after),
      change,
    );
    store.run(
      "UPDATE customer_merges SET undone_at = ?, undone_by = ? WHERE id = ?",
      change.at,
      change.by,
      mergeId,
    );
    return back;
  });
}

function hasLaterMerge(store: Store, survivorId: number, mergeId: number): boolean {
  return store.get(
    "SELECT 1 FROM customer_merges WHERE survivor_id = ? AND id > ? AND undone_at IS NULL",
    survivorId,
    mergeId,
  ) !== undefined;
}

function bringBack(store: Store, mergeId: number): number[] {
  const gone = store.all<{ customer: string }>(
    "SELECT customer FROM merged_customers WHERE merge_id = ? ORDER BY customer_id",
    mergeId,
  ).map(({ customer }) => stateFromJson(customer));
  for (const state of gone) {
    // One higher: a form that was opened before the merge is not to be saved over what is there now.
    insertState(store, { ...state, fields: { ...state.fields, version: state.version + 1 } });
  }
  return gone.map(({ id }) => id);
}

function giveBack(store: Store, mergeId: number, id: number, survivorId: number): void {
  const references = new Map(
    referencesToCustomers(store).map((one) => [`${one.table}.${one.column}`, one]),
  );
  const rows = store.all<{ place: string; kind: string; row: string }>(
    "SELECT place, kind, row FROM merge_rows WHERE merge_id = ? AND customer_id = ? ORDER BY id",
    mergeId,
    id,
  );
  for (const { place, kind, row } of rows) {
    const reference = references.get(place);
    if (reference === undefined) continue;
    if (kind === "moved") moveRow(store, reference, row, survivorId, id);
    else putRow(store, reference.table, row);
  }
}

function restoreSurvivor(
  store: Store,
  now: CustomerState,
  before: CustomerState,
  after: CustomerState,
  change: Change,
): void {
  const fields: Record<string, Value> = {};
  for (const column of mergedColumns(store)) {
    const changed = before.fields[column] !== after.fields[column];
    const untouched = now.fields[column] === after.fields[column];
    if (changed && untouched) fields[column] = before.fields[column] ?? null;
  }
  const edited = now.version !== after.version;
  fields["changed_at"] = edited ? change.at : before.fields["changed_at"] ?? null;
  fields["changed_by"] = edited ? change.by : before.fields["changed_by"] ?? null;
  fields["version"] = now.version + 1;
  writeState(store, now.id, fields, {
    numbers: restoredNumbers(now, before, after),
    custom: restoredCustom(now, before, after),
  });
}

function restoredNumbers(
  now: CustomerState,
  before: CustomerState,
  after: CustomerState,
): CustomerState["numbers"] {
  if (JSON.stringify(now.numbers) === JSON.stringify(after.numbers)) return before.numbers;
  const own = new Set(before.numbers.map(({ normal }) => normal));
  const merged = new Set(after.numbers.map(({ normal }) => normal));
  return now.numbers.filter(({ normal }) => own.has(normal) || !merged.has(normal));
}

function restoredCustom(
  now: CustomerState,
  before: CustomerState,
  after: CustomerState,
): CustomerState["custom"] {
  const custom: Record<string, string> = {};
  for (const field of new Set([now, before].flatMap((state) => Object.keys(state.custom)))) {
    const changed = before.custom[field] !== after.custom[field];
    const untouched = now.custom[field] === after.custom[field];
    const value = changed && untouched ? before.custom[field] : now.custom[field];
    if (value !== undefined) custom[field] = value;
  }
  return custom;
}
