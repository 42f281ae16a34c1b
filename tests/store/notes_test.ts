import { deepEqual, equal, throws } from "node:assert/strict";
import type { Consultation } from "../../lib/domain/consultation.ts";
import { linkCall } from "../../lib/store/call_customer.ts";
import {
  consultationsOfCall,
  createConsultation,
  lastConsultation,
  noteOf,
  unfinishedOf,
} from "../../lib/store/consultations.ts";
import type { Store } from "../../lib/store/database.ts";
import { offeredWords } from "../../lib/store/list_words.ts";
import { VersionConflict } from "../../lib/store/errors.ts";
import { completeConsultation, type Note, saveDraft } from "../../lib/store/notes.ts";
import { passingStore } from "../support/passing_store.ts";
import { NOW, planOf, someCall, someCustomer, someStaff } from "./fixtures.ts";

const DONE = { state: "done", callbackAt: null } as const;

/** An agent on a call of a customer, with an empty form. */
function atWork(): { store: Store; note: Note; customerId: number } {
  const store = passingStore();
  const staffId = someStaff(store, "kim").id;
  const callId = someCall(store);
  const customerId = someCustomer(store, "이영희").id;
  linkCall(store, callId, customerId, { by: staffId, at: NOW });
  return { store, customerId, note: { callId, staffId, type: "주문", text: "납기", version: 0 } };
}

Deno.test("the first saving makes a draft on the customer of the call, later ones change it", () => {
  const { store, note, customerId } = atWork();
  const made = saveDraft(store, note, NOW);
  deepEqual(made, {
    id: made.id,
    callId: note.callId,
    customerId,
    staffId: note.staffId,
    staffName: "kim-name",
    type: "주문",
    text: "납기",
    state: "draft",
    callbackAt: null,
    createdAt: NOW,
    changedAt: NOW,
    version: 1,
    revisions: 0,
    imported: false,
  });
  const changed = saveDraft(store, { ...note, text: "납기 확인", version: 1 }, NOW + 1);
  deepEqual(changed, { ...made, text: "납기 확인", changedAt: NOW + 1, version: 2 });
});

Deno.test("a tab that saves over another tab's words is shown them, and changes nothing", () => {
  const { store, note } = atWork();
  const stored = saveDraft(store, note, NOW);
  throws(
    () => saveDraft(store, { ...note, text: "other", version: 0 }, NOW),
    (error: VersionConflict<Consultation>) => {
      deepEqual(error.stored, stored);
      return error instanceof VersionConflict;
    },
  );
  deepEqual(noteOf(store, note.callId, note.staffId), stored);
});

Deno.test("a saving whose answer was lost may come again", () => {
  const { store, note } = atWork();
  const stored = saveDraft(store, note, NOW);
  deepEqual(saveDraft(store, note, NOW + 5), stored);
});

Deno.test("two agents on a transferred call have a note each", () => {
  const { store, note } = atWork();
  const lee = someStaff(store, "lee").id;
  saveDraft(store, note, NOW);
  saveDraft(store, { ...note, staffId: lee, text: "이어받음" }, NOW + 1);
  const texts = consultationsOfCall(store, note.callId).map((c) => [c.staffName, c.text]);
  deepEqual(texts, [["kim-name", "납기"], ["lee-name", "이어받음"]]);
});

Deno.test("a note on a call that is not there is refused", () => {
  const { store, note } = atWork();
  throws(() => saveDraft(store, { ...note, callId: 99 }, NOW), {
    name: "NotFound",
    message: "there is no call 99",
  });
});

Deno.test("a finished note says what is to become of it, and stays finished when it is mended", () => {
  const { store, note } = atWork();
  const callback = { state: "callback", callbackAt: NOW + 3_600_000 } as const;
  const promised = completeConsultation(store, note, callback, NOW);
  deepEqual([promised.state, promised.callbackAt], ["callback", NOW + 3_600_000]);
  const mended = saveDraft(store, { ...note, text: "x", version: promised.version }, NOW);
  deepEqual([mended.state, mended.callbackAt, mended.text], ["callback", NOW + 3_600_000, "x"]);
  const done = completeConsultation(store, { ...note, version: mended.version }, DONE, NOW);
  deepEqual([done.state, done.callbackAt, done.text], ["done", null, "납기"]);
});

Deno.test("a stale form cannot finish another tab's words", () => {
  const { store, note } = atWork();
  saveDraft(store, note, NOW);
  throws(() => completeConsultation(store, { ...note, text: "y" }, DONE, NOW), VersionConflict);
  equal(noteOf(store, note.callId, note.staffId)?.state, "draft");
});

Deno.test("unfinished work is one's own, what is done left out, the newest first", () => {
  const { store, note } = atWork();
  const other = { ...note, callId: someCall(store) };
  const done = { ...note, callId: someCall(store) };
  const lees = { ...note, staffId: someStaff(store, "lee").id };
  saveDraft(store, note, NOW);
  completeConsultation(store, other, { state: "open", callbackAt: null }, NOW + 1);
  completeConsultation(store, done, DONE, NOW + 2);
  saveDraft(store, lees, NOW + 3);
  const mine = unfinishedOf(store, note.staffId, 10);
  deepEqual(mine.map((c) => c.callId), [other.callId, note.callId]);
  const plan = planOf(store, (spy) => unfinishedOf(spy, note.staffId, 10)).join();
  equal(plan.includes("consultations_unfinished"), true);
});

Deno.test("the last consultation of a customer is the newest that is no draft", () => {
  const { store, note, customerId } = atWork();
  equal(lastConsultation(store, customerId), null);
  const without = { callId: null, customerId, staffId: note.staffId, callbackAt: null };
  for (const [text, at] of [["첫째", 1], ["둘째", 2]] as const) {
    createConsultation(store, { ...without, type: "", text, state: "done" }, NOW + at);
  }
  saveDraft(store, note, NOW + 3);
  equal(lastConsultation(store, customerId)?.text, "둘째");
  const plan = planOf(store, (spy) => lastConsultation(spy, customerId)).join();
  equal(plan.includes("consultations_by_customer") && !plan.includes("TEMP B-TREE"), true);
});

Deno.test("a new office has consultation types in their order", () => {
  const types = offeredWords(passingStore(), "type");
  deepEqual(types, ["주문", "문의", "배송", "교환·반품", "불만", "결제", "기타"]);
});
