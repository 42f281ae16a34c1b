import type { Change } from "../customers.ts";
import { customerById } from "../customers.ts";
import type { Store } from "../database.ts";
import { NotFound, VersionConflict } from "../errors.ts";
import {
  type CustomerState,
  customerState,
  mergedColumns,
  stateToJson,
  writeState,
} from "./customer_state.ts";
import {
  keysOfRows,
  moveRows,
  type Reference,
  referencesToCustomers,
  takeRows,
} from "./references.ts";

/** A customer as the person saw them who decided. */
export interface Seen {
  readonly id: number;
  readonly version: number;
}

export interface MergeOrder {
  /** Who stays, under whose ID. */
  readonly survivor: Seen;
  readonly others: readonly Seen[];
  /** Whose value is taken, by column (`name`) or `custom.<field ID>`; the survivor's where nothing is said. */
  readonly from: Readonly<Record<string, number>>;
}

/**
 * Makes one customer of several: the chosen fields, the numbers of all, and everything that belonged to one of
 * the others. The others are gone, and their IDs lead to the survivor. All of it in one transaction. Returns
 * the ID of the merge, by which it is undone.
 * Throws `NotFound` for an unknown customer, a `VersionConflict` where one was changed since they were seen,
 * and a `RangeError` where there are no others, or one of them twice.
 */
export function mergeCustomers(store: Store, order: MergeOrder, change: Change): number {
  const seen = [order.survivor, ...order.others];
  if (new Set(seen.map(({ id }) => id)).size !== seen.length || order.others.length === 0) {
    throw new RangeError(`${seen.map(({ id }) => id).join(", ")} cannot be merged`);
  }
  return store.transaction(() => {
    const states = seen.map((one) => known(store, one));
    const [survivor, ...others] = states as [CustomerState, ...CustomerState[]];
    const { id } = store.run(
      `INSERT INTO customer_merges
         (survivor_id, survivor_before, survivor_after, merged_at, merged_by) VALUES (?, ?, '', ?, ?)`,
      survivor.id,
      stateToJson(survivor),
      change.at,
      change.by,
    );
    const references = referencesToCustomers(store);
    for (const other of others) moveAll(store, id, references, other, survivor.id);
    writeMerged(store, order, states, change);
    const after = customerState(store, survivor.id) as CustomerState;
    store.run("UPDATE customer_merges SET survivor_after = ? WHERE id = ?", stateToJson(after), id);
    return id;
  });
}

function known(store: Store, { id, version }: Seen): CustomerState {
  const state = customerState(store, id);
  if (state === null) throw new NotFound("customer", id);
  if (state.version !== version) {
    throw new VersionConflict(customerById(store, id), `customer ${id}`, version);
  }
  return state;
}

function moveAll(
  store: Store,
  mergeId: number,
  references: readonly Reference[],
  other: CustomerState,
  to: number,
): void {
  // All are noted before any is moved: one that moves may take others along (a call its missed caller).
  const keys = references.map((reference) => keysOfRows(store, reference, other.id));
  for (const reference of references) moveRows(store, reference, other.id, to);
  references.forEach((reference, index) => {
    const place = `${reference.table}.${reference.column}`;
    const dropped = takeRows(store, reference, other.id);
    const without = new Set(dropped.map(({ key }) => key));
    for (const { row } of dropped) note(store, mergeId, other.id, place, "dropped", row);
    for (const key of keys[index] ?? []) {
      if (!without.has(key)) note(store, mergeId, other.id, place, "moved", key);
    }
  });
  store.run(
    "INSERT INTO merged_customers (customer_id, merge_id, customer) VALUES (?, ?, ?)",
    other.id,
    mergeId,
    stateToJson(other),
  );
  store.run("DELETE FROM customers WHERE id = ?", other.id);
}

function note(
  store: Store,
  mergeId: number,
  customerId: number,
  place: string,
  kind: "moved" | "dropped",
  row: string,
): void {
  store.run(
    "INSERT INTO merge_rows (merge_id, customer_id, place, kind, row) VALUES (?, ?, ?, ?, ?)",
    mergeId,
    customerId,
    place,
    kind,
    row,
  );
}

function writeMerged(
  store: Store,
  { from }: MergeOrder,
  states: readonly CustomerState[],
  change: Change,
): void {
  const survivor = states[0] as CustomerState;
  const source = (field: string) => states.find(({ id }) => id === from[field]) ?? survivor;
  const fields = Object.fromEntries(
    mergedColumns(store).map((column) => [column, source(column).fields[column] ?? null]),
  );
  const numbers = new Map(
    states.toReversed().flatMap((state) => state.numbers).map((one) => [one.normal, one]),
  );
  // The survivor's come first, in their order; the same number of another adds nothing.
  const inOrder = new Set(states.flatMap((state) => state.numbers.map(({ normal }) => normal)));
  const custom: Record<string, string> = {};
  for (const field of new Set(states.flatMap((state) => Object.keys(state.custom)))) {
    const chosen = from[`custom.${field}`] === undefined
      // Where nothing was chosen, a value is better than none.
      ? states.find((state) => state.custom[field] !== undefined)
      : source(`custom.${field}`);
    const value = chosen?.custom[field];
    if (value !== undefined) custom[field] = value;
  }
  const row = {
    version: survivor.version + 1,
    changed_at: change.at,
    changed_by: change.by,
  };
  writeState(store, survivor.id, { ...fields, ...row }, {
    numbers: [...inOrder].map((normal) => numbers.get(normal)!),
    custom,
  });
}
