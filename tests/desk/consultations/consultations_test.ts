import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { beginConsultation } from "../../../lib/desk/consultations/begin_consultation.ts";
import { mayChange, mayDiscard } from "../../../lib/desk/consultations/changeable_consultation.ts";
import type { TypedNote } from "../../../lib/desk/consultations/check_note.ts";
import { discardConsultation } from "../../../lib/desk/consultations/discard_consultation.ts";
import { keepTyped, saveConsultation } from "../../../lib/desk/consultations/write_consultation.ts";
import { consultationById, requireConsultation } from "../../../lib/store/consultations.ts";
import { someCustomer } from "../../store/fixtures.ts";
import { DeskOffice } from "../desk_office.ts";

const typed = (version: number, change: Partial<TypedNote> = {}): TypedNote => ({
  ...{ type: "", text: "글", state: "done", callbackAt: null, version: String(version) },
  ...change,
});

/** Kim's draft with a customer; its ID. */
function drafted(office: DeskOffice): number {
  const customer = someCustomer(office.store, "이영희");
  return beginConsultation(office.desk("kim"), customer.id).id;
}

function save(office: DeskOffice, login: string, id: number, change: Partial<TypedNote> = {}) {
  const { version } = requireConsultation(office.store, id);
  return saveConsultation(office.desk(login), id, typed(version, change));
}

const NOT_YOURS = { name: "NotYours", code: "consultation.not_yours" };

Deno.test("a consultation without a call is a draft of its writer from its first moment, once while it is empty", () => {
  using office = new DeskOffice();
  const id = drafted(office);
  const { customerId, staffName, state } = requireConsultation(office.store, id);
  deepEqual([staffName, state], ["kim-name", "draft"]);
  equal(beginConsultation(office.desk("kim"), customerId!).id, id);
  equal(beginConsultation(office.desk("lee"), customerId!).id === id, false);
  throws(() => beginConsultation(office.desk("kim"), 99), { name: "NotFound" });
});

Deno.test("a draft is its writer's alone; what is saved, those may correct who correct others'", () => {
  using office = new DeskOffice();
  const id = drafted(office);
  const may = () =>
    ["kim", "lee", "super"].filter((login) =>
      mayChange(office.desk(login), requireConsultation(office.store, id))
    );
  deepEqual(may(), ["kim"]);
  throws(() => save(office, "super", id), NOT_YOURS);
  equal(save(office, "kim", id).kind, "saved");
  deepEqual(may(), ["kim", "super"]);
  for (const write of [keepTyped, saveConsultation]) {
    throws(() => write(office.desk("lee"), id, typed(1)), NOT_YOURS);
  }
  const corrected = save(office, "super", id, { text: "고친 글" });
  ok(corrected.kind === "saved");
  deepEqual([corrected.value.text, corrected.value.staffName], ["고친 글", "kim-name"]);
  throws(() => keepTyped(office.desk("kim"), 99, typed(1)), { name: "NotFound" });
});

Deno.test("two who correct one consultation are told; the first one's words stay", () => {
  using office = new DeskOffice();
  const id = drafted(office);
  save(office, "kim", id);
  const { version } = requireConsultation(office.store, id);
  equal(keepTyped(office.desk("super"), id, typed(version, { text: "감독" })).kind, "saved");
  const late = saveConsultation(office.desk("kim"), id, typed(version, { text: "김" }));
  ok(late.kind === "conflict");
  equal(late.stored.text, "감독");
  const wrong = saveConsultation(office.desk("kim"), id, typed(version, { state: "callback" }));
  ok(wrong.kind === "wrong");
  deepEqual(wrong.problems, { callbackAt: { code: "field.callback_required", args: {} } });
  equal(wrong.stored?.text, "감독");
});

Deno.test("the words of a promise that is due already are corrected, and its time stays as it is", () => {
  using office = new DeskOffice();
  const id = drafted(office);
  const callbackAt = office.now + 90_500;
  const promise = { state: "callback", callbackAt };
  equal(save(office, "kim", id, promise).kind, "saved");
  office.now += 3_600_000;
  const past = { callbackAt: { code: "field.callback_past", args: {} } };
  const earlier = save(office, "kim", id, { ...promise, callbackAt: callbackAt - 60_000 });
  ok(earlier.kind === "wrong");
  deepEqual(earlier.problems, past);
  // A form knows no seconds.
  const shown = Math.floor(callbackAt / 60_000) * 60_000;
  const corrected = save(office, "kim", id, { ...promise, text: "고친 글", callbackAt: shown });
  ok(corrected.kind === "saved");
  const { text, state, callbackAt: at } = corrected.value;
  deepEqual([text, state, at], ["고친 글", "callback", callbackAt]);
  // What a draft says is no promise yet.
  const draft = drafted(office);
  keepTyped(
    office.desk("kim"),
    draft,
    typed(requireConsultation(office.store, draft).version, promise),
  );
  const late = save(office, "kim", draft, promise);
  ok(late.kind === "wrong");
  deepEqual(late.problems, past);
});

Deno.test("a draft is thrown away by its writer; what was saved stays", () => {
  using office = new DeskOffice();
  const id = drafted(office);
  throws(() => discardConsultation(office.desk("lee"), id), NOT_YOURS);
  const discards = () => mayDiscard(office.desk("kim"), requireConsultation(office.store, id));
  equal(discards(), true);
  save(office, "kim", id);
  equal(discards(), false);
  deepEqual(discardConsultation(office.desk("kim"), id), {
    ok: false,
    problems: { form: { code: "consultation.saved", args: {} } },
  });
  const draft = drafted(office);
  ok(discardConsultation(office.desk("kim"), draft).ok);
  equal(consultationById(office.store, draft), null);
});
