import { deepEqual, equal, throws } from "node:assert/strict";
import {
  createCustomField,
  customFields,
  fieldUse,
  fieldValuesOf,
  moveCustomField,
  retireCustomField,
  retiredFields,
  updateCustomField,
} from "../../lib/store/custom_fields.ts";
import { createCustomer, customerById, updateCustomer } from "../../lib/store/customers.ts";
import type { Store } from "../../lib/store/database.ts";
import { passingStore } from "../support/passing_store.ts";
import { NOBODY, NOW, someCustomer } from "./fixtures.ts";

const CHANGE = { by: null, at: NOW };

function someField(store: Store, label: string): number {
  return createCustomField(store, { label, kind: "text", choices: [], required: false }).id;
}

const labels = (store: Store) => customFields(store).map((field) => field.label);

Deno.test("fields stand in their order, and change places", () => {
  const store = passingStore();
  const [a, , c] = ["가", "나", "다"].map((label) => someField(store, label));
  deepEqual(labels(store), ["가", "나", "다"]);
  moveCustomField(store, c!, -1);
  deepEqual(labels(store), ["가", "다", "나"]);
  moveCustomField(store, a!, -1);
  moveCustomField(store, a!, 1);
  deepEqual(labels(store), ["다", "가", "나"]);
});

Deno.test("a field that is retired leaves the forms, and its values come back with it", () => {
  const store = passingStore();
  const field = someField(store, "추천인");
  const { id } = createCustomer(
    store,
    { ...NOBODY, name: "이영희", custom: new Map([[field, "박지훈"]]) },
    CHANGE,
  );
  retireCustomField(store, field, NOW);
  deepEqual([labels(store), retiredFields(store).map((one) => one.label)], [[], ["추천인"]]);
  updateCustomer(store, id, { ...NOBODY, name: "이영희", custom: new Map() }, 1, CHANGE);
  retireCustomField(store, field, null);
  deepEqual([labels(store), [...fieldValuesOf(store, id)]], [["추천인"], [[field, "박지훈"]]]);
});

Deno.test("two fields in use have no label in common; a retired one may", () => {
  const store = passingStore();
  const field = someField(store, "추천인");
  throws(() => someField(store, "추천인"), /UNIQUE/);
  retireCustomField(store, field, NOW);
  deepEqual([typeof someField(store, "추천인"), labels(store)], ["number", ["추천인"]]);
});

Deno.test("a field is renamed without touching its values", () => {
  const store = passingStore();
  const field = someField(store, "추천인");
  const custom = new Map([[field, "박지훈"]]);
  const { id } = createCustomer(store, { ...NOBODY, name: "이영희", custom }, CHANGE);
  updateCustomField(store, field, { label: "소개", choices: [], required: true });
  deepEqual([labels(store), fieldValuesOf(store, id).get(field)], [["소개"], "박지훈"]);
  equal(fieldUse(store).get(field), 1);
});

Deno.test("what a change leaves out stays: the mark, the birthday, the owner and the fields", () => {
  const store = passingStore();
  const field = someField(store, "추천인");
  const more = { doNotCall: true, birthday: "1980-02-29", custom: new Map([[field, "박"]]) };
  const { id } = createCustomer(store, { ...NOBODY, name: "이영희", ...more }, CHANGE);
  const changed = updateCustomer(store, id, { ...NOBODY, name: "이영" }, 1, CHANGE);
  deepEqual([changed.doNotCall, changed.birthday], [true, "1980-02-29"]);
  equal(fieldValuesOf(store, id).get(field), "박");
  const cleared = { doNotCall: false, birthday: "", custom: new Map([[field, ""]]) };
  const last = updateCustomer(store, id, { ...NOBODY, name: "이영", ...cleared }, 2, CHANGE);
  deepEqual([last.doNotCall, last.birthday, fieldValuesOf(store, id).size], [false, "", 0]);
});

Deno.test("the ID of a customer who is gone is nobody else's, ever", () => {
  const store = passingStore();
  const { id } = someCustomer(store, "이영희");
  store.run("DELETE FROM customers WHERE id = ?", id);
  equal(someCustomer(store, "박지훈").id, id + 1);
  equal(customerById(store, id), null);
});
