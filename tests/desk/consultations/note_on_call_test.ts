import { deepEqual, equal, ok, throws } from "node:assert/strict";
import type { TypedNote } from "../../../lib/desk/consultations/check_note.ts";
import { keepNote, saveNote } from "../../../lib/desk/consultations/note_on_call.ts";
import { noteOf } from "../../../lib/store/consultations.ts";
import { someCall } from "../../store/fixtures.ts";
import { DeskOffice, NOW } from "../desk_office.ts";

const typed = (change: Partial<TypedNote> = {}): TypedNote => ({
  ...{ type: "문의", text: "납기 문의", state: "", callbackAt: null, version: "0" },
  ...change,
});

const MINUTE_MS = 60_000;

Deno.test("what is typed about one's own call is kept as a draft, and saved with what is to become of it", () => {
  using office = new DeskOffice();
  const id = someCall(office.store);
  const desk = office.desk("kim");
  const kept = keepNote(desk, id, typed());
  ok(kept.kind === "saved");
  const { state, text, callId, staffName, changedAt, version } = kept.value;
  deepEqual([state, text, callId, staffName, changedAt], [
    ...["draft", "납기 문의", id, "kim-name", NOW],
  ]);
  const callbackAt = NOW + 60 * MINUTE_MS;
  const promised = typed({ state: "callback", callbackAt, version: String(version) });
  const saved = saveNote(desk, id, promised);
  ok(saved.kind === "saved");
  deepEqual([saved.value.state, saved.value.callbackAt], ["callback", callbackAt]);
});

Deno.test("a moment that is chosen while it is typed is kept with the draft, and one that is none is not yet wrong", () => {
  using office = new DeskOffice();
  const id = someCall(office.store);
  const kept = (callbackAt: TypedNote["callbackAt"], version: number) => {
    const note = typed({ state: "callback", callbackAt, version: String(version) });
    const outcome = keepNote(office.desk("kim"), id, note);
    return outcome.kind === "saved" ? outcome.value.callbackAt : outcome.kind;
  };
  equal(kept("wrong", 0), null);
  equal(kept(NOW + MINUTE_MS, 1), NOW + MINUTE_MS);
});

Deno.test("everything that is wrong with a note is told at once, by field, and nothing is stored", () => {
  using office = new DeskOffice();
  const id = someCall(office.store);
  const wrong = (change: Partial<TypedNote>) => {
    const saved = saveNote(office.desk("kim"), id, typed(change));
    ok(saved.kind === "wrong");
    equal(saved.stored, null);
    return Object.entries(saved.problems).map(([field, { code }]) => [field, code]);
  };
  deepEqual(wrong({ type: "없는 유형", text: "가".repeat(20_001), state: "gone" }), [
    ["type", "field.type_unknown"],
    ["text", "field.too_long"],
    ["state", "field.state_unknown"],
  ]);
  const callback = (callbackAt: TypedNote["callbackAt"]) =>
    wrong({ state: "callback", callbackAt });
  deepEqual(callback(null), [["callbackAt", "field.callback_required"]]);
  deepEqual(callback("wrong"), [["callbackAt", "field.callback_invalid"]]);
  deepEqual(callback(NOW - 6 * MINUTE_MS), [["callbackAt", "field.callback_past"]]);
  equal(noteOf(office.store, id, office.staff("kim").id), null);
  const clockBehind = typed({ state: "callback", callbackAt: NOW - 4 * MINUTE_MS });
  equal(saveNote(office.desk("kim"), id, clockBehind).kind, "saved");
});

Deno.test("who types over another tab's words is shown these, and nothing is lost", () => {
  using office = new DeskOffice();
  const id = someCall(office.store);
  const desk = office.desk("kim");
  equal(keepNote(desk, id, typed({ text: "첫째 탭" })).kind, "saved");
  for (const write of [keepNote, saveNote]) {
    const late = write(desk, id, typed({ text: "둘째 탭", state: "done" }));
    ok(late.kind === "conflict");
    equal(late.stored.text, "첫째 탭");
  }
  // Its answer was lost, and it comes again.
  equal(keepNote(desk, id, typed({ text: "첫째 탭" })).kind, "saved");
});

Deno.test("nobody writes a note on a call that was not at an extension of theirs, nor on none", () => {
  using office = new DeskOffice();
  const id = someCall(office.store);
  for (const login of ["lee", "super", "admin"]) {
    throws(() => keepNote(office.desk(login), id, typed()), {
      name: "NotYours",
      message: `call ${id} is not ${login}'s`,
      code: "call.not_yours",
    });
  }
  throws(() => saveNote(office.desk("kim"), 99, typed({ state: "done" })), { name: "NotFound" });
});
