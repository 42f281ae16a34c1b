import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { contactPoint } from "../../lib/domain/contact_point.ts";
import { linkCall } from "../../lib/store/call_customer.ts";
import { callById } from "../../lib/store/calls.ts";
import { updateCall } from "../../lib/store/write_calls.ts";
import { discardDraft, openDraft } from "../../lib/store/consultation_drafts.ts";
import { ensureContactPoint, nameBehind } from "../../lib/store/contact_points.ts";
import type { Store } from "../../lib/store/database.ts";
import { NotFound } from "../../lib/store/errors.ts";
import { historyOf } from "../../lib/store/history.ts";
import { createInteraction, interactionOfCall } from "../../lib/store/interactions.ts";
import { customerById } from "../../lib/store/customers.ts";
import { mergeCustomers } from "../../lib/store/merge/merge_customers.ts";
import { undoMerge } from "../../lib/store/merge/undo_merge.ts";
import { saveDraft } from "../../lib/store/notes.ts";
import { passingStore } from "../support/passing_store.ts";
import { NOW, someCall, someCustomer, someStaff } from "./fixtures.ts";
import { waitingMissed } from "../support/missed_callers.ts";
import { triesOf } from "../support/tries_of.ts";
import { followMissed } from "../../lib/store/work/missed_callers.ts";

const CHANGE = { by: null, at: NOW + 1000 };

/** What hangs where, as `channel customer note-of missed-of`. */
function interactions(store: Store) {
  return store.all<{ it: string }>(
    `SELECT concat_ws(' ', channel, 'customer', coalesce(customer_id, '-'), 'call', coalesce(call_id, '-'),
       coalesce((SELECT kind || ':' || address FROM contact_points WHERE id = contact_point_id), '-')) AS it
     FROM interactions ORDER BY id`,
  ).map(({ it }) => it);
}

const noteOn = (store: Store, callId: number, staffId: number) =>
  saveDraft(store, { callId, staffId, type: "", text: "납기", version: 0 }, NOW);

const missedCall = (store: Store, number: string | null, customerId: number | null) => {
  const id = someCall(store, { number, outcome: "missed", answeredAt: null });
  if (customerId !== null) linkCall(store, id, customerId, CHANGE);
  followMissed(store, callById(store, id)!);
  return id;
};

Deno.test("a call has an interaction when the first thing is hung on it, and one for all that follow", () => {
  const store = passingStore();
  const [kim, lee] = [someStaff(store, "kim"), someStaff(store, "lee")];
  const [bare, noted] = [someCall(store), someCall(store)];
  deepEqual(interactions(store), []);
  noteOn(store, noted, kim.id);
  noteOn(store, noted, lee.id);
  equal(interactionOfCall(store, noted), interactionOfCall(store, noted));
  deepEqual(interactions(store), [`call customer - call ${noted} telephone:01012345678`]);
  const withheld = missedCall(store, null, null);
  deepEqual(interactions(store)[1], `call customer - call ${withheld} -`);
  equal(store.get("SELECT 1 FROM interactions WHERE call_id = ?", bare), undefined);
  throws(() => interactionOfCall(store, 999), NotFound);
});

Deno.test("every try of a missed caller is an interaction of theirs", () => {
  const store = passingStore();
  const tries = [1, 2].map(() => missedCall(store, "025551234", null));
  const [caller] = waitingMissed(store, 10);
  deepEqual(triesOf(store, caller!.id, 10), tries.toReversed());
  deepEqual(caller!.rang, ["202"]);
});

Deno.test("whose call it is moves its notes and its missed caller along, whoever says so", () => {
  const store = passingStore();
  const kim = someStaff(store, "kim");
  const customer = someCustomer(store, "이영희");
  const call = missedCall(store, "025551234", null);
  const note = noteOn(store, call, kim.id);
  linkCall(store, call, customer.id, CHANGE);
  const owner = (table: string, id: number) =>
    store.get<{ it: number }>(`SELECT customer_id AS it FROM ${table} WHERE id = ?`, id)?.it;
  equal(owner("consultations", note.id), customer.id);
  equal(owner("work", waitingMissed(store, 10)[0]!.id), customer.id);
  equal(owner("interactions", interactionOfCall(store, call)), customer.id);
});

Deno.test("what the wire tells of a call after the first note is told of its interaction too", () => {
  const store = passingStore();
  const kim = someStaff(store, "kim");
  const id = someCall(store, { state: "talking", number: null, endedAt: null, outcome: null });
  noteOn(store, id, kim.id);
  const call = callById(store, id)!;
  const course = { ...call, number: "02-777-8888", state: "ended", outcome: "answered" } as const;
  updateCall(store, call, { ...course, endedAt: NOW + 9000 });
  deepEqual(interactions(store), [`call customer - call ${id} telephone:027778888`]);
  const { ended_at } = store.get<{ ended_at: number }>("SELECT ended_at FROM interactions")!;
  equal(ended_at, NOW + 9000);
});

Deno.test("a note without a call is an interaction of its own, and goes with it when it is thrown away", () => {
  const store = passingStore();
  const kim = someStaff(store, "kim");
  const customer = someCustomer(store, "이영희");
  const draft = openDraft(store, customer.id, kim.id, NOW);
  deepEqual(interactions(store), [`other customer ${customer.id} call - -`]);
  ok(discardDraft(store, draft.id, Date.now()));
  deepEqual(interactions(store), []);
});

Deno.test("a note that hangs on nothing is refused by the database itself", () => {
  const store = passingStore();
  const kim = someStaff(store, "kim");
  throws(
    () =>
      store.run(
        `INSERT INTO consultations (staff_id, state, created_at, changed_at) VALUES (?, 'done', 5, 5)`,
        kim.id,
      ),
    /FOREIGN KEY/,
  );
});

Deno.test("an interaction by any means stands in the customer's time line among the calls", () => {
  const store = passingStore();
  const customer = someCustomer(store, "이영희");
  const call = someCall(store, { startedAt: NOW + 2000 });
  linkCall(store, call, customer.id, CHANGE);
  const point = contactPoint("mail", "Lee@Example.com ");
  const contactPointId = ensureContactPoint(store, point);
  for (const [channel, at] of [["mail", 1000], ["chat", 3000]] as const) {
    createInteraction(store, {
      channel,
      contactPointId,
      customerId: customer.id,
      beganAt: NOW + at,
      endedAt: null,
    });
  }
  const line = historyOf(store, customer.id, { before: null, limit: 10 });
  deepEqual(line.map((entry) => entry.kind === "call" ? "call" : entry.channel), [
    "chat",
    "call",
    "mail",
  ]);
  deepEqual(interactions(store)[0], `mail customer ${customer.id} call - mail:lee@example.com`);
});

Deno.test("interactions and contact points go with their customer into a merge, and back", () => {
  const store = passingStore();
  const kim = someStaff(store, "kim");
  const [stays, goes] = [someCustomer(store, "김민수"), someCustomer(store, "김민슈")];
  const call = missedCall(store, "025551234", goes.id);
  noteOn(store, call, kim.id);
  openDraft(store, goes.id, kim.id, NOW);
  nameBehind(store, contactPoint("mail", "kim@example.com"), goes.id);
  const before = [interactions(store), store.get("SELECT customer_id AS it FROM contact_points")];
  const seen = (id: number) => ({ id, version: customerById(store, id)!.version });
  const order = { survivor: seen(stays.id), others: [seen(goes.id)], from: {} };
  const merge = mergeCustomers(store, order, CHANGE);
  const owners = store.all<{ it: number }>(
    `SELECT customer_id AS it FROM interactions UNION SELECT customer_id FROM consultations
     UNION SELECT customer_id FROM work
     UNION SELECT customer_id FROM contact_points WHERE kind = 'mail'`,
  ).map(({ it }) => it);
  deepEqual(owners, [stays.id]);
  // A note that is written meanwhile goes where its call goes.
  const later = saveDraft(
    store,
    { callId: call, staffId: someStaff(store, "lee").id, type: "", text: "뒤", version: 0 },
    NOW,
  );
  undoMerge(store, merge, CHANGE);
  deepEqual(
    [interactions(store), store.get("SELECT customer_id AS it FROM contact_points")],
    before,
  );
  const { customer_id } = store.get<{ customer_id: number }>(
    "SELECT customer_id FROM consultations WHERE id = ?",
    later.id,
  )!;
  equal(customer_id, goes.id);
});
