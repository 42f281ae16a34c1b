import { deepEqual, equal } from "node:assert/strict";
import { exportRows } from "../../lib/jobs/export/export_rows.ts";
import type { ExportFormat } from "../../lib/jobs/export/request.ts";
import { dayOfCell } from "../../lib/jobs/import/rows/cell_day.ts";
import type { FieldKind } from "../../lib/domain/custom_field.ts";
import type { DuplicateRule } from "../../lib/domain/customer_import.ts";
import { createCustomField, fieldValuesOf } from "../../lib/store/custom_fields.ts";
import { customersByNumber } from "../../lib/store/customer_match.ts";
import { createCustomer, customerById } from "../../lib/store/customers.ts";
import type { Store } from "../../lib/store/database.ts";
import { everyCustomer } from "../../lib/store/export_rows.ts";
import { addWord, renameWord, wordByName } from "../../lib/store/list_words.ts";
import { keepChoices, requireImport } from "../../lib/store/imports.ts";
import { setActive } from "../../lib/store/staff.ts";
import type { Language } from "../../lib/domain/staff.ts";
import { NOBODY, NOW, someStaff } from "../store/fixtures.ts";
import { countsOf, ImportOffice } from "./import_office.ts";

const FIELDS: readonly (readonly [string, FieldKind, readonly string[]])[] = [
  ["계약일", "date", []],
  ["좌석 수", "number", []],
  ["요금제", "choice", ["기본", "고급"]],
  ["세금계산서", "yes_no", []],
  ["담당", "text", []],
];

function defineFields(store: Store): number[] {
  return FIELDS.map(([label, kind, choices]) =>
    createCustomField(store, { label, kind, choices, required: false }).id
  );
}

Deno.test("birthday, do-not-call, owner and the office's own fields come from their columns", async () => {
  await using office = await ImportOffice.open();
  const agent = someStaff(office.store, "kim");
  const [day, seats, plan, tax] = defineFields(office.store);
  const { outcome } = await office.import(
    "이름,생년월일,수신 거부,담당 상담원,계약일,좌석 수,요금제,세금 계산서\n" +
      `김민수,1980. 3. 15.,예,KIM,45678,"1,200",고급,O\n` +
      `이영희,1980년 3월 5일,,${agent.name},2026-11-21 00:00:00,12,기본,아니요\n`,
  );
  deepEqual(countsOf(outcome), [2, 0, 0, 0], JSON.stringify(outcome?.problems));
  const [kim, lee] = [...everyCustomer(office.store)].flat();
  deepEqual([kim?.birthday, kim?.doNotCall, kim?.ownerId], ["1980-03-15", true, agent.id]);
  deepEqual([lee?.birthday, lee?.doNotCall, lee?.ownerId], ["1980-03-05", false, agent.id]);
  const values = fieldValuesOf(office.store, kim!.id);
  deepEqual([day, seats, plan, tax].map((id) => values.get(id!)), [
    "2025-01-21",
    "1200",
    "고급",
    "yes",
  ]);
});

Deno.test("what is no date, no member of the staff, no choice is refused with its reason", async () => {
  await using office = await ImportOffice.open();
  defineFields(office.store);
  const { outcome } = await office.import(
    "이름,생일,전화 금지,담당,계약일,좌석 수,요금제,세금계산서\n" +
      "김민수,2999-01-01,글쎄,아무도,어제,많이,특급,어쩌면\n",
  );
  deepEqual(countsOf(outcome), [0, 0, 0, 1]);
  deepEqual(
    outcome?.problems.map(({ code }) => code),
    ["date", "yes_no", "owner", "date", "figure", "choice", "yes_no"],
  );
});

Deno.test("a file's birthdays and grades have the rules of the form: from 1880 on, and by the grade's name of today", async () => {
  await using office = await ImportOffice.open();
  addWord(office.store, "grade", "옛등급");
  renameWord(office.store, "grade", wordByName(office.store, "grade", "옛등급")!.id, "새등급");
  const { outcome } = await office.import(
    "이름,생년월일,등급\n김민수,1890-05-01,옛등급\n이영희,1880. 1. 1.,골드\n박지훈,1879-12-31,\n",
  );
  deepEqual(countsOf(outcome), [2, 0, 0, 1], JSON.stringify(outcome?.problems));
  deepEqual(
    [...everyCustomer(office.store)].flat().map(({ birthday, grade }) => [birthday, grade]),
    [["1890-05-01", "새등급"], ["1880-01-01", "골드"]],
  );
  deepEqual(outcome?.problems.map(({ row, code }) => [row, code]), [[4, "date"]]);
});

for (const format of ["csv", "xlsx"] as const) {
  for (const language of ["ko", "en"] as const) {
    Deno.test(`what was exported as ${format} (${language}) comes back as it was`, async () => {
      await using office = await ImportOffice.open();
      const agent = someStaff(office.store, "kim");
      const ids = defineFields(office.store);
      const first = fullCustomer(office.store, agent.id, ids);
      const bytes = await exported(office.store, format, language);

      const same = await office.upload(bytes);
      deepEqual(countsOf(await office.check(same, "update")), [0, 0, 1, 0]);

      // As if in an office where the customer is not, without the ID.
      const before = wholeOf(office.store, first);
      office.store.run("DELETE FROM customers");
      const id = await office.upload(bytes);
      const [code, ...columns] = requireImport(office.store, id).choices!.columns;
      equal(code?.field, "code");
      const choices = { columns: [{ field: "", label: "" }, ...columns], rule: "skip" } as const;
      keepChoices(office.store, id, choices);
      await office.write(id);
      const [again] = [...everyCustomer(office.store)].flat();
      deepEqual(wholeOf(office.store, again!.id), before);
    });
  }
}

Deno.test("an import that is taken back leaves the further fields as they were before it", async () => {
  await using office = await ImportOffice.open();
  const agent = someStaff(office.store, "kim");
  const ids = defineFields(office.store);
  const id = createCustomer(office.store, {
    ...NOBODY,
    name: "김민수",
    numbers: [{ number: "010-1111-2222", label: "" }],
    custom: new Map([[ids[1]!, "5"]]),
  }, { by: null, at: NOW }).id;
  const before = wholeOf(office.store, id);
  const { id: importId } = await office.import(
    `이름,휴대폰,생일,담당,전화 금지,좌석 수,요금제\n김민수,010-1111-2222,1980-03-15,${agent.name},y,9,고급\n`,
    "update",
  );
  equal(fieldValuesOf(office.store, id).get(ids[2]!), "고급");
  await office.undo(importId);
  deepEqual(wholeOf(office.store, id), before);
});

Deno.test("a file gives no customer to an owner who has left, says so by row, and takes them from nobody who has them", async () => {
  await using office = await ImportOffice.open();
  const { store } = office;
  const [kim, lee] = [someStaff(store, "kim"), someStaff(store, "lee")];
  const owned = (name: string, ownerId: number | null) =>
    createCustomer(store, { ...NOBODY, name, numbers: [], ownerId }, { by: null, at: NOW }).id;
  const [hers, his, nobodys] = [
    owned("김민수", kim.id),
    owned("이영희", lee.id),
    owned("박지훈", null),
  ];
  setActive(store, kim.id, false);
  const rows = ["김민수", "이영희", "박지훈", "최수진", "정하늘"].map((name) => `${name},골드,kim`);
  // The second one about somebody who was refused before counts.
  const file = `이름,등급,담당\n${rows.join("\n")}\n정하늘,골드,lee\n`;
  const id = await office.upload(file);
  const refused = async (rule: DuplicateRule) => {
    const { problems, ...outcome } = await office.check(id, rule);
    deepEqual([
      ...new Set(problems.map(({ code, heading, value }) => `${code} ${heading} ${value}`)),
    ], [
      "owner_left 담당 kim",
    ]);
    return [problems.map(({ row }) => row), countsOf({ problems, ...outcome })];
  };
  deepEqual(await refused("update"), [[3, 4, 5, 6], [1, 1, 0, 4]]);
  deepEqual(await refused("fill"), [[4, 5, 6], [1, 2, 0, 3]]);
  deepEqual(await refused("skip"), [[5, 6], [1, 0, 3, 2]]);
  deepEqual(await refused("new"), [[2, 3, 4, 5, 6], [1, 0, 0, 5]]);
  await office.check(id, "fill");
  await office.write(id);
  const kept = [hers, his, nobodys].map((one) => customerById(store, one));
  deepEqual(kept.map((one) => [one?.grade, one?.ownerId]), [
    ["골드", kim.id],
    ["골드", lee.id],
    ["", null],
  ]);
});

Deno.test("what stands for a blank refuses no row: an e-mail 없음, a birthday 0000-00-00, an owner -", async () => {
  await using office = await ImportOffice.open();
  defineFields(office.store);
  const { id, outcome } = await office.import(
    "이름,휴대폰,이메일,생일,담당 상담원,좌석 수,요금제\n" +
      "김민수,010-1111-2222,없음,0000-00-00,-,N/A,미정\n" +
      "이영희,010-1111-3333,-,0/0/00,없음,-,없음\n" +
      "최유진,010-1111-4444,\\N,1980-02-31,NULL,,\n",
  );
  const { problems, ...counts } = outcome!;
  deepEqual(problems.map(({ row, code }) => `${row} ${code}`), ["2 choice", "4 date"]);
  equal(counts.new, 1);
  const [lee] = customersByNumber(office.store, "01011113333");
  deepEqual([lee?.email, lee?.birthday, lee?.ownerId], ["", "", null]);
  deepEqual([...fieldValuesOf(office.store, lee!.id)], []);
  equal(requireImport(office.store, id).state, "done");
});

Deno.test("blank fields alone are filled where that is the rule", async () => {
  await using office = await ImportOffice.open();
  const ids = defineFields(office.store);
  const { id } = createCustomer(office.store, {
    ...NOBODY,
    name: "김민수",
    numbers: [{ number: "010-1111-2222", label: "" }],
    birthday: "1970-01-01",
    custom: new Map([[ids[1]!, "5"]]),
  }, { by: null, at: NOW });
  await office.import(
    "이름,휴대폰,생일,좌석 수,요금제\n김민수,010-1111-2222,1980-03-15,9,고급\n",
    "fill",
  );
  equal(customerById(office.store, id)?.birthday, "1970-01-01");
  const values = fieldValuesOf(office.store, id);
  deepEqual([values.get(ids[1]!), values.get(ids[2]!)], ["5", "고급"]);
});

Deno.test("a day is read from every usual writing and from Excel's number for it", () => {
  const written = ["1980-03-15", "1980.3.15", "1980. 3. 15.", "1980/03/15", "19800315"];
  const more = ["1980년 3월 15일", "29295", "29295.75", "1980-03-15 09:30", "1980-03-15T00:00:00Z"];
  for (const text of [...written, ...more]) equal(dayOfCell(text), "1980-03-15", text);
  for (const text of ["", "3/15", "1980-02-30", "800315", "어제"]) {
    equal(dayOfCell(text), null, text);
  }
});

function fullCustomer(store: Store, ownerId: number, ids: readonly number[]): number {
  const values = ["2026-11-21", "-12.5", "기본", "no", "=1+1"];
  return createCustomer(store, {
    ...NOBODY,
    name: "김민수",
    company: "한빛상사",
    jobTitle: "과장",
    memo: "두 줄\n메모",
    numbers: [{ number: "010-1111-2222", label: "" }, { number: "02-555-1234", label: "" }],
    doNotCall: true,
    birthday: "1980-03-15",
    ownerId,
    custom: new Map(ids.map((id, index) => [id, values[index]!])),
  }, { by: null, at: NOW }).id;
}

async function exported(
  store: Store,
  format: ExportFormat,
  language: Language,
): Promise<Uint8Array> {
  const stream = exportRows(store, {
    ...{ what: "customers", format, headings: "words", language, timeZone: "Asia/Seoul" },
    query: {},
  });
  return new Uint8Array(await new Response(stream as BodyInit).arrayBuffer());
}

/** Everything that people say about a customer. */
function wholeOf(store: Store, id: number) {
  const { id: _, createdAt: _made, changedAt: _changed, version: _version, ...said } = customerById(
    store,
    id,
  )!;
  const custom = [...fieldValuesOf(store, id)].sort(([a], [b]) => a - b);
  return { ...said, custom };
}
