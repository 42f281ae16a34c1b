import { deepEqual, equal } from "node:assert/strict";
import type { DuplicateRule, ImportKey } from "../../lib/domain/customer_import.ts";
import {
  createCustomField,
  fieldValuesOf,
  setFieldValue,
  updateCustomField,
} from "../../lib/store/custom_fields.ts";
import { customerById } from "../../lib/store/customers.ts";
import { everyCustomer } from "../../lib/store/export_rows.ts";
import { keepChoices, requireImport } from "../../lib/store/imports.ts";
import { someCustomer } from "../store/fixtures.ts";
import { countsOf, ImportOffice } from "./import_office.ts";

const NUMBER = { label: "고객번호", kind: "text", choices: [], required: false } as const;

/** Reads a file, says by what customers are the same, and what is done with them. */
async function planned(office: ImportOffice, file: string, key: ImportKey, rule: DuplicateRule) {
  const id = await office.upload(file);
  keepChoices(office.store, id, { ...requireImport(office.store, id).choices!, key });
  return { id, outcome: await office.check(id, rule) };
}

Deno.test("with the office's own number as the key a customer is who has that number, whatever name and phone the file has", async () => {
  await using office = await ImportOffice.open();
  const { store } = office;
  const field = createCustomField(store, NUMBER).id;
  const park = someCustomer(store, "박가람", "010-2000-0001");
  someCustomer(store, "이나래", "010-2000-0011");
  setFieldValue(store, park.id, field, "1001");
  const file =
    "고객번호,이름,휴대폰\n1001,박가람새,010-2000-0002\n1002,이나래,010-2000-0011\n,이나래,010-2000-0011\n";
  const { id, outcome } = await planned(office, file, `custom:${field}`, "update");
  // The second is somebody new, since nobody has 1002; the third has no key, and goes by name and number.
  deepEqual(countsOf(outcome), [1, 1, 1, 0]);
  await office.write(id);
  equal(customerById(store, park.id)?.name, "박가람새");
  const again = await planned(office, file, `custom:${field}`, "update");
  deepEqual(countsOf(again.outcome), [0, 0, 3, 0]);
});

Deno.test("a key that two rows or two customers have is told, and nobody is guessed", async () => {
  await using office = await ImportOffice.open();
  const { store } = office;
  const field = createCustomField(store, NUMBER).id;
  for (const name of ["박가람", "이나래"]) {
    setFieldValue(store, someCustomer(store, name).id, field, "7");
  }
  const file = "고객번호,이름\n7,박가람\n8,최다온\n8,정라온\n";
  const { outcome } = await planned(office, file, `custom:${field}`, "update");
  deepEqual(outcome.problems.map(({ row, code, value, limit }) => [row, code, value, limit]), [
    [2, "key_shared", "7", 2],
    [4, "key_twice", "8", 3],
  ]);
  deepEqual(countsOf(outcome), [1, 0, 0, 2]);
});

Deno.test("with the customer's ID as the key a row without one is somebody new", async () => {
  await using office = await ImportOffice.open();
  someCustomer(office.store, "박가람", "010-2000-0001");
  const file = "고객ID,이름,휴대폰\nC-000001,박가람,010-2000-0001\n,박가람,010-2000-0001\n";
  deepEqual(countsOf((await planned(office, file, "code", "skip")).outcome), [1, 0, 1, 0]);
  deepEqual(countsOf((await planned(office, file, "number", "skip")).outcome), [0, 0, 2, 0]);
});

Deno.test("a choice out of use stays with the customer who has it, and comes to nobody else", async () => {
  await using office = await ImportOffice.open();
  const { store } = office;
  const field = { label: "요금제", kind: "choice", required: false } as const;
  const { id } = createCustomField(store, { ...field, choices: ["기본", "옛것"] });
  const park = someCustomer(store, "박가람", "010-2000-0001");
  someCustomer(store, "이나래", "010-2000-0002");
  setFieldValue(store, park.id, id, "옛것");
  updateCustomField(store, id, { ...field, choices: ["기본"] });
  const file =
    "이름,휴대폰,요금제,비고\n박가람,010-2000-0001,옛것,메모\n이나래,010-2000-0002,옛것,메모\n최다온,010-2000-0003,옛것,\n";
  const upload = await office.upload(file);
  const refused = async (rule: DuplicateRule) => {
    const { problems } = await office.check(upload, rule);
    return problems.map(({ row, code }) => `${row} ${code}`);
  };
  deepEqual(await refused("update"), ["3 choice", "4 choice"]);
  deepEqual(await refused("fill"), ["3 choice", "4 choice"]);
  deepEqual(await refused("skip"), ["4 choice"]);
  deepEqual(await refused("new"), ["2 choice", "3 choice", "4 choice"]);
  await office.check(upload, "update");
  await office.write(upload);
  equal(customerById(store, park.id)?.memo, "메모");
  equal(fieldValuesOf(store, park.id).get(id), "옛것");
});

Deno.test("the next file with the same headings comes with the columns, the rule and the key of the last one that was stored", async () => {
  await using office = await ImportOffice.open();
  const { store } = office;
  const field = createCustomField(store, { ...NUMBER, label: "번호표" }).id;
  const first = await office.upload("이름,코드,전화\n박가람,a1,010-2000-0001\n");
  const columns = [
    { field: "name", label: "" },
    { field: `custom:${field}`, label: "" },
    { field: "number", label: "사무실" },
  ] as const;
  keepChoices(store, first, { columns, rule: "fill", key: `custom:${field}` });
  await office.write(first);
  const { rememberedAt, ...choices } = requireImport(
    store,
    await office.upload("전화,이름,코드\n010-2000-0002,이나래,a2\n"),
  ).choices!;
  deepEqual(choices, {
    columns: [columns[2], columns[0], columns[1]],
    rule: "fill",
    key: `custom:${field}`,
  });
  equal(typeof rememberedAt, "number");
  const other = await office.upload("이름,코드\n이나래,a2\n");
  equal(requireImport(store, other).choices?.rememberedAt, undefined);
});

Deno.test("a column that the guess left out for what stood in that file is guessed anew in the next one", async () => {
  await using office = await ImportOffice.open();
  const { store } = office;
  const fields = (id: number) =>
    requireImport(store, id).choices?.columns.map(({ field }) => field).join();
  const first = await office.upload("이름,연락처,메모\n박가람,123-45-67890,a\n");
  equal(fields(first), "name,,memo");
  await office.write(first);
  equal(
    fields(await office.upload("이름,연락처,메모\n이나래,010-2000-0011,b\n")),
    "name,number,memo",
  );
  // What a person left out stays out.
  const chosen = await office.upload("이름,연락처,비고\n최다온,010-2000-0021,c\n");
  const { columns, ...more } = requireImport(store, chosen).choices!;
  const left = columns.map((one, index) => index === 1 ? { field: "" as const, label: "" } : one);
  keepChoices(store, chosen, { ...more, columns: left });
  await office.write(chosen);
  equal(fields(await office.upload("이름,연락처,비고\n정라온,010-2000-0031,d\n")), "name,,memo");
});

Deno.test("what was only looked at, or failed, is remembered by nobody", async () => {
  await using office = await ImportOffice.open();
  const id = await office.upload("이름,전화\n박가람,010-2000-0001\n");
  const columns = [{ field: "name", label: "" }, { field: "", label: "" }] as const;
  keepChoices(office.store, id, { columns, rule: "skip" });
  await office.check(id, "skip");
  const next = await office.upload("이름,전화\n박가람,010-2000-0001\n");
  equal(requireImport(office.store, next).choices?.columns[1]?.field, "number");
  equal([...everyCustomer(office.store)].flat().length, 0);
});
