import type { IdSet } from "../../domain/id_set.ts";
import type { Store } from "../database.ts";
import { passing } from "./passing.ts";
import type { SortFew } from "./sort_few.ts";

/** Calls of one row: the fewer rows, the less time goes into fetching them. */
export const ORDER_CALLS = 8192;
/** Rows that are read at a time. */
const ROWS = 4;
/** Calls that are given at a time. */
const BATCH = 1024;

/** Which orders there are; their numbers stand in the database. */
export const ORDERS = ["customer", "company", "number", "code", "note", "ring", "talk"] as const;
export type OrderName = (typeof ORDERS)[number];

export interface OrderState {
  /** The generation in use, and the one that is being made; 0: none. */
  readonly order_ready: number;
  readonly order_making: number;
}

export function orderState(store: Store): OrderState {
  return store.get<OrderState>(
    "SELECT order_ready, order_making FROM call_log_state",
  ) as OrderState;
}

/** The first row of an order. */
export function orderPlace(generation: number, name: OrderName): number {
  return (generation * 8 + ORDERS.indexOf(name)) * 2 ** 20;
}

/** Writes down that what is stored of these calls' places is no longer so. */
export function loosen(store: Store, ids: readonly number[]): void {
  const { order_ready, order_making } = orderState(store);
  const generation = Math.max(order_ready, order_making);
  if (generation === 0) return;
  store.run(
    `INSERT INTO call_loose (call_id, generation) SELECT value, ? FROM json_each(?) WHERE true
     ON CONFLICT (call_id) DO UPDATE SET generation = excluded.generation`,
    generation,
    JSON.stringify(ids),
  );
}

/** Loose calls are looked up for every page; more of them wait for the next generation. */
const MOST_LOOSE = 6000;

/**
 * The calls of a set in an order, in batches, without the first `skip` of them; null where there is no such order
 * yet, or too much has changed since it was made.
 */
export function fromOrder(
  store: Store,
  name: OrderName,
  set: IdSet,
  sortFew: SortFew,
  up: boolean,
  skip: number,
): Generator<number[], void, undefined> | null {
  // Before the generation: where that changes in between, too many are taken for loose, and not too few.
  const loose = store.all<{ call_id: number }>("SELECT call_id FROM call_loose LIMIT ?", MOST_LOOSE)
    .map(({ call_id }) => call_id);
  const { order_ready: generation } = orderState(store);
  if (generation === 0 || loose.length === MOST_LOOSE) return null;
  const place = orderPlace(generation, name);
  const last = store.get<{ place: number | null }>(
    "SELECT max(place) AS place FROM call_orders WHERE place >= ? AND place < ?",
    place,
    place + 2 ** 20,
  )?.place ?? place - 1;
  const settled = set.copy();
  for (const id of loose) settled.delete(id);
  const own = loose.filter((id) => set.has(id));
  // At most all of the set's loose calls stand before a settled one.
  const start = Math.max(0, skip - own.length);
  const calls = settledCalls(store, { place, rows: last - place + 1 }, settled, up, start);
  return passing(merged(store, calls, own, sortFew, up), skip - start);
}

function* settledCalls(
  store: Store,
  { place, rows }: { readonly place: number; readonly rows: number },
  set: IdSet,
  up: boolean,
  skip: number,
): Generator<number[], void, undefined> {
  const sql = up
    ? "SELECT ids FROM call_orders WHERE place >= ? AND place < ? ORDER BY place"
    : "SELECT ids FROM call_orders WHERE place >= ? AND place < ? ORDER BY place DESC";
  const read = (from: number, to: number) => {
    const [first, end] = up ? [from, to] : [rows - to, rows - from];
    const found = store.all<{ ids: Uint8Array }>(sql, place + first, place + end);
    // A slow export can outlive two generations: it must not end as if it had all.
    if (found.length < to - from) throw new Error("the stored order was made anew meanwhile");
    return found.map(({ ids }) => idsIn(ids));
  };
  let { row, left } = placeOf(read, rows, set, skip);
  for (; row < rows; row += ROWS) {
    let found: number[] = [];
    for (const calls of read(row, Math.min(rows, row + ROWS))) {
      const own = set.among(calls);
      if (!up) own.reverse();
      found.push(...own.slice(left));
      left = Math.max(0, left - own.length);
      if (found.length >= BATCH) {
        yield found;
        found = [];
      }
    }
    // Nothing found is told too: whoever waits can have waited long enough.
    yield found;
  }
}

/** In which row the call behind the first `skip` of a set stands, and how many stand before it there. */
function placeOf(
  read: (from: number, to: number) => Uint32Array[],
  rows: number,
  set: IdSet,
  skip: number,
): { row: number; left: number } {
  if (skip === 0) return { row: 0, left: 0 };
  const { size } = set;
  if (skip <= size / 2) {
    let left = skip;
    for (let from = 0; from < rows; from += ROWS) {
      const parts = read(from, Math.min(rows, from + ROWS));
      for (let at = 0; at < parts.length; at++) {
        const here = set.countOf(parts[at]!);
        if (here > left) return { row: from + at, left };
        left -= here;
      }
    }
    return { row: rows, left: 0 };
  }
  // It is nearer to the end.
  let behind = size - skip;
  for (let to = rows; to > 0; to -= ROWS) {
    const from = Math.max(0, to - ROWS);
    const parts = read(from, to);
    for (let at = parts.length - 1; at >= 0; at--) {
      const here = set.countOf(parts[at]!);
      if (here >= behind) return { row: from + at, left: here - behind };
      behind -= here;
    }
  }
  return { row: 0, left: 0 };
}

function idsIn(bytes: Uint8Array): Uint32Array {
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Uint32Array(buffer, byteOffset, byteLength / 4);
}

/** Puts the loose calls where they belong among the settled ones. */
function* merged(
  store: Store,
  settled: Generator<number[], void, undefined>,
  loose: readonly number[],
  sortFew: SortFew,
  up: boolean,
): Generator<number[], void, undefined> {
  const sorted = (ids: readonly number[]) => {
    const found = sortFew(store, ids);
    if (!up) found.reverse();
    if (found.length === ids.length) return found;
    // A call can have lost its key since it was found: it stays in the list that it was found for.
    const known = new Set(found);
    return [...ids.filter((id) => !known.has(id)), ...found];
  };
  let waiting = loose;
  for (const batch of settled) {
    const last = batch.at(-1);
    if (waiting.length === 0 || last === undefined) {
      yield batch;
      continue;
    }
    const both = sorted([...batch, ...waiting]);
    const end = both.indexOf(last) + 1;
    yield both.slice(0, end);
    waiting = both.slice(end);
  }
  if (waiting.length > 0) yield sorted(waiting);
}
