import { deepEqual, equal } from "node:assert/strict";
import { KOREA } from "../../lib/domain/numbering.ts";
import { callById } from "../../lib/store/calls.ts";
import { customersByNumber } from "../../lib/store/customer_match.ts";
import { customerById, updateCustomer } from "../../lib/store/customers.ts";
import type { Store } from "../../lib/store/database.ts";
import { mergeCustomers } from "../../lib/store/merge/merge_customers.ts";
import { undoMerge } from "../../lib/store/merge/undo_merge.ts";
import { setNumbering } from "../../lib/store/numbering.ts";
import { continueRereading, isRereading } from "../../lib/store/reread_numbers.ts";
import { matchCall } from "../../lib/store/write_calls.ts";
import { passingStore } from "../support/passing_store.ts";
import { NOW, someCall, someCustomer } from "./fixtures.ts";

/** Reads all numbers anew; how many short transactions that took. */
function reread(store: Store): number {
  for (let rounds = 0; rounds < 10_000; rounds++) {
    if (!continueRereading(store, NOW)) return rounds;
  }
  throw new Error("it never ends");
}

const owners = (store: Store, normal: string) =>
  customersByNumber(store, normal).map(({ name }) => name);

/** What the reader of before has made of a number. */
function asBefore(
  store: Store,
  customerId: number,
  position: number,
  typed: string,
  normal: string,
) {
  store.run(
    "UPDATE customer_numbers SET number = ?, normal = ? WHERE customer_id = ? AND position = ?",
    ...[typed, normal, customerId, position],
  );
}

Deno.test("numbers that an older reader took for others are theirs again, or nobody's, and stay as they were typed", () => {
  const store = passingStore();
  const garam = someCustomer(store, "박가람", "02-1111-1111", "010-2000-0099");
  const narae = someCustomer(store, "이나래", "02-1111-1112");
  asBefore(store, garam.id, 0, "02-200-0003·4", "0220000034");
  asBefore(store, narae.id, 0, "1020000001.0", "10200000010");
  const stranger = someCall(store, { number: "0220000034" });
  matchCall(store, stranger, garam.id);
  equal(isRereading(store), true);
  reread(store);
  equal(isRereading(store), false);
  deepEqual(owners(store, "0220000034"), []);
  deepEqual(owners(store, "01020000001"), ["이나래"]);
  const { numbers } = customerById(store, garam.id)!;
  deepEqual(numbers.map(({ number }) => number), ["02-200-0003·4", "010-2000-0099"]);
  // The stranger's call is nobody's known.
  deepEqual([callById(store, stranger)!.customerId, callById(store, stranger)!.match], [
    null,
    null,
  ]);
  equal(reread(store), 0);

  // Somebody changes their name: the number is no hindrance.
  const known = customerById(store, garam.id)!;
  const changed = updateCustomer(store, garam.id, { ...known, name: "박가람이" }, known.version, {
    by: null,
    at: NOW,
  });
  deepEqual(changed.numbers.map(({ number }) => number), ["02-200-0003·4", "010-2000-0099"]);
});

Deno.test("two ways of writing one number are one number, and both stay to be seen", () => {
  const store = passingStore();
  const garam = someCustomer(store, "박가람", "02-1111-1111", "010-2000-0001");
  asBefore(store, garam.id, 0, "1020000001.0", "10200000010");
  reread(store);
  deepEqual(owners(store, "01020000001"), ["박가람"]);
  deepEqual(customerById(store, garam.id)!.numbers.map(({ number }) => number), [
    "1020000001.0",
    "010-2000-0001",
  ]);
});

Deno.test("an area code that is set completes the numbers and calls that are stored, and one that is taken back leaves them as before", () => {
  const store = passingStore();
  someCustomer(store, "박가람", "555-1234");
  someCustomer(store, "이나래", "02-2000-0100");
  const calls = [
    someCall(store, { number: "20000100" }),
    someCall(store, { number: "901020000011", direction: "out" }),
    someCall(store, { number: "5551234" }),
  ];
  const all = () =>
    calls.map((id) => callById(store, id)!).map((call) => [call.normal, call.customerId]);
  reread(store);
  deepEqual(owners(store, "5551234"), ["박가람"]);
  const before = all();
  setNumbering(store, { ...KOREA, areaCode: "02", outsideDigit: "9" });
  equal(isRereading(store), true);
  reread(store);
  deepEqual(owners(store, "025551234"), ["박가람"]);
  deepEqual(all(), [["0220000100", 2], ["01020000011", null], ["025551234", 1]]);
  // What the wire told stays.
  deepEqual(calls.map((id) => callById(store, id)!.number), [
    "20000100",
    "901020000011",
    "5551234",
  ]);
  setNumbering(store, KOREA);
  reread(store);
  deepEqual(owners(store, "5551234"), ["박가람"]);
  deepEqual(all().map(([normal]) => normal), before.map(([normal]) => normal));
});

Deno.test("many numbers are read anew a little at a time, and a part of a customer's is never left out", () => {
  const store = passingStore();
  for (let one = 0; one < 130; one++) {
    someCustomer(store, `고객 ${one}`, `555-${1000 + one}`, `010-2000-${1000 + one}`);
  }
  reread(store);
  setNumbering(store, { ...KOREA, areaCode: "031" });
  equal(reread(store) > 5, true);
  const local = store.get<{ n: number }>(
    "SELECT count(*) AS n FROM customer_numbers WHERE normal LIKE '031555%'",
  );
  equal(local?.n, 130);
});

Deno.test("a merge that is taken back brings numbers as they are read now", () => {
  const store = passingStore();
  const garam = someCustomer(store, "박가람", "02-1111-1111");
  const narae = someCustomer(store, "이나래", "02-1111-1112");
  reread(store);
  asBefore(store, narae.id, 0, "02-200-0003·4", "0220000034");
  const merge = mergeCustomers(
    store,
    { survivor: garam, others: [customerById(store, narae.id)!], from: {} },
    { by: null, at: NOW },
  );
  undoMerge(store, merge, { by: null, at: NOW });
  deepEqual(owners(store, "0220000034"), []);
  deepEqual(customerById(store, narae.id)!.numbers.map(({ number }) => number), ["02-200-0003·4"]);
});
