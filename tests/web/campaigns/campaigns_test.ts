import { KOREA } from "../../../lib/domain/numbering.ts";
import { deepEqual, equal, match } from "node:assert/strict";
import { readList } from "../../../lib/desk/campaigns/read_list.ts";
import { askedNotToBeCalled } from "../../../lib/store/do_not_call.ts";
import { callById } from "../../../lib/store/calls.ts";
import { type Browser, WebOffice } from "../../support/web_office.ts";

const FIELDS = { name: "점검 안내", script: "안녕하세요", mostTries: "3", retryMinutes: "60" };
/** Friday, 2026-11-20, 14:00 in Seoul. */
const FRIDAY = Date.UTC(2026, 10, 20, 5);

function friday(): WebOffice {
  const office = new WebOffice();
  office.now = FRIDAY;
  return office;
}

async function makeFrom(office: WebOffice, text: string): Promise<void> {
  const made = await office.browser("super").post("/campaigns", { ...FIELDS, kind: "list", text });
  equal(made.status, 303, await made.text());
}

async function next(browser: Browser): Promise<string | null> {
  const response = await browser.post("/campaigns/1/next", {});
  equal(response.status, 303);
  return response.headers.get("location");
}

Deno.test("a pasted list is read whatever separates it, headings and lines without a number left out", () => {
  const { entries, withoutNumber } = readList(
    '\ufeff이름,전화,회사\n이영희,010-1234-5678,"한빛, 상사"\n02-555-1234\t박지훈\n없음,메모\n\n+82 10 9999 8888;새손님\n010-7777-1234|정하나',
    KOREA,
  );
  equal(withoutNumber, 2);
  deepEqual(entries.map(({ normal, name, company }) => [normal, name, company]), [
    ["01012345678", "이영희", "한빛, 상사"],
    ["025551234", "박지훈", ""],
    ["01099998888", "새손님", ""],
    ["01077771234", "정하나", ""],
  ]);
});

Deno.test("a quotation mark that nobody closes loses no line of a pasted list", () => {
  const { entries, withoutNumber } = readList(
    '"이영희","010-1234-5678"\n"박지훈,02-555-1234\n최은지,010-9999-8888',
    KOREA,
  );
  equal(withoutNumber, 0);
  deepEqual(entries.map(({ normal, name }) => [normal, name]), [
    ["01012345678", "이영희"],
    ["025551234", "박지훈"],
    ["01099998888", "최은지"],
  ]);
});

Deno.test("the number of a line is found beside running, customers' and firms' numbers, and as a spreadsheet leaves it", () => {
  const { entries, withoutNumber } = readList(
    [
      "112,이영희,010-1234-5678",
      "20001234,박지훈,02-555-1234",
      "123-45-67890,한빛상사,031-555-1234 / 010-9999-8888",
      "119,메모",
      "최은지,1022223333.0",
      "5551234,정하나",
    ].join("\n"),
    KOREA,
  );
  equal(withoutNumber, 1);
  deepEqual(entries.map(({ number, normal }) => [number, normal]), [
    ["010-1234-5678", "01012345678"],
    ["02-555-1234", "025551234"],
    ["031-555-1234", "0315551234"],
    ["01022223333", "01022223333"],
    ["5551234", "5551234"],
  ]);
});

Deno.test("lines of a list that have no number are left out, and the campaign says how many", async () => {
  using office = friday();
  const chief = office.browser("super");
  const text = "이름,전화\n박지훈,02-555-1234\n없음,메모";
  const made = await chief.post("/campaigns", { ...FIELDS, kind: "list", text });
  equal(made.headers.get("location"), "/campaigns/1?left=2");
  match(
    await (await chief.get("/campaigns/1?left=2")).text(),
    /번호가 없는 줄 2개는 넣지 않았습니다/,
  );
});

Deno.test("an agent asks for the next one, calls, writes the result and gets the one after", async () => {
  using office = friday();
  const { id } = office.customer({ name: "이영희", numbers: ["010-1234-5678"] });
  await makeFrom(office, "010-1234-5678\n02-555-1234,박지훈");
  const kim = office.browser("kim");
  equal(await next(kim), "/campaigns/work#dial");
  const work = await (await kim.get("/campaigns/work")).text();
  match(work, /이영희/);
  match(work, /안녕하세요/);
  const call = office.wire({
    type: "Originated",
    trunk: "1",
    extension: "202",
    digits: "01012345678",
    requested: true,
  });
  office.ends("1");
  const fields = { entry: "1", result: "reached", remark: "일정 확인", then: "next" };
  equal(
    (await kim.post("/campaigns/work", fields)).headers.get("location"),
    "/campaigns/work#dial",
  );
  match(await (await kim.get("/campaigns/work")).text(), /박지훈/);
  const page = await (await office.browser("super").get("/campaigns/1")).text();
  match(page, new RegExp(`/calls/${call.id}"`));
  match(page, /일정 확인/);
  equal(callById(office.store, call.id)?.customerId, id);
});

Deno.test("two agents never get the same number", async () => {
  using office = friday();
  await makeFrom(office, "02-555-1234,박지훈\n02-555-1235,최유진");
  const [kim, lee] = [office.browser("kim"), office.browser("lee")];
  await next(kim);
  await next(lee);
  match(await (await kim.get("/campaigns/work")).text(), /박지훈/);
  match(await (await lee.get("/campaigns/work")).text(), /최유진/);
});

Deno.test("outside the office's hours nobody is called, by the clock of the office's zone", async () => {
  using office = friday();
  await makeFrom(office, "02-555-1234");
  office.now = Date.UTC(2026, 10, 20, 9);
  equal(await next(office.browser("kim")), "/campaigns/1?notice=closed");
  office.now = Date.UTC(2026, 10, 21, 5);
  equal(await next(office.browser("kim")), "/campaigns/1?notice=closed");
  const hours = [["day", "6"], ["from", "13:00"], ["to", "15:00"]];
  equal((await office.browser("super").post("/campaigns/hours", hours)).status, 303);
  equal(await next(office.browser("kim")), "/campaigns/work#dial");
});

Deno.test("a result without a choice, and an appointment without a time or in the past, come back as typed", async () => {
  using office = friday();
  await makeFrom(office, "02-555-1234");
  const kim = office.browser("kim");
  await next(kim);
  const send = async (fields: Record<string, string>) => {
    const response = await kim.post("/campaigns/work", { entry: "1", remark: "메모", ...fields });
    return [response.status, await response.text()] as const;
  };
  const [none, page] = await send({});
  equal(none, 422);
  match(page, /value="메모"/);
  equal((await send({ result: "later", at: "" }))[0], 422);
  equal((await send({ result: "later", at: "2026-11-20T13:00" }))[0], 422);
  equal((await send({ result: "later", at: "2026-11-20T15:00" }))[0], 303);
});

Deno.test("who refuses can be kept from further calls with the same click", async () => {
  using office = friday();
  office.customer({ name: "이영희", numbers: ["010-1234-5678"] });
  await makeFrom(office, "010-1234-5678");
  const kim = office.browser("kim");
  await next(kim);
  await (await kim.post("/campaigns/work", { entry: "1", result: "refused", forbid: "yes" }))
    .text();
  equal(askedNotToBeCalled(office.store, "01012345678")[0]?.name, "이영희");
});

Deno.test("customers of a grade are called, but none who asked not to be", async () => {
  using office = friday();
  office.customer({ name: "이영희", grade: "VIP", numbers: ["010-1234-5678"] });
  office.customer({ name: "박지훈", grade: "일반", numbers: ["010-1234-5679"] });
  office.store.run("UPDATE customers SET do_not_call = 1 WHERE name = '최유진'");
  const fields = { ...FIELDS, kind: "customers", grade: "VIP", q: "" };
  equal((await office.browser("super").post("/campaigns", fields)).status, 303);
  const page = await (await office.browser("kim").get("/campaigns/1")).text();
  match(page, /이영희/);
  equal(page.includes("박지훈"), false);
});

Deno.test("a campaign without a name or numbers is refused beside the field; agents make none", async () => {
  using office = friday();
  const boss = office.browser("super");
  const bad = await boss.post("/campaigns", { ...FIELDS, name: "", kind: "list", text: "없음" });
  equal(bad.status, 422);
  const page = await bad.text();
  match(page, /id="e-name"/);
  match(page, /id="e-text"/);
  const kim = office.browser("kim");
  equal((await kim.post("/campaigns", { ...FIELDS, kind: "list", text: "112" })).status, 403);
  equal((await kim.post("/campaigns/hours", {})).status, 403);
  equal((await kim.get("/campaigns/new")).status, 403);
});

Deno.test("a supervisor pauses a campaign, and then nobody gets a number", async () => {
  using office = friday();
  await makeFrom(office, "02-555-1234");
  equal(
    (await office.browser("super").post("/campaigns/1/state", { state: "paused" })).status,
    303,
  );
  equal(await next(office.browser("kim")), "/campaigns/1?notice=none");
  equal((await office.browser("kim").post("/campaigns/1/state", { state: "ended" })).status, 403);
});

Deno.test("where there is no campaign, each is told what they can do about it", async () => {
  using office = new WebOffice();
  match(await (await office.browser("super").get("/campaigns")).text(), /파일로 캠페인을 만들면/);
  match(await (await office.browser("kim").get("/campaigns")).text(), /관리자가 캠페인을 만들면/);
});
