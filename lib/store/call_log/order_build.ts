import type { Store } from "../database.ts";
import { KEYED } from "./keyed_sort.ts";
import { ORDER_CALLS, type OrderName, orderPlace, ORDERS, orderState } from "./orders.ts";

/** Fewer calls than these are sorted without stored orders. */
const FEWEST = 10_000;
/** New orders are worth making when so many calls have changed since. */
const ENOUGH_LOOSE = 1000;
/** Rows that are taken away at a time. */
const ROWS = 200;

/** Whether the stored orders have to be made, or made again. */
export function ordersAreDue(store: Store): boolean {
  const { order_ready } = orderState(store);
  const [sql, least] = order_ready === 0
    ? ["SELECT count(*) AS n FROM (SELECT 1 FROM calls LIMIT ?)", FEWEST] as const
    : ["SELECT count(*) AS n FROM (SELECT 1 FROM call_loose LIMIT ?)", ENOUGH_LOOSE] as const;
  return store.get<{ n: number }>(sql, least)?.n === least;
}

/**
 * Makes the stored orders of all calls anew, a bite of some milliseconds at a time. Until all of it is done the
 * former ones are in use; a making that is given up halfway leaves nothing that the next one minds. `calls`: of a row.
 */
export function* makeOrders(
  store: Store,
  calls = ORDER_CALLS,
): Generator<void, void, undefined> {
  yield* clear(store);
  const generation = begin(store);
  for (const name of ORDERS) yield* makeOrder(store, generation, name, calls);
  finish(store, generation);
}

function begin(store: Store): number {
  return store.transaction(() => {
    const { order_ready, order_making } = orderState(store);
    const generation = Math.max(order_ready, order_making) + 1;
    store.run("UPDATE call_log_state SET order_making = ?", generation);
    return generation;
  });
}

function* makeOrder(
  store: Store,
  generation: number,
  name: OrderName,
  ofRow: number,
): Generator<void, void, undefined> {
  const first = orderPlace(generation, name);
  const every = { has: () => true };
  let [ids, row]: [number[], number] = [[], 0];
  const write = (calls: readonly number[]) =>
    store.run(
      "INSERT INTO call_orders (place, ids) VALUES (?, ?)",
      first + row++,
      new Uint8Array(Uint32Array.from(calls).buffer),
    );
  for (const batch of KEYED[name].walk(store, every, true)) {
    ids.push(...batch);
    let done = 0;
    for (; ids.length - done >= ofRow; done += ofRow) write(ids.slice(done, done + ofRow));
    ids = ids.slice(done);
    yield;
  }
  if (ids.length > 0) write(ids);
}

/** What has changed while they were made stays loose. */
function finish(store: Store, generation: number): void {
  store.transaction(() => {
    store.run("UPDATE call_log_state SET order_ready = ?, order_making = 0", generation);
    store.run("DELETE FROM call_loose WHERE generation < ?", generation);
  });
}

/** Takes away all but the generation in use: the one before it stays so long for whoever still reads it. */
function* clear(store: Store): Generator<void, void, undefined> {
  const { order_ready } = orderState(store);
  const [first, end] = [orderPlace(order_ready, ORDERS[0]), orderPlace(order_ready + 1, ORDERS[0])];
  for (let gone = ROWS; gone === ROWS;) {
    gone = store.run(
      `DELETE FROM call_orders WHERE place IN (
         SELECT place FROM call_orders WHERE place < ? OR place >= ? LIMIT ?)`,
      first,
      end,
      ROWS,
    ).changes;
    yield;
  }
}
