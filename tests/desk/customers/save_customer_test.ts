import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { NO_TEXTS } from "../../../lib/domain/customer_fields.ts";
import { changeCustomer } from "../../../lib/desk/customers/change_customer.ts";
import type { TypedCustomer } from "../../../lib/desk/customers/check_customer.ts";
import { registerCustomer } from "../../../lib/desk/customers/register_customer.ts";
import { callById } from "../../../lib/store/calls.ts";
import { customerById } from "../../../lib/store/customers.ts";
import { customersByNumber } from "../../../lib/store/customer_match.ts";
import { everyCustomer } from "../../../lib/store/export_rows.ts";
import { someCall } from "../../store/fixtures.ts";
import { DeskOffice, NOW } from "../desk_office.ts";

const NUMBER = "010-1234-5678";
const NORMAL = "01012345678";

function typed(change: Partial<TypedCustomer> = {}): TypedCustomer {
  return {
    ...{ ...NO_TEXTS, name: "이영희" },
    ...{ doNotCall: false, birthday: "", owner: "", version: "0" },
    custom: new Map(),
    numbers: [{ number: NUMBER, label: "" }],
    ...change,
  };
}

const silent = () => null;
const written = (change: Partial<TypedCustomer> = {}) => ({
  typed: typed(change),
  callId: null,
  importRow: null,
  answer: silent,
});

function register(office: DeskOffice, change: Partial<TypedCustomer> = {}): number {
  const saved = registerCustomer(office.desk("kim"), written(change));
  ok(saved.kind === "saved");
  return saved.value.customer.id;
}

Deno.test("whoever registers a customer during a call has linked the call to them", () => {
  using office = new DeskOffice();
  const callId = someCall(office.store);
  const saved = registerCustomer(office.desk("kim"), { ...written(), callId });
  ok(saved.kind === "saved");
  const { customer, call } = saved.value;
  deepEqual([customer.name, customer.changedAt, call?.id], ["이영희", NOW, callId]);
  equal(callById(office.store, callId)?.customerId, customer.id);
});

Deno.test("a number of somebody else's is asked about before anything is stored, and goes where it is said", () => {
  using office = new DeskOffice();
  const first = register(office);
  const desk = office.desk("kim");
  const asked = registerCustomer(desk, written({ name: "박지훈" }));
  ok(asked.kind === "owned");
  deepEqual(asked.owners.map(({ normal, owners }) => [normal, owners.map(({ id }) => id)]), [
    [NORMAL, [first]],
  ]);
  equal([...everyCustomer(office.store)].flat().length, 1);
  const owners = () => customersByNumber(office.store, NORMAL).map(({ name }) => name).sort();
  const keep = () => "keep" as const;
  equal(registerCustomer(desk, { ...written({ name: "박지훈" }), answer: keep }).kind, "saved");
  deepEqual(owners(), ["박지훈", "이영희"]);
  const move = () => "move" as const;
  equal(registerCustomer(desk, { ...written({ name: "최유진" }), answer: move }).kind, "saved");
  deepEqual(owners(), ["최유진"]);
});

Deno.test("what is wrong is told by field, and nothing is stored", () => {
  using office = new DeskOffice();
  const refused = registerCustomer(office.desk("kim"), written({ name: "" }));
  deepEqual(refused, {
    kind: "wrong",
    problems: { name: { code: "field.required", args: { field: "name" } } },
  });
  deepEqual([...everyCustomer(office.store)], []);
});

Deno.test("two who change one customer are told; the first one's change stays", () => {
  using office = new DeskOffice();
  const id = register(office);
  const version = String(customerById(office.store, id)!.version);
  const [kim, lee] = [office.desk("kim"), office.desk("lee")];
  const changed = changeCustomer(kim, id, written({ name: "이영숙", version }));
  ok(changed.kind === "saved");
  const late = changeCustomer(lee, id, written({ name: "이영자", version }));
  ok(late.kind === "conflict");
  equal(late.stored.name, "이영숙");
  equal(customerById(office.store, id)?.name, "이영숙");
  throws(() => changeCustomer(kim, 99, written()), { name: "NotFound" });
});
