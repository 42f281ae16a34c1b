import { deepEqual, equal, ok, throws } from "node:assert/strict";
import fc from "fast-check";
import { linkCall } from "../../../lib/store/call_customer.ts";
import { createConsultation } from "../../../lib/store/consultations.ts";
import { survivorOf } from "../../../lib/store/customer_aliases.ts";
import { searchCustomers } from "../../../lib/store/customer_search.ts";
import { createCustomer, customerById, updateCustomer } from "../../../lib/store/customers.ts";
import type { Store } from "../../../lib/store/database.ts";
import { VersionConflict } from "../../../lib/store/errors.ts";
import { mergeCustomers, type MergeOrder } from "../../../lib/store/merge/merge_customers.ts";
import { latestMerges } from "../../../lib/store/merge/merge_list.ts";
import { referencesToCustomers } from "../../../lib/store/merge/references.ts";
import { MergeNotUndone, undoMerge } from "../../../lib/store/merge/undo_merge.ts";
import { NOBODY, NOW, someCall, someCustomer, someStaff } from "../fixtures.ts";
import { passingStore } from "../../support/passing_store.ts";

const CHANGE = { by: null, at: NOW + 1000 };
const LATER = { by: null, at: NOW + 2000 };

function order(store: Store, ids: number[], from: MergeOrder["from"] = {}): MergeOrder {
  const [survivor, ...others] = ids.map((id) => ({
    id,
    version: customerById(store, id)!.version,
  }));
  return { survivor: survivor!, others, from };
}

/** A call from a number, of a customer, with a note on it. */
function conversation(store: Store, customerId: number, staffId: number): number {
  const callId = someCall(store);
  linkCall(store, callId, customerId, { by: staffId, at: NOW });
  createConsultation(store, {
    ...{ callId, customerId, staffId, type: "", text: `통화 ${callId}`, callbackAt: null },
    state: "open",
  }, NOW);
  return callId;
}

const ownerOf = (store: Store, callId: number) =>
  store.get<{ customer_id: number }>("SELECT customer_id FROM calls WHERE id = ?", callId)
    ?.customer_id;
const noteOwnerOf = (store: Store, callId: number) =>
  store.get<{ customer_id: number }>(
    "SELECT customer_id FROM consultations WHERE call_id = ?",
    callId,
  )
    ?.customer_id;

Deno.test("a merge keeps the chosen fields, all numbers, and everything that belonged to either", () => {
  const store = passingStore();
  const { id: staff } = someStaff(store, "kim");
  const stays = createCustomer(store, {
    ...NOBODY,
    name: "김민수",
    numbers: [{ number: "010-1111-2222", label: "휴대" }],
  }, CHANGE);
  const goes = createCustomer(store, {
    ...NOBODY,
    name: "김 민수 과장",
    company: "한빛상사",
    numbers: [{ number: "02-555-1234", label: "회사" }, { number: "01011112222", label: "" }],
  }, CHANGE);
  const call = conversation(store, goes.id, staff);
  mergeCustomers(store, order(store, [stays.id, goes.id], { company: goes.id }), CHANGE);
  const merged = customerById(store, stays.id)!;
  equal(merged.name, "김민수");
  equal(merged.company, "한빛상사");
  deepEqual(merged.numbers.map(({ normal }) => normal), ["01011112222", "025551234"]);
  equal(customerById(store, goes.id), null);
  equal(ownerOf(store, call), stays.id);
  equal(noteOwnerOf(store, call), stays.id);
});

Deno.test("the ID of a customer who was merged away finds the survivor, through later merges too", () => {
  const store = passingStore();
  const [a, b, c] = ["가", "나", "다"].map((name) => someCustomer(store, name).id) as [
    number,
    number,
    number,
  ];
  mergeCustomers(store, order(store, [b, a]), CHANGE);
  mergeCustomers(store, order(store, [c, b]), CHANGE);
  equal(survivorOf(store, a), c);
  equal(survivorOf(store, c), null);
  equal(survivorOf(store, b), c);
  const code = `C-${String(a).padStart(6, "0")}`;
  deepEqual(searchCustomers(store, code, 5).map(({ id }) => id), [c]);
  deepEqual(latestMerges(store, 5).map((merge) => merge.others.map(({ id }) => id)), [[b], [a]]);
});

Deno.test("what was written after a merge stays with the survivor when the merge is undone", () => {
  const store = passingStore();
  const { id: staff } = someStaff(store, "kim");
  const stays = someCustomer(store, "김민수", "010-1111-2222");
  const goes = someCustomer(store, "김민슈", "010-3333-4444");
  const before = conversation(store, goes.id, staff);
  const merge = mergeCustomers(store, order(store, [stays.id, goes.id], { name: goes.id }), CHANGE);
  const after = conversation(store, stays.id, staff);
  const merged = customerById(store, stays.id)!;
  const edited = {
    ...merged,
    memo: "새 메모",
    numbers: [...merged.numbers, { number: "02-777-8888", label: "" }],
  };
  updateCustomer(store, stays.id, edited, merged.version, LATER);
  deepEqual(undoMerge(store, merge, LATER), [goes.id]);
  const [one, other] = [customerById(store, stays.id)!, customerById(store, goes.id)!];
  equal(one.name, "김민수");
  equal(one.memo, "새 메모");
  deepEqual(one.numbers.map(({ normal }) => normal), ["01011112222", "027778888"]);
  deepEqual(other.numbers.map(({ normal }) => normal), ["01033334444"]);
  equal(ownerOf(store, before), goes.id);
  equal(noteOwnerOf(store, before), goes.id);
  equal(ownerOf(store, after), stays.id);
  equal(survivorOf(store, goes.id), null);
});

Deno.test("a call that was put right after a merge stays put right when the merge is undone", () => {
  const store = passingStore();
  const { id: staff } = someStaff(store, "kim");
  const [stays, goes, third] = ["가", "나", "다"].map((name) => someCustomer(store, name));
  const call = conversation(store, goes!.id, staff);
  const merge = mergeCustomers(store, order(store, [stays!.id, goes!.id]), CHANGE);
  linkCall(store, call, third!.id, LATER);
  undoMerge(store, merge, LATER);
  equal(ownerOf(store, call), third!.id);
});

Deno.test("a merge that was undone, or that a later one built on, is not undone", () => {
  const store = passingStore();
  const [a, b, c] = ["가", "나", "다"].map((name) => someCustomer(store, name).id) as [
    number,
    number,
    number,
  ];
  const first = mergeCustomers(store, order(store, [a, b]), CHANGE);
  const second = mergeCustomers(store, order(store, [a, c]), CHANGE);
  const refused = (reason: string) => (error: unknown) =>
    error instanceof MergeNotUndone && error.reason === reason;
  throws(() => undoMerge(store, first, LATER), refused("later"));
  undoMerge(store, second, LATER);
  throws(() => undoMerge(store, second, LATER), refused("undone"));
  undoMerge(store, first, LATER);
  deepEqual([a, b, c].map((id) => customerById(store, id)?.name), ["가", "나", "다"]);
});

Deno.test("a customer who was changed meanwhile, or is given twice, is not merged", () => {
  const store = passingStore();
  const [a, b] = ["가", "나"].map((name) => someCustomer(store, name)) as [
    ReturnType<typeof someCustomer>,
    ReturnType<typeof someCustomer>,
  ];
  const decided = order(store, [a.id, b.id]);
  updateCustomer(store, b.id, { ...b, memo: "그사이" }, b.version, LATER);
  throws(() => mergeCustomers(store, decided, CHANGE), VersionConflict);
  throws(() => mergeCustomers(store, order(store, [a.id, a.id]), CHANGE), RangeError);
  throws(() => mergeCustomers(store, order(store, [a.id]), CHANGE), RangeError);
  equal(customerById(store, b.id)?.memo, "그사이");
});

Deno.test("every table that refers to a customer is known to a merge", () => {
  const store = passingStore();
  const tables = referencesToCustomers(store).map(({ table }) => table);
  for (const table of ["calls", "consultations", "attachments", "number_choices"]) {
    ok(tables.includes(table), table);
  }
});

/** Every row of every table, but for what a merge writes about itself and what only says that something changed. */
function contents(store: Store): Record<string, unknown[]> {
  const tables = store.all<{ name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_words%' ESCAPE '\\'
     AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'call\\_%parts%' ESCAPE '\\'
     AND name NOT IN ('customer_merges', 'merged_customers', 'merge_rows', 'search_queue', 'note_queue',
       'customer_places', 'duplicate_keys', 'call_changes')`,
  ).map(({ name }) => name);
  return Object.fromEntries(tables.map((table) => {
    const rows = store.all<Record<string, unknown>>(`SELECT * FROM "${table}"`).map((row) =>
      JSON.stringify(table === "customers" ? { ...row, version: 0 } : row)
    );
    return [table, rows.toSorted()];
  }));
}

const WORDS = fc.constantFrom(
  "",
  "김민수",
  "이영희",
  "=cmd|' /C calc'!A0",
  "<script>",
  "가나다",
  "👩‍💻",
);
const PERSON = fc.record({
  name: WORDS,
  company: WORDS,
  memo: WORDS,
  email: WORDS,
  numbers: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 4 }),
  calls: fc.nat({ max: 3 }),
  notes: fc.nat({ max: 2 }),
  custom: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }),
});

Deno.test("a merge and its undoing leave everything as it was, whoever is merged", () => {
  fc.assert(
    fc.property(
      fc.array(PERSON, { minLength: 2, maxLength: 5 }),
      fc.nat(),
      fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
      (people, count, sources) => {
        const store = passingStore();
        const { id: staffId } = someStaff(store, "kim");
        for (const label of ["가", "나", "다"]) {
          store.run(
            "INSERT INTO customer_fields (label, kind, position) VALUES (?, 'text', 1)",
            label,
          );
        }
        const ids = people.map((person, index) => {
          const numbers = person.numbers.map((digit) => ({
            number: `010-1111-000${digit}`,
            label: "",
          }));
          const { name, company, memo, email } = person;
          const { id } = createCustomer(store, {
            ...{ ...NOBODY, name, company, memo, email, numbers },
          }, {
            by: staffId,
            at: NOW + index,
          });
          for (let n = 0; n < person.calls; n++) conversation(store, id, staffId);
          for (let n = 0; n < person.notes; n++) {
            createConsultation(store, {
              ...{
                callId: null,
                customerId: id,
                staffId,
                type: "",
                text: "메모",
                callbackAt: null,
              },
              state: "draft",
            }, NOW);
          }
          for (const field of person.custom) {
            store.run(
              "INSERT INTO customer_field_values (customer_id, field_id, value) VALUES (?, ?, ?)",
              id,
              field,
              `${id}-${field}`,
            );
          }
          return id;
        });
        const merged = ids.slice(0, 2 + count % (ids.length - 1));
        const fields = ["name", "company", "memo", "email", "custom.1", "custom.2"];
        const from = Object.fromEntries(
          fields.map((field, index) => [field, merged[sources[index]! % merged.length]!]),
        );
        const before = contents(store);
        const merge = mergeCustomers(store, order(store, merged, from), CHANGE);
        equal(store.all("PRAGMA foreign_key_check").length, 0);
        undoMerge(store, merge, LATER);
        deepEqual(contents(store), before);
        store.close();
      },
    ),
    { numRuns: 25 },
  );
});
