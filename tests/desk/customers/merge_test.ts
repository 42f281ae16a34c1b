import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { linkCall } from "../../../lib/desk/calls/link_call.ts";
import { mergeCustomers, MOST_MERGED } from "../../../lib/desk/customers/merge_customers.ts";
import { sayDifferent } from "../../../lib/desk/customers/say_different.ts";
import { undoMerge } from "../../../lib/desk/customers/undo_merge.ts";
import { changeWork } from "../../../lib/desk/work/change_work.ts";
import { createTask } from "../../../lib/desk/work/create_task.ts";
import { callById } from "../../../lib/store/calls.ts";
import { createConsultation } from "../../../lib/store/consultations.ts";
import { customerById } from "../../../lib/store/customers.ts";
import { latestMerges } from "../../../lib/store/merge/merge_list.ts";
import { followMissed } from "../../../lib/store/work/missed_callers.ts";
import { openWorkWith } from "../../../lib/store/work/work_list.ts";
import { workById } from "../../../lib/store/work/work_row.ts";
import { someCall, someCustomer } from "../../store/fixtures.ts";
import { DeskOffice, NOW } from "../desk_office.ts";

const HOUR_MS = 3_600_000;
const byNumber = (one: number, other: number) => one - other;

const refused = (code: string) => ({ ok: false, problems: { form: { code, args: {} } } });

Deno.test("customers become one with the chosen fields, and several again", () => {
  using office = new DeskOffice();
  const { store } = office;
  const [one, two] = [someCustomer(store, "이영희"), someCustomer(store, "이 영희")];
  const seen = [one, two].map(({ id, version }) => ({ id, version }));
  const desk = office.desk("super");
  const merged = mergeCustomers(desk, { survivor: one.id, seen, from: { name: two.id, memo: 99 } });
  deepEqual(merged, { ok: true, value: one.id });
  equal(customerById(store, one.id)?.name, "이 영희");
  deepEqual(mergeCustomers(desk, { survivor: one.id, seen, from: {} }), refused("merge.changed"));
  const [merge] = latestMerges(store, 1);
  const undone = undoMerge(desk, merge!.id);
  ok(undone.ok);
  deepEqual(undone.value, [two.id]);
  deepEqual(undoMerge(desk, merge!.id), refused("merge.not_undone_undone"));
  throws(() => undoMerge(desk, 99), { name: "NotFound" });
});

Deno.test("what is to be done with each goes along when they become one, and comes back as it is by then", () => {
  using office = new DeskOffice();
  const { store } = office;
  const [one, two] = [someCustomer(store, "이영희"), someCustomer(store, "이 영희")];
  const workOf = ({ id }: typeof one) => openWorkWith(store, id, 9).map((work) => work.id);
  const [ofOne, ofTwo] = [one, two].map((customer, index) => {
    const call = someCall(store, {
      number: `0255500${index}0`,
      outcome: "missed",
      answeredAt: null,
    });
    linkCall(office.desk("kim"), call, customer.id);
    followMissed(store, callById(store, call)!);
    createConsultation(store, {
      ...{ callId: null, customerId: customer.id, type: "", text: "납기" },
      ...{ staffId: office.staff("kim").id, state: "callback", callbackAt: NOW + HOUR_MS },
    }, NOW);
    const typed = { subject: "견적서", text: "", staff: "", dueAt: NOW + 2 * HOUR_MS };
    ok(createTask(office.desk("kim"), typed, { customerId: customer.id, callId: null }).ok);
    return workOf(customer);
  }) as [number[], number[]];
  deepEqual([ofOne.length, ofTwo.length], [3, 3]);
  const seen = [one, two].map(({ id, version }) => ({ id, version }));
  const desk = office.desk("super");
  ok(mergeCustomers(desk, { survivor: one.id, seen, from: {} }).ok);
  deepEqual(workOf(one).toSorted(byNumber), [...ofOne, ...ofTwo].toSorted(byNumber));
  ok(changeWork(office.desk("lee"), ofTwo[2]!, "take").ok);
  ok(changeWork(office.desk("kim"), ofTwo[1]!, "finish").ok);
  ok(undoMerge(desk, latestMerges(store, 1)[0]!.id).ok);
  deepEqual([workOf(one), workOf(two)], [ofOne, [ofTwo[0], ofTwo[2]]]);
  equal(workById(store, ofTwo[2]!)?.staffName, "lee-name");
  equal(workById(store, ofTwo[1]!)?.customer?.id, two.id, "what was done was done for them");
});

Deno.test("what is no choice of customers is refused, and so is one that is gone", () => {
  using office = new DeskOffice();
  const desk = office.desk("super");
  const customers = Array.from(
    { length: MOST_MERGED + 1 },
    (_, index) => someCustomer(office.store, `손님 ${index}`),
  );
  const seen = customers.map(({ id, version }) => ({ id, version }));
  const [one, two] = seen as [typeof seen[0], typeof seen[0]];
  const choices = [
    { survivor: null, seen: [one, two] },
    { survivor: one.id, seen: [one] },
    { survivor: one.id, seen: [one, two, two] },
    { survivor: one.id, seen: [one, two, { id: null, version: 0 }] },
    { survivor: seen[2]!.id, seen: [one, two] },
    { survivor: one.id, seen },
  ];
  for (const choice of choices) {
    deepEqual(mergeCustomers(desk, { ...choice, from: {} }), refused("merge.choose"));
  }
  const gone = { survivor: one.id, seen: [one, { id: 999, version: 1 }], from: {} };
  deepEqual(mergeCustomers(desk, gone), refused("merge.gone"));
  deepEqual(latestMerges(office.store, 1), []);
});

Deno.test("an agent merges nobody", () => {
  using office = new DeskOffice();
  const desk = office.desk("kim");
  const typed = { survivor: 1, seen: [], from: {} };
  const error = { name: "NotPermitted", message: /expected the permission customers\.merge$/ };
  throws(() => mergeCustomers(desk, typed), error);
  throws(() => undoMerge(desk, 1), error);
  throws(() => sayDifferent(desk, [], []), error);
});
