import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { linkCall } from "../../../lib/desk/calls/link_call.ts";
import { keepNote } from "../../../lib/desk/consultations/note_on_call.ts";
import { callById } from "../../../lib/store/calls.ts";
import { noteOf } from "../../../lib/store/consultations.ts";
import { someCall, someCustomer } from "../../store/fixtures.ts";
import { DeskOffice } from "../desk_office.ts";

Deno.test("anybody of the staff says whose call it was, or that it is nobody's known; the notes go along", () => {
  using office = new DeskOffice();
  const id = someCall(office.store);
  const customer = someCustomer(office.store, "이영희");
  const note = { type: "", text: "글", state: "", callbackAt: null, version: "0" };
  keepNote(office.desk("kim"), id, note);
  const customers = () => [
    callById(office.store, id)?.customerId,
    noteOf(office.store, id, office.staff("kim").id)?.customerId,
  ];
  const linked = linkCall(office.desk("lee"), id, customer.id);
  ok(linked.ok);
  deepEqual([linked.value.customerId, linked.value.match], [customer.id, "chosen"]);
  deepEqual(customers(), [customer.id, customer.id]);
  ok(linkCall(office.desk("super"), id, null).ok);
  deepEqual(customers(), [null, null]);
});

Deno.test("a customer that there is not is told by its field, a call that there is not is no call", () => {
  using office = new DeskOffice();
  const id = someCall(office.store);
  deepEqual(linkCall(office.desk("kim"), id, 99), {
    ok: false,
    problems: { customer: { code: "field.customer_unknown", args: {} } },
  });
  equal(callById(office.store, id)?.customerId, null);
  throws(() => linkCall(office.desk("kim"), 99, null), { name: "NotFound" });
});
