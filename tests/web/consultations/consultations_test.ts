import { equal, match } from "node:assert/strict";
import { consultationById } from "../../../lib/store/consultations.ts";
import type { Browser } from "../../support/web_office.ts";
import { WebOffice } from "../../support/web_office.ts";

/** An office in which kim has begun a consultation without a call. */
async function begun() {
  const office = new WebOffice();
  const customer = office.customer({ name: "이영희", numbers: ["010-1234-5678"] });
  const kim = office.browser("kim");
  const response = await kim.post(`/customers/${customer.id}/consultations`, {});
  equal(response.status, 303);
  const url = response.headers.get("location")!;
  const id = Number(url.split("/").at(-1));
  return { office, customer, kim, url, id, stored: () => consultationById(office.store, id) };
}

const draft = (browser: Browser, url: string, text: string, version: number, more = {}) =>
  browser.send(`${url}/draft`, { type: "문의", text, version: String(version), ...more });

const save = (browser: Browser, url: string, text: string, version: number, more = {}) =>
  browser.send(url, {
    type: "문의",
    text,
    state: "done",
    callbackAt: "",
    version: String(version),
    ...more,
  });

Deno.test("a consultation without a call is a draft from its first moment, and is listed", async () => {
  const { office, kim, url, stored, customer } = await begun();
  using _ = office;
  equal(stored()?.state, "draft");
  equal((await draft(kim, url, "견적 요청\n둘째 줄", 1)).status, 200);
  equal(stored()?.text, "견적 요청\n둘째 줄");
  match(await (await kim.get(url)).text(), /견적 요청\n둘째 줄/);
  const desk = await (await kim.get("/desk")).text();
  match(desk, new RegExp(`href="${url}"`));
  match(desk, /견적 요청/);
  const again = await kim.post(`/customers/${customer.id}/consultations`, {});
  equal(again.headers.get("location") === url, false);
});

Deno.test("saving goes on to the customer, whose time line shows it", async () => {
  const { office, kim, url, stored, customer } = await begun();
  using _ = office;
  const response = await save(kim, url, "견적 보냄", 1);
  equal(response.headers.get("HX-Redirect"), `/customers/${customer.id}`);
  equal(stored()?.state, "done");
  match(await (await kim.get(`/customers/${customer.id}`)).text(), /견적 보냄/);
});

Deno.test("a correction shows what stood before, and by whom", async () => {
  const { office, kim, url } = await begun();
  using _ = office;
  await (await save(kim, url, "첫 내용", 1)).body?.cancel();
  const version = 3;
  await (await save(office.browser("super"), url, "고친 내용", version)).body?.cancel();
  const html = await (await kim.get(url)).text();
  match(html, /고친 내용[\s\S]*고치기 전 내용[\s\S]*김상담[\s\S]*첫 내용/);
  match(await (await kim.get("/customers/1")).text(), /1번 고침/);
});

Deno.test("who saves over somebody's correction sees both and changes nothing", async () => {
  const { office, kim, url, stored } = await begun();
  using _ = office;
  await (await save(kim, url, "첫 내용", 1)).body?.cancel();
  await (await save(office.browser("super"), url, "감독의 말", 3)).body?.cancel();
  const response = await save(kim, url, "김의 말", 3);
  equal(response.status, 409);
  const html = await response.text();
  match(html, /감독의 말/);
  match(html, /김의 말/);
  equal(stored()?.text, "감독의 말");
});

Deno.test("another agent reads it and writes nothing; a draft is its writer's alone", async () => {
  const { office, kim, url, stored } = await begun();
  using _ = office;
  equal((await draft(office.browser("super"), url, "x", 1)).status, 403);
  await (await save(kim, url, "김의 말", 1)).body?.cancel();
  const lee = office.browser("lee");
  const html = await (await lee.get(url)).text();
  match(html, /김의 말/);
  equal(html.includes("data-note="), false);
  for (const answer of [await draft(lee, url, "x", 3), await save(lee, url, "x", 3)]) {
    equal(answer.status, 403);
    await answer.body?.cancel();
  }
  equal((await lee.post(`${url}/discard`, {})).status, 403);
  equal(stored()?.text, "김의 말");
  equal((await lee.get("/consultations/99")).status, 404);
});

Deno.test("a draft is thrown away by its writer, what was saved by nobody", async () => {
  const { office, kim, url, stored, customer } = await begun();
  using _ = office;
  const other = await kim.post(`/customers/${customer.id}/consultations`, {});
  equal(other.headers.get("location"), url);
  equal(
    (await kim.post(`${url}/discard`, {})).headers.get("location"),
    `/customers/${customer.id}`,
  );
  equal(stored(), null);
  const next = (await kim.post(`/customers/${customer.id}/consultations`, {})).headers.get(
    "location",
  )!;
  await (await save(kim, next, "저장함", 1)).body?.cancel();
  equal((await kim.post(`${next}/discard`, {})).status, 403);
});

Deno.test("hostile words are refused with a sentence, or shown as text", async () => {
  const { office, kim, url, stored } = await begun();
  using _ = office;
  for (const text of ["가".repeat(20_001), "nul \0"]) {
    equal((await draft(kim, url, text, 1)).status, 422);
    const response = await save(kim, url, text, 1);
    equal(response.status, 422);
    match(await response.text(), /aria-invalid="true"/);
  }
  equal(stored()?.text, "");
  const hostile = "<script>alert(1)</script> \u202e =cmd|' /C calc'!A0 😀";
  equal((await save(kim, url, hostile, 1)).status, 204);
  const html = await (await kim.get("/customers/1")).text();
  equal(html.includes("<script>alert"), false);
  match(html, /&lt;script&gt;alert/);
});

Deno.test("a promised call reminds its agent when it is due, until it is put away", async () => {
  const { office, kim, url } = await begun();
  using _ = office;
  const callback = { state: "callback", callbackAt: "2026-11-21T15:30" };
  equal((await save(kim, url, "납기 확인", 1, callback)).status, 204);
  const reminders = async (browser: Browser) => await (await browser.part("/reminders")).text();
  equal((await reminders(kim)).includes("이영희"), false);
  office.now = Date.parse("2026-11-21T15:30:00+09:00");
  match(await reminders(kim), /다시 전화할 시각[\s\S]*이영희[\s\S]*납기 확인/);
  equal((await reminders(office.browser("lee"))).includes("이영희"), false);
  equal((await office.browser("lee").send("/work/1/reminder", {})).status, 403);
  const closed = await kim.send("/work/1/reminder", {});
  equal((await closed.text()).includes("이영희"), false);
  match(await (await kim.get("/desk")).text(), /기한 지남/);
});
