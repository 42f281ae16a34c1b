import { deepEqual, equal, throws } from "node:assert/strict";
import { settle, typeInto } from "../../lib/store/consultation_changes.ts";
import { discardDraft, openDraft } from "../../lib/store/consultation_drafts.ts";
import { revisionsOf } from "../../lib/store/consultation_revisions.ts";
import {
  consultationById,
  createConsultation,
  requireConsultation,
} from "../../lib/store/consultations.ts";
import { VersionConflict } from "../../lib/store/errors.ts";
import {
  agentsToRemind,
  dueReminders,
  nextReminderAt,
  putReminderAway,
} from "../../lib/store/reminders.ts";
import { passingStore } from "../support/passing_store.ts";
import { NOW, planOf, someCustomer, someStaff } from "./fixtures.ts";

const DONE = { state: "done", callbackAt: null } as const;

/** A finished consultation without a call, and two people who may correct it. */
function finished() {
  const store = passingStore();
  const kim = someStaff(store, "kim").id;
  const lee = someStaff(store, "lee").id;
  const customerId = someCustomer(store, "이영희").id;
  const draft = openDraft(store, customerId, kim, NOW);
  const typed = { type: "주문", text: "첫째", version: draft.version };
  const { id } = settle(store, draft.id, typed, DONE, { by: kim, at: NOW });
  const version = () => requireConsultation(store, id).version;
  const type = (text: string, by = kim) =>
    typeInto(store, id, { type: "주문", text, version: version() }, { by, at: NOW + 1 });
  const save = (text: string, by = kim) =>
    settle(store, id, { type: "주문", text, version: version() }, DONE, { by, at: NOW + 2 });
  const before = () => revisionsOf(store, id).map((one) => [one.text, one.writtenBy]);
  return { store, kim, lee, customerId, id, type, save, before };
}

Deno.test("a consultation that is written for the first time has nothing before it", () => {
  const { before } = finished();
  deepEqual(before(), []);
});

Deno.test("correcting keeps what stood before, once however often the correction saved itself", () => {
  const { type, save, before, store, id } = finished();
  type("둘");
  type("둘째");
  deepEqual(before(), [["첫째", "kim-name"]]);
  save("둘째!");
  deepEqual(before(), [["첫째", "kim-name"]]);
  save("셋째");
  deepEqual(before(), [["둘째!", "kim-name"], ["첫째", "kim-name"]]);
  equal(requireConsultation(store, id).text, "셋째");
});

Deno.test("what somebody else half typed is kept too", () => {
  const { type, before, lee } = finished();
  type("김의 절반");
  type("이의 말", lee);
  deepEqual(before(), [["김의 절반", "kim-name"], ["첫째", "kim-name"]]);
});

Deno.test("one that was made finished keeps what stood in it once", () => {
  const { store, kim, customerId } = finished();
  const whole = { callId: null, customerId, staffId: kim, type: "", text: "옛 기록" };
  const { id } = createConsultation(store, { ...whole, ...DONE }, NOW);
  store.run("UPDATE consultations SET settled_version = NULL WHERE id = ?", id);
  typeInto(store, id, { type: "", text: "옛", version: 1 }, { by: kim, at: NOW });
  typeInto(store, id, { type: "", text: "옛 기록 고침", version: 2 }, { by: kim, at: NOW });
  deepEqual(revisionsOf(store, id).map((one) => one.text), ["옛 기록"]);
});

Deno.test("saving the same again changes nothing", () => {
  const { save, before, store, id } = finished();
  const stored = requireConsultation(store, id);
  deepEqual(save("첫째"), stored);
  deepEqual(before(), []);
});

Deno.test("a change of the state alone keeps the state that was", () => {
  const { store, id, kim } = finished();
  const callback = { state: "callback", callbackAt: NOW + 1000 } as const;
  const typed = { type: "주문", text: "첫째", version: requireConsultation(store, id).version };
  settle(store, id, typed, callback, { by: kim, at: NOW });
  deepEqual(revisionsOf(store, id).map((one) => one.state), ["done"]);
});

Deno.test("who corrects an old version is shown the new one", () => {
  const { store, id, type, lee } = finished();
  type("새 글");
  const old = { type: "주문", text: "옛 글", version: 1 };
  throws(() => settle(store, id, old, DONE, { by: lee, at: NOW }), VersionConflict);
  equal(requireConsultation(store, id).text, "새 글");
});

Deno.test("a search is told of a correction", () => {
  const { store, id, save } = finished();
  store.run("DELETE FROM note_queue");
  save("고친 글");
  deepEqual(
    store.all("SELECT consultation_id AS id FROM note_queue").map((r) => ({ ...r as object })),
    [
      { id },
    ],
  );
});

Deno.test("one empty draft for a customer is enough", () => {
  const { store, customerId, kim, lee } = finished();
  const first = openDraft(store, customerId, kim, NOW);
  equal(openDraft(store, customerId, kim, NOW + 1).id, first.id);
  equal(openDraft(store, customerId, lee, NOW).id === first.id, false);
  typeInto(store, first.id, { type: "", text: "x", version: 1 }, { by: kim, at: NOW });
  equal(openDraft(store, customerId, kim, NOW).id === first.id, false);
});

Deno.test("a draft is thrown away, what was saved is not", () => {
  const { store, customerId, kim, id } = finished();
  const draft = openDraft(store, customerId, kim, NOW);
  equal(discardDraft(store, draft.id, Date.now()), true);
  equal(consultationById(store, draft.id), null);
  equal(discardDraft(store, id, Date.now()), false);
  equal(consultationById(store, id)?.text, "첫째");
});

Deno.test("a promised call is due from its minute on, until its reminder is put away", () => {
  const { store, id, kim, lee } = finished();
  const at = NOW + 60_000;
  const typed = { type: "주문", text: "첫째", version: requireConsultation(store, id).version };
  settle(store, id, typed, { state: "callback", callbackAt: at }, { by: kim, at: NOW });
  equal(nextReminderAt(store, NOW), at);
  equal(nextReminderAt(store, at), null);
  deepEqual(dueReminders(store, kim, at - 1, 5), []);
  deepEqual(dueReminders(store, kim, at, 5).map((one) => one.consultationId), [id]);
  deepEqual(dueReminders(store, lee, at, 5), []);
  deepEqual(agentsToRemind(store, NOW, at), [kim]);
  deepEqual(agentsToRemind(store, at, at + 1), []);
  putReminderAway(store, dueReminders(store, kim, at, 5)[0]!.id, at);
  deepEqual(dueReminders(store, kim, at, 5), []);
  equal(requireConsultation(store, id).state, "callback");
});

Deno.test("a promise that is put off reminds again", () => {
  const { store, id, kim } = finished();
  const promise = (callbackAt: number) => {
    const typed = { type: "주문", text: "첫째", version: requireConsultation(store, id).version };
    settle(store, id, typed, { state: "callback", callbackAt }, { by: kim, at: NOW });
  };
  promise(NOW + 1);
  putReminderAway(store, dueReminders(store, kim, NOW + 2, 5)[0]!.id, NOW + 2);
  promise(NOW + 5);
  deepEqual(dueReminders(store, kim, NOW + 5, 5).map((one) => one.consultationId), [id]);
});

Deno.test("reminders are found by index", () => {
  const { store, kim } = finished();
  const plan = [
    ...planOf(store, (spy) => nextReminderAt(spy, NOW)),
    ...planOf(store, (spy) => agentsToRemind(spy, NOW, NOW)),
    ...planOf(store, (spy) => dueReminders(spy, kim, NOW, 5)),
  ];
  equal(plan.filter((step) => step.startsWith("SCAN")).join(), "");
});
