import { deepEqual } from "node:assert/strict";
import { catchUp } from "../../../lib/store/call_log/catch_up.ts";
import { IdSet } from "../../../lib/domain/id_set.ts";
import type { Walk } from "../../../lib/store/call_log/keyed_sort.ts";
import {
  sortCodes,
  sortCompanies,
  type SortFew,
  sortLines,
  sortNames,
  sortNumbers,
  sortRings,
  sortTalks,
} from "../../../lib/store/call_log/sort_few.ts";
import { walkCompanies, walkNames } from "../../../lib/store/call_log/walk_customers.ts";
import { walkCodes, walkLines, walkNumbers } from "../../../lib/store/call_log/walk_keys.ts";
import { walkRings, walkTalks } from "../../../lib/store/call_log/walk_times.ts";
import type { Store } from "../../../lib/store/database.ts";
import { NOW, someCall, someCustomer } from "../fixtures.ts";
import { passingStore } from "../../support/passing_store.ts";

const CALLS = 1500;

/** More customers and calls than are read at a time. */
function office(): Store {
  const store = passingStore();
  const customers = Array.from(
    { length: 450 },
    (_, i) => someCustomer(store, `이름${i * 7 % 90}`).id,
  );
  store.run("UPDATE customers SET company = '회사' || (id % 50) WHERE id % 3 > 0");
  for (let i = 0; i < CALLS; i++) {
    const id = someCall(store, { startedAt: NOW + i, number: `010${20_000_000 + i * 7919 % 700}` });
    const customer = customers[i * 31 % 600];
    if (customer === undefined) continue;
    store.run("UPDATE calls SET customer_id = ?, match = 'number' WHERE id = ?", customer, id);
  }
  store.run("INSERT INTO call_lines SELECT id, 'line ' || (id % 40) FROM calls");
  store.run(
    "UPDATE calls SET answered_at = started_at + id % 41 * 997, ended_at = started_at + id % 77 * 9973 + 41000",
  );
  store.run("UPDATE calls SET answered_at = NULL, outcome = 'missed' WHERE id % 7 = 0");
  store.run(
    "UPDATE calls SET direction = 'out', answered_at = NULL, outcome = 'outbound' WHERE id % 9 = 0",
  );
  catchUp(store, Infinity);
  return store;
}

Deno.test("walking an index gives what looking up and sorting gives, both ways", () => {
  const store = office();
  const sorts: [string, Walk, SortFew, string][] = [
    ["names", walkNames, sortNames, "customer_id IS NOT NULL"],
    ["companies", walkCompanies, sortCompanies, "customer_id % 3 > 0"],
    ["numbers", walkNumbers, sortNumbers, "true"],
    ["codes", walkCodes, sortCodes, "customer_id IS NOT NULL"],
    ["lines", walkLines, sortLines, "true"],
    ["rings", walkRings, sortRings, "direction = 'in'"],
    ["talks", walkTalks, sortTalks, "answered_at IS NOT NULL"],
  ];
  for (const [name, walk, sortFew, having] of sorts) {
    const set = new IdSet(CALLS + 1);
    const rows = store.all<{ id: number }>(`SELECT id FROM calls WHERE id % 4 > 0 AND ${having}`);
    for (const { id } of rows) set.add(id);
    for (const up of [true, false]) {
      const sorted = sortFew(store, set.toArray());
      if (!up) sorted.reverse();
      deepEqual([...walk(store, set, up)].flat(), sorted, name);
    }
  }
});
