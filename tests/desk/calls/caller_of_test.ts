import { deepEqual, equal, ok } from "node:assert/strict";
import { callerOf } from "../../../lib/desk/calls/caller_of.ts";
import { linkCall } from "../../../lib/desk/calls/link_call.ts";
import type { CallCourse } from "../../../lib/domain/call.ts";
import { callById } from "../../../lib/store/calls.ts";
import { someCall, someCustomer } from "../../store/fixtures.ts";
import { DeskOffice } from "../desk_office.ts";

const NUMBER = "010-1234-5678";

const caller = (office: DeskOffice, id: number) =>
  callerOf(office.store, callById(office.store, id)!);

Deno.test("who shares a number is a candidate, and who was chosen is the caller from then on, and the first one next time", () => {
  using office = new DeskOffice();
  const [one, two] = [
    someCustomer(office.store, "가", NUMBER),
    someCustomer(office.store, "나", NUMBER),
  ];
  const id = someCall(office.store);
  const candidates = (call: number) => {
    const who = caller(office, call);
    return who.kind === "several" &&
      who.candidates.map(({ customer, chosenBefore }) => [customer.id, chosenBefore]);
  };
  deepEqual(candidates(id), [[one.id, false], [two.id, false]]);
  ok(linkCall(office.desk("kim"), id, two.id).ok);
  const who = caller(office, id);
  deepEqual(who.kind === "customer" && [who.customer.id, who.match], [two.id, "chosen"]);
  deepEqual(candidates(someCall(office.store)), [[two.id, true], [one.id, false]]);
});

Deno.test("one customer who was taken off the call is a candidate again, and no fact", () => {
  using office = new DeskOffice();
  const customer = someCustomer(office.store, "이영희", NUMBER);
  const id = someCall(office.store);
  linkCall(office.desk("kim"), id, customer.id);
  linkCall(office.desk("kim"), id, null);
  equal(caller(office, id).kind, "several");
});

Deno.test("a call without a number is nobody's, a new number is unknown, and colleagues are no customers", () => {
  using office = new DeskOffice();
  someCustomer(office.store, "이영희", NUMBER);
  const kind = (course: Partial<CallCourse>) => caller(office, someCall(office.store, course)).kind;
  equal(kind({ number: null, reason: "withheld" }), "withheld");
  equal(kind({ number: "025551234" }), "none");
  equal(kind({ direction: "internal", number: "01012345678" }), "inside");
});
