import { deepEqual, equal, rejects } from "node:assert/strict";
import type { ImportKey } from "../../lib/domain/customer_import.ts";
import { momentOfCell } from "../../lib/jobs/import/rows/cell_moment.ts";
import { createCustomField, setFieldValue } from "../../lib/store/custom_fields.ts";
import { everyConsultation, everyCustomer } from "../../lib/store/export_rows.ts";
import type { Store } from "../../lib/store/database.ts";
import { historyOf } from "../../lib/store/history.ts";
import { keepChoices, requireImport } from "../../lib/store/imports.ts";
import { createStaff, setActive } from "../../lib/store/staff.ts";
import { NOW, someCustomer, someStaff } from "../store/fixtures.ts";
import { countsOf, ImportOffice } from "./import_office.ts";

/** Every consultation: whose, by whom, when in the office, of which type and what. */
function notes(office: ImportOffice): string[] {
  return [...everyConsultation(office.store)].flat().map((note) => {
    const shown = new Date(note.createdAt + 9 * 3_600_000).toISOString().slice(0, 16);
    return [note.customerName, note.staffName, shown, note.type, note.text].join("|");
  });
}

/** Somebody who may import. */
function someBoss(store: Store): void {
  createStaff(store, { login: "boss", name: "boss", role: "admin", passwordHash: "x" }, NOW);
}

const HEAD = "이름,휴대폰,상담일시,상담자,상담유형,상담내용,통화 결과\n";

Deno.test("consultations of a file are the customer's: of that time, by that member of the staff, once however often the file comes", async () => {
  await using office = await ImportOffice.open();
  const kim = someStaff(office.store, "kim");
  someBoss(office.store);
  const park = someCustomer(office.store, "박가람", "010-2000-0001");
  const file = HEAD +
    `박가람,010-2000-0001,2025-11-02 14:30,${kim.name},문의,"납기, 확인",연결됨\n` +
    "박가람,010-2000-0001,2025. 11. 3. 오후 2:05,옛사람,없는유형,두 번째,\n" +
    "이나래,010-2000-0002,2025-11-04,kim,,새 손님,\n" +
    "이나래,010-2000-0002,,,,,\n";
  const { id, outcome } = await office.import(file);
  deepEqual([countsOf(outcome), outcome?.notes], [[1, 0, 3, 0], 3]);
  const first = [
    `박가람|${kim.name}|2025-11-02T14:30|문의|납기, 확인\n통화 결과: 연결됨`,
    "박가람|boss|2025-11-03T14:05||두 번째\n상담자: 옛사람\n상담유형: 없는유형",
    `이나래|${kim.name}|2025-11-04T00:00||새 손님`,
  ];
  deepEqual(notes(office), first);
  const [newest] = historyOf(office.store, park.id, { before: null, limit: 5 });
  deepEqual(newest?.consultations.map(({ imported }) => imported), [true]);

  await office.import(file, "update");
  deepEqual(notes(office), first);
  // The second file brought none of them: they go with the first.
  await office.undo(id);
  deepEqual(notes(office), []);
});

Deno.test("an import that is taken back takes its consultations with it, and stays where somebody went on with one", async () => {
  await using office = await ImportOffice.open();
  someBoss(office.store);
  someCustomer(office.store, "박가람", "010-2000-0001");
  const file = HEAD +
    "박가람,010-2000-0001,2025-11-02 14:30,,,하나,\n이나래,010-2000-0002,2025-11-03,,,둘,\n";
  const { id } = await office.import(file);
  equal(notes(office).length, 2);
  await office.undo(id);
  deepEqual(notes(office), []);
  deepEqual([...everyCustomer(office.store)].flat().map(({ name }) => name), ["박가람"]);
  deepEqual(
    office.store.get("SELECT count(*) AS n FROM interactions"),
    Object.assign(Object.create(null), { n: 0 }),
  );

  const { id: again } = await office.import(file);
  office.store.run("UPDATE consultations SET text = '고침', version = 2 WHERE text = '하나'");
  await rejects(() => office.undo(again), { name: "JobFailure", message: /touched/ });
});

Deno.test("a file of consultations alone finds its customers by the office's own number", async () => {
  await using office = await ImportOffice.open();
  const { store } = office;
  someBoss(store);
  const field =
    createCustomField(store, { label: "회원번호", kind: "text", choices: [], required: false }).id;
  setFieldValue(store, someCustomer(store, "박가람").id, field, "1001");
  const id = await office.upload(
    "회원번호,상담일시,상담내용,고객ID\n1001,2025-11-02 10:00,하나,\n1001,2025-11-03 10:00,둘,\n9999,2025-11-03 10:00,셋,\n",
  );
  const choices = requireImport(store, id).choices!;
  keepChoices(store, id, { ...choices, key: `custom:${field}` as ImportKey });
  const outcome = await office.write(id);
  deepEqual([countsOf(outcome), outcome.problems.map(({ row, code }) => [row, code])], [
    [0, 0, 2, 1],
    [[4, "required"]],
  ]);
  deepEqual(notes(office).map((line) => line.split("|").at(-1)), ["하나", "둘"]);
});

Deno.test("when a consultation was must be said, and be a time that has been", async () => {
  await using office = await ImportOffice.open();
  someBoss(office.store);
  const rows = ["어제", "2999-01-01 10:00", ""].map((at, i) =>
    `손님${i},010-2000-000${i},${at},,,말,`
  );
  const { outcome } = await office.import(HEAD + rows.join("\n") + "\n");
  deepEqual(
    outcome?.problems.map(({ row, code }) => [row, code]),
    [[2, "note_at"], [3, "note_at"], [4, "note_at"]],
  );
  equal(notes(office).length, 0);
});

Deno.test("what was said is asked about where no column says when", async () => {
  await using office = await ImportOffice.open();
  const id = await office.upload("이름,상담내용\n박가람,납기 확인\n");
  deepEqual(requireImport(office.store, id).choices?.columns[1]?.left, {
    why: "undated",
    asks: "memo",
    instead: "",
  });
});

Deno.test("the one who wrote it may have left", async () => {
  await using office = await ImportOffice.open();
  const kim = someStaff(office.store, "kim");
  setActive(office.store, kim.id, false);
  await office.import(HEAD + "박가람,010-2000-0001,2025-11-02,kim,,하나,\n");
  deepEqual(notes(office), [`박가람|${kim.name}|2025-11-02T00:00||하나`]);
});

Deno.test("a moment is read from every usual writing and from Excel's number for it", () => {
  const seoul = (shown: number) => shown - 9 * 3_600_000;
  const iso = (text: string) => {
    const at = momentOfCell(text, seoul);
    return at === null ? null : new Date(at).toISOString();
  };
  const usual = [
    "2025-11-02 14:30",
    "2025.11.2 오후 2:30",
    "2025. 11. 2. 오후 2:30:00",
    "2025/11/02 2:30 PM",
    "20251102 14:30",
  ];
  for (
    const text of [
      ...usual,
      "2025년 11월 2일 14시 30분",
      "45963.604166666664",
      "2025-11-02T05:30:00Z",
      "2025-11-02T14:30:00.000",
    ]
  ) {
    equal(iso(text), "2025-11-02T05:30:00.000Z", text);
  }
  equal(iso("2025-11-02"), "2025-11-01T15:00:00.000Z");
  equal(iso("2025-11-02 오전 12:10"), "2025-11-01T15:10:00.000Z");
  for (const text of ["어제", "14:30", "2025-11-02 25:00", "2025-13-02 10:00", ""]) {
    equal(iso(text), null, text);
  }
});
