import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { VISIBLE_CUSTOMER } from "../../lib/store/visible_customers.ts";
import { customerById, updateCustomer } from "../../lib/store/customers.ts";
import { customersByNumber } from "../../lib/store/customer_match.ts";
import { searchCustomers } from "../../lib/store/customer_search.ts";
import { everyCustomer } from "../../lib/store/export_rows.ts";
import { importById, moveImport } from "../../lib/store/imports.ts";
import { createConsultation } from "../../lib/store/consultations.ts";
import { lockImports } from "../../lib/store/import_lock.ts";
import { NOW, someCustomer, someStaff } from "../store/fixtures.ts";
import { countsOf, ImportOffice } from "./import_office.ts";

const TWO = "이름,회사,휴대폰\n김민수,한빛상사,010-1111-2222\n이영희,대성물산,010-3333-4444\n";

function names(office: ImportOffice): string[] {
  return [...everyCustomer(office.store)].flat().map(({ name }) => name);
}

Deno.test("the customers of a file are there, found by number and by name", async () => {
  await using office = await ImportOffice.open();
  const { state, outcome } = await office.import(TWO);
  deepEqual([state, countsOf(outcome)], ["done", [2, 0, 0, 0]]);
  const [kim] = customersByNumber(office.store, "01011112222");
  deepEqual([kim?.name, kim?.company, kim?.numbers[0]?.label], ["김민수", "한빛상사", "휴대"]);
  equal(searchCustomers(office.store, "영희", 5)[0]?.name, "이영희");
});

Deno.test("a preview writes nothing", async () => {
  await using office = await ImportOffice.open();
  const id = await office.upload(TWO);
  deepEqual(countsOf(await office.check(id, "skip")), [2, 0, 0, 0]);
  deepEqual(names(office), []);
});

for (
  const [rule, counts, memo, count] of [
    ["skip", [0, 0, 1, 0], "old", 1],
    ["update", [0, 1, 0, 0], "new", 1],
    ["fill", [0, 1, 0, 0], "old", 1],
    ["new", [1, 0, 0, 0], "old", 2],
  ] as const
) {
  Deno.test(`a customer who is there already, with the rule ${rule}`, async () => {
    await using office = await ImportOffice.open();
    await office.import("이름,휴대폰,비고\n김민수,010-1111-2222,old\n");
    const csv = "이름,휴대폰,비고,이메일\n김 민수,01011112222,new,kim@office.kr\n";
    const { outcome } = await office.import(csv, rule);
    deepEqual(countsOf(outcome), counts);
    const found = customersByNumber(office.store, "01011112222").toSorted((a, b) => a.id - b.id);
    equal(found.length, count);
    equal(found[0]?.memo, memo);
    equal(found[0]?.email, rule === "update" || rule === "fill" ? "kim@office.kr" : "");
  });
}

Deno.test("colleagues who share a number stay two customers", async () => {
  await using office = await ImportOffice.open();
  someCustomer(office.store, "박지훈", "02-555-1234");
  const { outcome } = await office.import("이름,전화번호\n최유진,02-555-1234\n", "update");
  deepEqual(countsOf(outcome), [1, 0, 0, 0]);
  deepEqual(names(office), ["박지훈", "최유진"]);
});

Deno.test("a row that says the customer's ID is about that customer", async () => {
  await using office = await ImportOffice.open();
  const { id } = someCustomer(office.store, "김민수", "010-1111-2222");
  const csv = "고객ID,이름\nC-000001,김철수\nC-000099,아무개\nK-7,누구\n";
  const { outcome } = await office.import(csv, "update");
  deepEqual(countsOf(outcome), [0, 1, 0, 2]);
  deepEqual(outcome?.problems.map(({ row, code }) => [row, code]), [[3, "code_unknown"], [
    4,
    "code",
  ]]);
  equal(customerById(office.store, id)?.name, "김철수");
});

Deno.test("a zero that Excel dropped comes back, and is told", async () => {
  await using office = await ImportOffice.open();
  const { outcome } = await office.import("이름,전화\n김,1012345678\n이,212345678\n박,15881234\n");
  equal(outcome?.restored, 2);
  const numbers = [...everyCustomer(office.store)].flat().map((one) => one.numbers[0]?.number);
  deepEqual(numbers, ["01012345678", "0212345678", "15881234"]);
});

Deno.test("a row that cannot be is refused with its column, value and reason; the others come", async () => {
  await using office = await ImportOffice.open();
  const long = "가".repeat(10_000);
  const csv = [
    "이름,휴대폰,이메일",
    `${long},010-1111-0001,`,
    "a\0b,010-1111-0002,",
    "김,전화없음,",
    "이,1.01235E+09,",
    "박,010-1111-0003,nomail",
    ",010-1111-0004,",
    '=cmd|"/C calc"!A0,010-1111-0005,',
    "<script>alert(1)</script>,010-1111-0006,",
    "😀 \u202Eanna,010-1111-0007,",
  ].join("\n");
  const { outcome } = await office.import(csv);
  deepEqual(countsOf(outcome), [3, 0, 0, 6]);
  deepEqual(outcome?.problems.map(({ row, heading, code }) => `${row} ${heading} ${code}`), [
    "2 이름 too_long",
    "3 이름 control",
    "4 휴대폰 number",
    "5 휴대폰 scientific",
    "6 이메일 email",
    "7  required",
  ]);
  ok(outcome.problems[0]!.value.length < 200);
});

Deno.test("nobody sees a customer of an import that is being written", async () => {
  await using office = await ImportOffice.open();
  const rows = Array.from({ length: 700 }, (_, i) => `손님${i},010-2222-${1000 + i}`);
  const id = await office.upload(`이름,휴대폰\n${rows.join("\n")}\n`);
  const seen: number[] = [];
  office.onProgress = () => {
    seen.push(customersByNumber(office.store, "01022221000").length);
    seen.push(searchCustomers(office.store, "손님", 5).length);
    seen.push(names(office).length);
  };
  await office.write(id);
  ok(seen.length > 3);
  deepEqual(seen.filter((count) => count > 0), []);
  equal(customersByNumber(office.store, "01022221000").length, 1);
});

Deno.test("an import that is cancelled leaves nothing behind", async () => {
  await using office = await ImportOffice.open();
  someCustomer(office.store, "먼저", "010-9999-0000");
  const rows = Array.from({ length: 700 }, (_, i) => `손님${i},010-2222-${1000 + i}`);
  const id = await office.upload(`이름,휴대폰\n${rows.join("\n")}\n`);
  office.onProgress = (done) => done >= 400 && office.cancel.abort();
  await rejects(() => office.write(id), { name: "AbortError" });
  deepEqual(names(office), ["먼저"]);
  deepEqual(office.store.get("SELECT count(*) AS n FROM customers"), count(1));
  deepEqual(importById(office.store, id)?.failure, { code: "cancelled", limit: 0 });
});

Deno.test("what a killed program left is taken away at the next start, the changes of a published one are made", async () => {
  await using office = await ImportOffice.open();
  const half = await office.import(TWO);
  moveImport(office.store, half.id, "done", "writing");
  await office.tidy();
  deepEqual(names(office), []);
  equal(importById(office.store, half.id)?.failure?.code, "interrupted");
  const published = await office.import(TWO);
  moveImport(office.store, published.id, "done", "publishing");
  await office.tidy();
  deepEqual([names(office).length, importById(office.store, published.id)?.state], [2, "done"]);
});

Deno.test("a start does not disturb an import of another process", async () => {
  await using office = await ImportOffice.open();
  const { id } = await office.import(TWO);
  moveImport(office.store, id, "done", "writing");
  const other = lockImports(office.folder.path);
  await office.tidy();
  equal(importById(office.store, id)?.state, "writing");
  const second = await office.upload(TWO);
  await rejects(() => office.write(second), { name: "JobFailure", code: "busy" });
  other?.release();
});

Deno.test("an import is taken back: its customers are gone, those it changed are as before", async () => {
  await using office = await ImportOffice.open();
  const before = someCustomer(office.store, "김민수", "010-1111-2222");
  const csv = "이름,휴대폰,비고\n김민수,010-1111-2222,VIP 고객\n이영희,010-3333-4444,\n";
  const { id, outcome } = await office.import(csv, "update");
  deepEqual(countsOf(outcome), [1, 1, 0, 0]);
  equal(customerById(office.store, before.id)?.memo, "VIP 고객");
  await office.undo(id);
  const after = customerById(office.store, before.id);
  deepEqual({ ...after, version: 0, changedAt: 0 }, { ...before, version: 0, changedAt: 0 });
  deepEqual(names(office), ["김민수"]);
  equal(searchCustomers(office.store, "이영희", 5).length, 0);
});

Deno.test("an import is not taken back once somebody has edited or written about its customers", async () => {
  await using office = await ImportOffice.open();
  const { id } = await office.import(TWO);
  const [kim] = customersByNumber(office.store, "01011112222");
  const [lee] = customersByNumber(office.store, "01033334444");
  updateCustomer(office.store, kim!.id, { ...kim!, memo: "edited" }, 1, { by: null, at: NOW });
  createConsultation(office.store, {
    ...{ callId: null, customerId: lee!.id, staffId: someStaff(office.store, "kim").id },
    ...{ type: "", text: "x", state: "done", callbackAt: null },
  }, NOW);
  await rejects(() => office.undo(id), { name: "JobFailure", code: "touched", limit: 2 });
  deepEqual(names(office).length, 2);
});

function count(n: number): unknown {
  return Object.assign(Object.create(null), { n });
}

Deno.test("the condition for customers who are seen names the states that hide", () => {
  equal(
    VISIBLE_CUSTOMER,
    "customers.batch_id NOT IN (SELECT id FROM imports WHERE state IN ('writing', 'removing'))",
  );
});
