import { deepEqual, equal, match } from "node:assert/strict";
import { customFields, fieldValuesOf } from "../../../lib/store/custom_fields.ts";
import { customerById } from "../../../lib/store/customers.ts";
import { WebOffice } from "../../support/web_office.ts";

async function withFields() {
  const office = new WebOffice();
  const admin = office.browser("admin");
  const add = (fields: Record<string, string>) => admin.post("/settings/fields", fields);
  await add({ label: "사업자번호", kind: "text", required: "1" });
  await add({ label: "결제", kind: "choice", choices: "월말\n선불\n월말" });
  await add({ label: "계약 종료", kind: "date" });
  return { office, admin, add, kim: office.browser("kim") };
}

const VALUES = { name: "이영희", field_1: "123-45", field_2: "선불", field_3: "2026.12.31" };

Deno.test("an administrator's fields are in the form, and their values on the customer's page", async () => {
  const { office, kim } = await withFields();
  using _ = office;
  match(
    await (await kim.get("/customers/new")).text(),
    /사업자번호[\s\S]*결제[\s\S]*월말[\s\S]*계약 종료/,
  );
  equal((await kim.post("/customers", VALUES)).status, 303);
  deepEqual([...fieldValuesOf(office.store, 1)], [[1, "123-45"], [2, "선불"], [3, "2026-12-31"]]);
  const html = await (await kim.get("/customers/1")).text();
  match(html, /사업자번호[\s\S]*123-45[\s\S]*결제[\s\S]*선불[\s\S]*계약 종료[\s\S]*2026-12-31/);
  match(html, /등록[\s\S]*김상담/);
});

Deno.test("what is wrong with a field stands beside it, and nothing is stored", async () => {
  const { office, kim } = await withFields();
  using _ = office;
  const wrong = {
    ...VALUES,
    field_1: "",
    field_2: "외상",
    field_3: "2026-02-30",
    birthday: "3000-01-01",
  };
  const response = await kim.post("/customers", wrong);
  equal(response.status, 422);
  const html = await response.text();
  for (const sentence of ["사업자번호: 꼭", "결제: 목록에서", "계약 종료: 2026", "생일은"]) {
    match(html, new RegExp(sentence));
  }
  equal(customerById(office.store, 1), null);
});

Deno.test("owner, birthday and the wish not to be called are kept and shown", async () => {
  const { office, kim } = await withFields();
  using _ = office;
  const owner = String(office.staff("lee").id);
  const more = { ...VALUES, owner, birthday: "1980-03-15", doNotCall: "1" };
  equal((await kim.post("/customers", more)).status, 303);
  const html = await (await kim.get("/customers/1")).text();
  match(html, /전화 금지/);
  match(html, /1980-03-15/);
  match(html, /이응대/);
  equal(customerById(office.store, 1)?.doNotCall, true);
  await kim.post("/customers/1", { ...VALUES, version: "1" });
  const changed = customerById(office.store, 1)!;
  deepEqual([changed.doNotCall, changed.birthday, changed.ownerId], [false, "", null]);
  equal((await kim.post("/customers/1", { ...VALUES, owner: "999", version: "2" })).status, 422);
});

Deno.test("of two who edit at once the second sees both versions, custom fields too", async () => {
  const { office, kim } = await withFields();
  using _ = office;
  await kim.post("/customers", VALUES);
  await office.browser("lee").post("/customers/1", { ...VALUES, field_1: "999-99", version: "1" });
  const response = await kim.post("/customers/1", { ...VALUES, field_1: "111-11", version: "1" });
  equal(response.status, 409);
  match(await response.text(), /이응대[\s\S]*사업자번호[\s\S]*999-99[\s\S]*111-11/);
  equal(fieldValuesOf(office.store, 1).get(1), "999-99");
});

Deno.test("a retired field leaves the forms; its values come back with it", async () => {
  const { office, admin, kim } = await withFields();
  using _ = office;
  await kim.post("/customers", VALUES);
  await admin.post("/settings/fields/1", { do: "retire" });
  equal((await (await kim.get("/customers/1/edit")).text()).includes("사업자번호"), false);
  equal((await kim.post("/customers/1", { name: "이영", version: "1" })).status, 303);
  await admin.post("/settings/fields/1", { do: "restore" });
  match(await (await kim.get("/customers/1")).text(), /123-45/);
});

Deno.test("a choice that is taken away stays with those who have it", async () => {
  const { office, admin, kim } = await withFields();
  using _ = office;
  await kim.post("/customers", VALUES);
  await admin.post("/settings/fields/2", { label: "결제", choices: "월말" });
  equal((await kim.post("/customers/1", { ...VALUES, version: "1" })).status, 303);
  equal((await kim.post("/customers", { ...VALUES, name: "박지훈" })).status, 422);
});

Deno.test("a field that makes no sense is refused beside its form", async () => {
  const { office, add } = await withFields();
  using _ = office;
  const wrong: Record<string, string>[] = [
    { label: "", kind: "text" },
    { label: "결제", kind: "text" },
    { label: "등급", kind: "choice", choices: " \n " },
    { label: "x", kind: "image" },
    { label: "가".repeat(61), kind: "text" },
    { label: "a\0b", kind: "text" },
  ];
  for (const fields of wrong) {
    const response = await add(fields);
    equal(response.status, 422, JSON.stringify(fields));
    match(await response.text(), /field_error/);
  }
  equal(customFields(office.store).length, 3);
});

Deno.test("fields are an administrator's business", async () => {
  const { office, kim } = await withFields();
  using _ = office;
  for (const browser of [kim, office.browser("super")]) {
    equal((await browser.get("/settings/fields")).status, 403);
    equal((await browser.post("/settings/fields", { label: "x", kind: "text" })).status, 403);
    equal((await browser.post("/settings/fields/1", { do: "retire" })).status, 403);
  }
  equal((await (await kim.get("/desk")).text()).includes('="/settings/'), false);
  equal(customFields(office.store).length, 3);
});

Deno.test("hostile customers are refused with a sentence, or shown as text", async () => {
  const { office, kim } = await withFields();
  using _ = office;
  for (const name of ["가".repeat(10_000), "nul\0name", ""]) {
    equal((await kim.post("/customers", { ...VALUES, name })).status, 422);
  }
  equal(customerById(office.store, 1), null);
  const hostile = "<script>alert(1)</script>\u202e=cmd|😀";
  equal((await kim.post("/customers", { ...VALUES, name: hostile, field_1: hostile })).status, 303);
  const html = await (await kim.get("/customers/1")).text();
  equal(html.includes("<script>alert"), false);
});
