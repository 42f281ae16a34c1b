import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { customersExport } from "../../../lib/jobs/export/customers.ts";
import { forbidCalls } from "../../../lib/store/do_not_call.ts";
import { numberingOf } from "../../../lib/store/numbering.ts";
import { translator } from "../../../lib/text/translator.ts";
import { WebOffice } from "../../support/web_office.ts";

const SEOUL = {
  country: "KR",
  areaCode: "02",
  outsideDigit: "9",
  abroadPrefix: "",
  featurePrefixes: "*23# #31#",
};

Deno.test("an administrator says the office's country, area code, outside digit and feature codes, and it is audited", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  match(
    await (await admin.get("/settings/numbers")).text(),
    /<option value="KR" selected>대한민국</,
  );
  equal((await admin.post("/settings/numbers", SEOUL)).status, 303);
  deepEqual(numberingOf(office.store), {
    ...SEOUL,
    featurePrefixes: ["*23#", "#31#"],
  });
  const page = await (await admin.get("/settings/numbers?saved")).text();
  match(page, /name="areaCode" value="02"/);
  match(page, /02-2000-0100/);
  match(page, /새로 읽고 있습니다/);
  match(await (await admin.get("/settings/audit?kind=setting")).text(), /numbering\.area_code/);
});

Deno.test("what is no area code, digit or feature code is told at its field, and changes nothing", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  for (
    const [field, wrong] of [
      ["country", "XX"],
      ["areaCode", "2"],
      ["areaCode", "010"],
      ["areaCode", "09"],
      ["outsideDigit", "999"],
      ["outsideDigit", "x"],
      ["abroadPrefix", "+"],
      ["featurePrefixes", "23"],
      ["featurePrefixes", "*23# a"],
    ] as const
  ) {
    const answer = await admin.post("/settings/numbers", { ...SEOUL, [field]: wrong });
    equal(answer.status, 422, `${field} ${wrong}`);
    match(await answer.text(), new RegExp(`id="f-${field}-error"`), `${field} ${wrong}`);
  }
  equal(numberingOf(office.store).areaCode, "");
  equal(
    (await admin.post("/settings/numbers", { ...SEOUL, country: "JP", areaCode: "03" })).status,
    303,
  );
  equal((await office.browser("kim").get("/settings/numbers")).status, 403);
});

Deno.test("a number outside goes out with the outside digit, an extension without it", async () => {
  using office = new WebOffice();
  await office.browser("admin").post("/settings/numbers", SEOUL);
  const kim = office.browser("kim");
  for (
    const number of ["010-2000-0011", "9-010-2000-0011", "2000-0100", "203", "*23#01020000011"]
  ) {
    equal(
      (await kim.post("/dial", { number }, { accept: "application/json" })).status,
      200,
      number,
    );
  }
  deepEqual(office.lines.dialled.map((one) => one.replace("202 ", "")), [
    ...["901020000011", "901020000011", "90220000100", "203", "*23#901020000011"],
  ]);
});

Deno.test("whoever asked not to be called is asked about before, also by a number that went through a table of floats", async () => {
  using office = new WebOffice();
  await office.browser("admin").post("/settings/numbers", SEOUL);
  const { id } = office.customer({ name: "박가람", numbers: ["1020000001.0"] });
  forbidCalls(office.store, id, { by: office.staff("kim").id, at: office.now });
  const kim = office.browser("kim");
  for (const number of ["01020000001", "901020000001", "*23#01020000001", "9*23#010-2000-0001"]) {
    const asked = await kim.post("/dial", { number }, { accept: "application/json" });
    notEqual(asked.status, 200, number);
    await asked.body?.cancel();
  }
  deepEqual(office.lines.dialled, []);
  const emergency = await kim.post("/dial", { number: "9119" }, { accept: "application/json" });
  equal((await emergency.json())["result"], "emergency");
});

Deno.test("a number without its area code is said to be completed, in its form, on the customer and on a call", async () => {
  using office = new WebOffice();
  await office.browser("admin").post("/settings/numbers", SEOUL);
  const { id } = office.customer({ name: "박가람", numbers: ["555-1234", "010-2000-0001"] });
  const kim = office.browser("kim");
  const form = await (await kim.get(`/customers/${id}/edit`)).text();
  match(form, /02-555-1234 \(지역번호 02을\(를\) 붙임\)/);
  const said = (text: string) =>
    [...text.matchAll(/number_area[^>]*title="([^"]*)">\((\d+)\)/g)].map(([, ...all]) => all);
  const page = await (await kim.get(`/customers/${id}`)).text();
  deepEqual(said(page), [["지역번호 02을(를) 붙였습니다", "02"]]);
  office.rings("1", "202", "5551234");
  const calls = await (await kim.get("/calls")).text();
  deepEqual(said(calls), [["지역번호 02을(를) 붙였습니다", "02"]]);
  match(calls, />5551234</);
  match(calls, /박가람/);
});

Deno.test("numbers of an office abroad are written as its country writes them, on pages and in exports", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  const japan = { ...SEOUL, country: "JP", areaCode: "03" };
  equal((await admin.post("/settings/numbers", japan)).status, 303);
  // In Korea that is 031-255-0100.
  const [first] = [1, 2].map(() => office.customer({ name: "Sato", numbers: ["0312550100"] }));
  const boss = office.browser("super");
  for (const page of ["/customers/duplicates", `/customers/${first!.id}`, "/search?q=Sato"]) {
    const text = await (await boss.get(page)).text();
    match(text, /03-1255-0100/, page);
    equal(text.includes("031-255-0100"), false, page);
  }
  const column = customersExport(office.store).columns.find(({ field }) => field === "number1")!;
  equal(column.value({ ...first!, custom: new Map() }, translator("en")), "03-1255-0100");
});
