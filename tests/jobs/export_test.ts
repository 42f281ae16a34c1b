import { deepEqual, equal, ok } from "node:assert/strict";
import { exportRows } from "../../lib/jobs/export/export_rows.ts";
import type { ExportRequest } from "../../lib/jobs/export/request.ts";
import { passingStore } from "../support/passing_store.ts";
import { workbookRows } from "../support/workbook_rows.ts";
import { createConsultation } from "../../lib/store/consultations.ts";
import { createCustomer } from "../../lib/store/customers.ts";
import type { Store } from "../../lib/store/database.ts";
import { indexWaiting } from "../../lib/store/search_index.ts";
import { NOBODY, NOW, someCall, someStaff } from "../store/fixtures.ts";
import { countsOf, ImportOffice } from "./import_office.ts";

const ALL: ExportRequest = {
  what: "customers",
  format: "csv",
  headings: "words",
  language: "ko",
  timeZone: "Asia/Seoul",
  query: {},
};

async function bytesOf(store: Store, request: Partial<ExportRequest>): Promise<Uint8Array> {
  const stream = exportRows(store, { ...ALL, ...request });
  return new Uint8Array(await new Response(stream as BodyInit).arrayBuffer());
}

async function textOf(store: Store, request: Partial<ExportRequest>): Promise<string> {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await bytesOf(store, request));
}

function officeOf(...names: string[]): Store {
  const store = passingStore();
  for (const [index, name] of names.entries()) {
    const numbers = [`010-1111-${2000 + index}`, "02-555-1234"]
      .map((number) => ({ number, label: "" }));
    createCustomer(store, { ...NOBODY, name, numbers }, { by: null, at: NOW });
  }
  return store;
}

Deno.test("a CSV file has Excel's mark, a person's headings, numbers that stay text, the office's time", async () => {
  using store = disposable(officeOf("김민수"));
  const [head, row] = (await textOf(store.it, {})).split("\n");
  ok(head!.startsWith("\uFEFF고객ID,이름,회사,부서,직함,전화번호,전화번호 2,"));
  ok(row!.startsWith("C-000001,김민수,,,,010-1111-2000,02-555-1234,"), row);
  ok(row!.endsWith(",2026-11-21 18:00:00,2026-11-21 18:00:00"), row);
});

Deno.test("no cell of a CSV file is a formula, whatever a customer is called", async () => {
  using store = disposable(officeOf('=cmd|"/C calc"!A0', "+82", "-1", "@SUM(A1)", "\tx"));
  const text = await textOf(store.it, {});
  for (const line of text.split("\n").slice(1, 6)) {
    ok(/^C-00000\d,("?)'/.test(line), line);
  }
});

Deno.test("a workbook has texts, not formulas, times as times, and headings in the person's language", async () => {
  using store = disposable(officeOf("=1+1"));
  const rows = [];
  for await (
    const { cells } of workbookRows(await bytesOf(store.it, { format: "xlsx", language: "en" }))
  ) {
    rows.push(cells);
  }
  deepEqual(rows[0]?.slice(0, 2), ["Customer ID", "Name"]);
  deepEqual([rows[1]?.[1], rows[1]?.[5]], ["=1+1", "010-1111-2000"]);
  deepEqual(rows[1]?.at(-1), new Date("2026-11-21T18:00:00Z"));
});

Deno.test("JSON lines are for scripts: fields, codes, times in UTC", async () => {
  using store = disposable(officeOf("김민수"));
  const [line] = (await textOf(store.it, { format: "jsonl" })).split("\n");
  const customer = JSON.parse(line!);
  equal(customer.id, "C-000001");
  deepEqual(customer.numbers[0], { number: "010-1111-2000", label: "" });
  equal(customer.createdAt, "2026-11-21T09:00:00.000Z");
});

Deno.test("consultations and calls are exported with the words of the desk", async () => {
  using store = disposable(officeOf("김민수"));
  const { id: staffId } = someStaff(store.it, "kim");
  const callId = someCall(store.it);
  createConsultation(store.it, {
    ...{ callId, customerId: 1, staffId, type: "주문", text: "두 줄\n메모" },
    ...{ state: "done", callbackAt: null },
  }, NOW);
  ok(
    (await textOf(store.it, { what: "consultations" })).includes(
      ',kim-name,주문,"두 줄\n메모",완료,',
    ),
  );
  const calls = await textOf(store.it, { what: "calls" });
  ok(calls.includes(",응답,010-1234-5678,") || calls.includes("010-1234-5678"), calls);
});

Deno.test("what is filtered by a search is all that comes", async () => {
  using store = disposable(officeOf("김민수", "이영희"));
  indexWaiting(store.it, 100);
  const text = await textOf(store.it, { query: { q: "영희" } });
  deepEqual([text.includes("이영희"), text.includes("김민수")], [true, false]);
});

Deno.test("however many a search finds, all of them are exported, once each", async () => {
  using store = disposable(officeOf(...Array.from({ length: 1300 }, (_, n) => `손님 ${n}`)));
  indexWaiting(store.it, 2000);
  const text = await textOf(store.it, { query: { q: "손님" } });
  const names = text.match(/손님 \d+/g) ?? [];
  deepEqual([names.length, new Set(names).size], [1300, 1300]);
});

Deno.test("what was exported comes in again as it was: nothing is new, nothing changes", async () => {
  await using office = await ImportOffice.open();
  const rows = Array.from(
    { length: 300 },
    (_, i) => `=이름${i},010-3000-${1000 + i},"a, ""b"" ${i}"`,
  );
  await office.import(`이름,휴대폰,비고\n${rows.join("\n")}\n`);
  for (const format of ["csv", "xlsx"] as const) {
    const { outcome } = await office.import(await bytesOf(office.store, { format }), "update");
    deepEqual(countsOf(outcome), [0, 0, 300, 0]);
  }
});

Deno.test("an export reads no further than its reader", async () => {
  using store = disposable(passingStore());
  store.it.transaction(() => {
    for (let i = 0; i < 3000; i++) {
      createCustomer(store.it, { ...NOBODY, name: `n${i}` }, { by: null, at: NOW });
    }
  });
  const reader = exportRows(store.it, { ...ALL, format: "jsonl" }).getReader();
  const { value } = await reader.read();
  ok(value!.length < 200_000);
  await reader.cancel();
});

function disposable(it: Store): { readonly it: Store } & Disposable {
  return { it, [Symbol.dispose]: () => it.close() };
}
