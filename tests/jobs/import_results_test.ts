import { deepEqual, equal, match } from "node:assert/strict";
import type { RowsOf } from "../../lib/domain/customer_import.ts";
import type { Language } from "../../lib/domain/staff.ts";
import { exportRows } from "../../lib/jobs/export/export_rows.ts";
import { customersByNumber } from "../../lib/store/customer_match.ts";
import { countOpenRows, type LookedAt, openRows } from "../../lib/store/import_rows.ts";
import { requireImport } from "../../lib/store/imports.ts";
import { mergeCustomers } from "../../lib/store/merge/merge_customers.ts";
import { NOW, someCustomer } from "../store/fixtures.ts";
import { countsOf, ImportOffice } from "./import_office.ts";

async function file(
  office: ImportOffice,
  importId: number,
  of: RowsOf,
  language: Language = "ko",
): Promise<string[]> {
  const stream = exportRows(office.store, {
    ...{ what: "import_rows", format: "csv", language, importId, of },
    data: office.folder.path,
  });
  const text = await new Response(stream as BodyInit).text();
  return text.split("\n").slice(0, -1);
}

/** Its open rows, why each is, and who they may be about. */
function open(office: ImportOffice, importId: number, of: LookedAt) {
  return openRows(office.store, importId, of, { after: 0, limit: 100 })
    .map(({ row, doubts, problems, otherId }) => [
      row,
      [...doubts, ...problems].map(({ code }) => code).join(),
      otherId,
    ]);
}

Deno.test("what may be a known customer under another name or number is stored, and is to be looked at", async () => {
  await using office = await ImportOffice.open();
  const kim = someCustomer(office.store, "김민수", "010-1111-2222");
  await office.import("이름,회사,전화\n박지훈,한빛상사,02-555-1234\n");
  const [park] = customersByNumber(office.store, "025551234");
  const csv = "이름,회사,전화\n" +
    "김민수 과장,,010-1111-2222\n" + // another name at a mobile
    "최유진,한빛상사,02-555-1234\n" + // a colleague
    "이영희,대성물산,02-555-1234\n" + // the same number in another company
    "박지훈,한빛상사,02-555-9999\n" + // the same person with another number, or a namesake
    "홍길동,,010-9999-0000\n";
  const { id, outcome } = await office.import(csv);
  deepEqual([countsOf(outcome), outcome?.doubtful], [[5, 0, 0, 0], 3]);
  deepEqual(open(office, id, "doubtful"), [
    [2, "same_number", kim.id],
    [4, "same_number", park?.id],
    [5, "same_name", park?.id],
  ]);
});

Deno.test("whoever may be two is settled when they have become one", async () => {
  await using office = await ImportOffice.open();
  const kim = someCustomer(office.store, "김민수", "010-1111-2222");
  const { id } = await office.import("이름,전화\n김민수 과장,010-1111-2222\n");
  deepEqual(countOpenRows(office.store, id), { doubtful: 1, refused: 0 });
  const made = customersByNumber(office.store, "01011112222").find((one) => one.id !== kim.id)!;
  const seen = ({ id, version }: { id: number; version: number }) => ({ id, version });
  const order = { survivor: seen(kim), others: [seen(made)], from: {} };
  mergeCustomers(office.store, order, { by: null, at: NOW });
  deepEqual(countOpenRows(office.store, id), { doubtful: 0, refused: 0 });
});

Deno.test("a row that gives a known customer another name is done, and is to be looked at", async () => {
  await using office = await ImportOffice.open();
  someCustomer(office.store, "김민수", "010-1111-2222");
  const { id } = await office.import("고객ID,이름\nC-000001,김철수\n", "update");
  deepEqual(open(office, id, "doubtful"), [[2, "other_name", null]]);
});

Deno.test("with the rule that all are new nobody is doubtful", async () => {
  await using office = await ImportOffice.open();
  someCustomer(office.store, "김민수", "010-1111-2222");
  const { outcome } = await office.import("이름,전화\n김민수 과장,010-1111-2222\n", "new");
  deepEqual([countsOf(outcome), outcome?.doubtful], [[1, 0, 0, 0], 0]);
});

Deno.test("the rows of each kind can be had as they stand in the file, with the reason behind them", async () => {
  await using office = await ImportOffice.open();
  someCustomer(office.store, "김민수", "010-1111-2222");
  someCustomer(office.store, "이영희", "010-3333-4444");
  const csv = "이름,전화,비고\n" +
    "홍길동,010-5555-6666,=1+1\n" +
    "김민수,010-1111-2222,새 메모\n" +
    "이영희,010-3333-4444,\n" +
    "김민수 과장,010-1111-2222,\n" +
    "성춘향,abc,\n";
  const { id, outcome } = await office.import(csv, "update");
  deepEqual([countsOf(outcome), outcome?.doubtful], [[2, 1, 1, 1], 1]);
  const [headings, ...rows] = await file(office, id, "new");
  equal(headings, "이름,전화,비고,행,처리,이유");
  deepEqual(rows, [
    "홍길동,010-5555-6666,'=1+1,2,새 고객,",
    "김민수 과장,010-1111-2222,,5,새 고객,이 번호를 다른 이름의 고객이 쓰고 있습니다. (C-000001)",
  ]);
  deepEqual((await file(office, id, "update")).slice(1), [
    "김민수,010-1111-2222,새 메모,3,수정,C-000001 고객과 같음",
  ]);
  deepEqual((await file(office, id, "duplicate")).slice(1), [
    "이영희,010-3333-4444,,4,중복,C-000002 고객과 같음",
  ]);
  deepEqual((await file(office, id, "doubtful")).slice(1), [rows[1]]);
  const [, refused] = await file(office, id, "refused");
  match(refused!, /^성춘향,abc,,6,제외,전화: 전화번호가 아닙니다\. 빠지거나/);
});

Deno.test("a file of refused rows that was mended is imported as it is, and its columns behind the customer's are left out", async () => {
  await using office = await ImportOffice.open();
  const { id } = await office.import("이름,전화\n홍길동,010-5555-6666\n성춘향,abc\n");
  const mended = (await file(office, id, "refused")).join("\n").replace("abc", "010-7777-8888");
  const again = await office.upload(mended);
  const { choices } = requireImport(office.store, again);
  deepEqual(choices?.columns.map(({ field }) => field), ["name", "number", "", "", ""]);
  await office.write(again);
  equal(customersByNumber(office.store, "01077778888")[0]?.name, "성춘향");
});

Deno.test("a sum that was refused is none the second time, when its reason stands behind it", async () => {
  await using office = await ImportOffice.open();
  const csv = "번호,이름,전화\n1,홍길동,010-5555-6666\n2,성춘향,abc\n합계,2명,\n";
  const { id } = await office.import(csv);
  for (const language of ["ko", "en"] as const) {
    const lines = await file(office, id, "refused", language);
    const again = await office.import(lines.join("\n").replace("abc", "010-7777-8888"));
    deepEqual(open(office, again.id, "refused"), [[3, "footer", null]], language);
  }
  equal(customersByNumber(office.store, "01077778888").length, 1);
});

Deno.test("a row of which nobody knows what belongs to which column is refused again where it is brought back as it is", async () => {
  await using office = await ImportOffice.open();
  const csv =
    "이름,회사,휴대폰,메모\n박가람,가람상사,010-2000-0001,a\n이나래,나래,상사,010-2000-0011,b\n" +
    "최다온,010-2000-0021\n정라온,라온상사,010-2000-0031,d\n강마루,마루상사,010-2000-0041,e\n";
  const { id } = await office.import(csv);
  deepEqual(open(office, id, "refused"), [[3, "wider", null], [4, "narrower", null]]);
  const lines = await file(office, id, "refused");
  match(lines.join("\n"), /최다온 \| 010-2000-0021/);
  const { outcome } = await office.import(lines.join("\n"));
  deepEqual(countsOf(outcome), [0, 0, 0, 2]);
});

Deno.test("what an import that is taken back left to look at is gone with it", async () => {
  await using office = await ImportOffice.open();
  const { id } = await office.import("이름,전화\n홍길동,010-5555-6666\n성춘향,abc\n");
  deepEqual(open(office, id, "refused"), [[3, "number", null]]);
  await office.undo(id);
  deepEqual(countOpenRows(office.store, id), { doubtful: 0, refused: 0 });
});

Deno.test("of thousands of refused rows the first can be settled, and all of them are in the file", async () => {
  await using office = await ImportOffice.open();
  const bad = Array.from({ length: 2100 }, (_, i) => `성춘향 ${i},abc`).join("\n");
  const { id, outcome } = await office.import(`이름,전화\n홍길동,010-5555-6666\n${bad}\n`);
  equal(outcome?.refused, 2100);
  equal(countOpenRows(office.store, id).refused, 2000);
  equal((await file(office, id, "refused")).length, 2101);
});
