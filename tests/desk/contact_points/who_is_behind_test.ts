import { deepEqual, throws } from "node:assert/strict";
import { CONTACT_KINDS, contactPoint } from "../../../lib/domain/contact_point.ts";
import { whoIsBehind } from "../../../lib/desk/contact_points/who_is_behind.ts";
import { linkCall } from "../../../lib/store/call_customer.ts";
import { nameBehind } from "../../../lib/store/contact_points.ts";
import type { Store } from "../../../lib/store/database.ts";
import { NOW, someCall, someCustomer } from "../../store/fixtures.ts";
import { passingStore } from "../../support/passing_store.ts";

const behind = (store: Store, ...point: Parameters<typeof contactPoint>) =>
  whoIsBehind(store, contactPoint(...point))
    .map(({ customer, chosenBefore }) => [customer.name, chosenBefore]);

Deno.test("behind a telephone are all who have the number, whoever was chosen the last time first", () => {
  const store = passingStore();
  someCustomer(store, "가", "010-1234-5678");
  const chosen = someCustomer(store, "나", "01012345678");
  deepEqual(behind(store, "telephone", "010 1234 5678"), [["가", false], ["나", false]]);
  linkCall(store, someCall(store), chosen.id, { by: null, at: NOW });
  deepEqual(behind(store, "telephone", "010-1234-5678"), [["나", true], ["가", false]]);
});

Deno.test("behind any other contact point is whom somebody has named, and nobody by an address that is only alike", () => {
  const store = passingStore();
  const lee = someCustomer(store, "이영희");
  for (const kind of CONTACT_KINDS.filter((one) => one !== "telephone")) {
    deepEqual(behind(store, kind, "lee"), []);
    nameBehind(store, contactPoint(kind, "lee"), lee.id);
    deepEqual(behind(store, kind, "lee"), [["이영희", true]]);
    deepEqual(behind(store, kind, "lee2"), []);
    nameBehind(store, contactPoint(kind, "lee"), null);
    deepEqual(behind(store, kind, "lee"), []);
  }
  throws(() => nameBehind(store, contactPoint("telephone", "0212345678"), lee.id), RangeError);
});
