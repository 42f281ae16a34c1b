import { deepEqual, equal, throws } from "node:assert/strict";
import { IdSet } from "../../../lib/domain/id_set.ts";
import { Random } from "../../../lib/domain/random.ts";
import { catchUp } from "../../../lib/store/call_log/catch_up.ts";
import { KEYED } from "../../../lib/store/call_log/keyed_sort.ts";
import { callsMarked, capacityOf } from "../../../lib/store/call_log/marks.ts";
import { makeOrders, ordersAreDue } from "../../../lib/store/call_log/order_build.ts";
import { fromOrder, ORDERS } from "../../../lib/store/call_log/orders.ts";
import type { Store } from "../../../lib/store/database.ts";
import { NOW, someCall, someCustomer, someStaff } from "../fixtures.ts";
import { passingStore } from "../../support/passing_store.ts";

const CALLS = 1800;
/** Calls of a row: there are more rows than are read at a time. */
const ROW = 200;

/** Calls in more than one row of each order, with keys of which many are equal. */
function office(): Store {
  const store = passingStore();
  const staff = someStaff(store, "kim").id;
  for (let i = 0; i < 450; i++) someCustomer(store, `이름${i * 7 % 90}`);
  store.run("UPDATE customers SET company = '회사' || (id % 50) WHERE id % 3 > 0");
  store.transaction(() => {
    for (let i = 0; i < CALLS; i++) {
      someCall(store, { startedAt: NOW + i, number: `010${20_000_000 + i * 7919 % 700}` });
    }
  });
  store.run(
    "UPDATE calls SET customer_id = id * 31 % 600, match = 'number' WHERE id * 31 % 600 BETWEEN 1 AND 450",
  );
  store.run(
    `INSERT INTO interactions (id, channel, call_id, began_at)
     SELECT id, 'call', id, started_at FROM calls WHERE id % 4 > 0`,
  );
  store.run(
    `INSERT INTO consultations (interaction_id, call_id, staff_id, text, state, created_at, changed_at)
     SELECT id, id, ?, 'line ' || (id % 40), 'done', 0, 0 FROM calls WHERE id % 4 > 0`,
    staff,
  );
  // Seconds of which many are equal, and some are longer than any that are told apart.
  store.run(
    `UPDATE calls SET answered_at = started_at + id % 41 * 997,
       ended_at = started_at + id % 41 * 997 + id * 7919 % 5003 * CASE id % 9 WHEN 0 THEN 99991 ELSE 97 END`,
  );
  store.run("UPDATE calls SET answered_at = NULL, outcome = 'missed' WHERE id % 7 = 0");
  catchUp(store, Infinity);
  return store;
}

/** Every order from every tenth place on, both ways, is that of a plain question to the tables. */
function isExact(store: Store, when: string): void {
  const capacity = capacityOf(store);
  for (const name of ORDERS) {
    const set = new IdSet(capacity);
    for (const { id } of store.all<{ id: number }>("SELECT id FROM calls WHERE id % 5 > 0")) {
      set.add(id);
    }
    set.and(callsMarked(store, KEYED[name].mark, capacity));
    const { sortFew } = KEYED[name];
    for (const up of [true, false]) {
      const sorted = sortFew(store, set.toArray());
      if (!up) sorted.reverse();
      for (const skip of [0, 100, 999, 1000, sorted.length - 1, sorted.length]) {
        const found = [...fromOrder(store, name, set, sortFew, up, skip)!].flat();
        deepEqual(found, sorted.slice(skip), `${when}: ${name} ${up ? "up" : "down"} from ${skip}`);
      }
    }
  }
}

function change(store: Store, random: Random): void {
  store.transaction(() => {
    for (let i = 0; i < 40; i++) {
      const call = random.whole(1, CALLS);
      const customer = random.whole(1, 450);
      someCall(store, { startedAt: NOW + CALLS + i, number: `010${20_000_000 + call}` });
      store.run("UPDATE calls SET normal = '02' || id, number = '02' || id WHERE id = ?", call);
      store.run(
        "UPDATE calls SET customer_id = ?, match = 'chosen' WHERE id = ?",
        customer,
        call + 1,
      );
      store.run("UPDATE calls SET customer_id = NULL, match = NULL WHERE id = ?", call + 2);
      store.run("UPDATE calls SET ended_at = ended_at + 1777 WHERE id = ?", call + 5);
      store.run("UPDATE consultations SET text = 'a' || id WHERE call_id = ?", call + 3);
      store.run("UPDATE consultations SET state = 'draft' WHERE call_id = ?", call + 4);
      if (i % 10 > 0) continue;
      store.run("UPDATE customers SET name = '가' || id, company = '' WHERE id = ?", customer);
      store.run("UPDATE customers SET company = '나' || id WHERE id = ?", 451 - customer);
    }
  });
  catchUp(store, Infinity);
}

Deno.test("a stored order is that of the tables, after any change and while a new one is made", () => {
  const store = office();
  const random = new Random(7);
  equal(fromOrder(store, "number", new IdSet(1), KEYED.number.sortFew, true, 0), null);
  for (const _ of makeOrders(store, ROW));
  isExact(store, "new");
  change(store, random);
  isExact(store, "changed");
  let bites = 0;
  for (const _ of makeOrders(store, ROW)) {
    if (++bites % 6 > 0) continue;
    change(store, random);
    if (bites === 12) isExact(store, "in the making");
  }
  isExact(store, "made again");
  // Given up halfway, as by a server that stops.
  makeOrders(store, ROW).next();
  const unfinished = makeOrders(store, ROW);
  for (let i = 0; i < 5; i++) unfinished.next();
  change(store, random);
  isExact(store, "given up");
  for (const _ of makeOrders(store, ROW));
  isExact(store, "made after that");
  equal(store.get<{ n: number }>("SELECT count(*) AS n FROM call_loose")?.n, 0);
  store.close();
});

Deno.test("whoever reads an order while it is made anew reads on, and never takes a part for the whole", () => {
  const store = office();
  for (const _ of makeOrders(store, ROW));
  const set = callsMarked(store, "number", capacityOf(store));
  const { sortFew } = KEYED.number;
  const all = sortFew(store, set.toArray());
  const reader = () => fromOrder(store, "number", set, sortFew, true, 0)!;
  const [one, other] = [reader(), reader()];
  for (const _ of makeOrders(store, ROW));
  deepEqual([...one].flat(), all);
  for (const _ of makeOrders(store, ROW));
  throws(() => [...other], { name: "Error", message: "the stored order was made anew meanwhile" });
  deepEqual([...reader()].flat(), all);
  store.close();
});

Deno.test("orders are made when there are many calls, and again when many have changed", () => {
  const store = passingStore();
  const fill = (first: number, last: number) =>
    store.run(
      `INSERT INTO calls (id, line_id, switch_call, trunk, direction, state, started_at, ended_at, heard_at, outcome)
       WITH RECURSIVE n (i) AS (SELECT ? UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       SELECT i, 1, 'x' || i, '1', 'in', 'ended', i, i, i, 'missed' FROM n`,
      first,
      last,
    );
  someCall(store, {});
  fill(2, 9999);
  equal(ordersAreDue(store), false);
  fill(10_000, 10_000);
  store.run("DELETE FROM call_changes");
  equal(ordersAreDue(store), true);
  for (const _ of makeOrders(store, ROW));
  equal(ordersAreDue(store), false);
  fill(10_001, 11_000);
  catchUp(store, Infinity);
  equal(ordersAreDue(store), true);
  store.close();
});
