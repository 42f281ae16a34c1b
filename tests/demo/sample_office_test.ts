import assert from "node:assert/strict";
import { sampleOffice } from "../../lib/demo/sample_office.ts";
import { normalNumber } from "../../lib/domain/phone_number.ts";
import { DIALECT_416 } from "../../lib/switches/pbx416/dialect/dialect_416.ts";

const OFFICE = sampleOffice();

Deno.test("the same seed gives the same office, another one another", () => {
  assert.deepEqual(sampleOffice(), OFFICE);
  assert.notDeepEqual(sampleOffice(1).customers, OFFICE.customers);
  assert.equal(sampleOffice(1, 25).customers.length, 25);
});

Deno.test("every customer has a name and numbers that can be dialled, each once", () => {
  for (const { name, numbers } of OFFICE.customers) {
    assert.notEqual(name.trim(), "");
    assert.ok(numbers.length > 0);
    const normal = numbers.map(({ number }) => normalNumber(number));
    assert.equal(new Set(normal).size, normal.length, name);
    assert.ok(numbers.every(({ number, label }) => normalNumber(number) !== null && label !== ""));
  }
});

Deno.test("what real customers have is there: shared numbers, warnings, grades, long names, several numbers", () => {
  const { customers } = OFFICE;
  const owners = new Map<string, number>();
  for (const { number } of customers.flatMap(({ numbers }) => numbers)) {
    owners.set(number, (owners.get(number) ?? 0) + 1);
  }
  assert.ok([...owners.values()].filter((count) => count > 1).length > 20);
  assert.ok(customers.filter(({ warning }) => warning !== "").length > 10);
  assert.ok(customers.filter(({ grade }) => grade === "VIP").length > 10);
  assert.ok(customers.filter(({ memo }) => memo !== "").length > 50);
  assert.ok(customers.filter(({ company }) => company === "").length > 50);
  assert.ok(customers.filter(({ numbers }) => numbers.length > 1).length > 100);
  assert.ok(customers.some(({ company }) => company.length > 25));
});

Deno.test("nobody's mail is real", () => {
  for (const { email } of OFFICE.customers) assert.match(email, /^(|customer\d+@example\.com)$/);
});

Deno.test("staff have different logins, and extensions of the switch, each at most one", () => {
  const logins = OFFICE.staff.map(({ login }) => login);
  assert.equal(new Set(logins).size, logins.length);
  const extensions = OFFICE.staff.flatMap(({ extension }) => extension ?? []);
  assert.equal(new Set(extensions).size, extensions.length);
  for (const extension of extensions) assert.ok(DIALECT_416.extensions.includes(extension));
  assert.deepEqual(
    new Set(OFFICE.staff.map(({ role }) => role)),
    new Set(["agent", "supervisor", "admin"]),
  );
});

Deno.test("consultations are by agents with customers, the oldest first, and only fresh ones are open", () => {
  const { consultations, customers, staff } = OFFICE;
  assert.ok(consultations.length > 400);
  consultations.forEach((one, i) => {
    assert.ok(customers[one.customer] !== undefined);
    assert.equal(staff.find(({ login }) => login === one.staff)?.role, "agent");
    assert.ok(one.minutesAgo <= (consultations[i - 1]?.minutesAgo ?? Infinity));
    assert.ok(one.minutesAgo > 60 && one.talkSeconds >= 20);
    assert.match(one.text, /^[^#*]{5,}$/);
    assert.equal(one.callbackInMinutes !== null, one.state === "callback");
    if (one.state !== "done") assert.ok(one.minutesAgo < 5 * 1440);
  });
  for (const state of ["done", "open", "callback"]) {
    assert.ok(consultations.some((one) => one.state === state), state);
  }
});

Deno.test("consultation types are those of a new database", () => {
  const sql = Deno.readTextFileSync(
    new URL("../../lib/store/migrations/0001_start.sql", import.meta.url),
  );
  for (const { type } of OFFICE.consultations) assert.ok(sql.includes(`('${type}',`), type);
});

Deno.test("the known callers are digits of the wire, each once", () => {
  assert.ok(OFFICE.callers.length > 300);
  assert.equal(new Set(OFFICE.callers).size, OFFICE.callers.length);
  for (const number of OFFICE.callers) assert.match(number, /^[0-9]{8,12}$/);
});
