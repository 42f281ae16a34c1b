import { deepEqual, equal, match } from "node:assert/strict";
import { noteOf } from "../../../lib/store/consultations.ts";
import type { Browser } from "../../support/web_office.ts";
import { WebOffice } from "../../support/web_office.ts";

/** An office in which 202 talks with a known customer. */
function talking() {
  const office = new WebOffice();
  const customer = office.customer({ name: "이영희", numbers: ["010-1234-5678"] });
  office.rings("1", "202", "01012345678");
  const call = office.answers("1", "202");
  const kim = office.browser("kim");
  const stored = () => noteOf(office.store, call.id, office.staff("kim").id);
  return { office, customer, call, kim, stored };
}

const draft = (browser: Browser, call: number, text: string, version: number, more = {}) =>
  browser.send(`/calls/${call}/draft`, { type: "문의", text, version: String(version), ...more });

const complete = (browser: Browser, call: number, fields: Record<string, string>) =>
  browser.send(`/calls/${call}/consultation`, {
    type: "문의",
    text: "납기 확인",
    state: "done",
    callbackAt: "",
    version: "0",
    ...fields,
  });

const versionIn = (html: string) => Number(/data-version="(\d+)"/.exec(html)?.[1]);

Deno.test("what is typed is kept, and is on the card after a reload", async () => {
  const { office, call, kim, stored, customer } = talking();
  using _ = office;
  const response = await draft(kim, call.id, "납기 확인\n두 번째 줄", 0);
  equal(response.status, 200);
  equal(versionIn(await response.text()), 1);
  equal(stored()?.text, "납기 확인\n두 번째 줄");
  equal(stored()?.state, "draft");
  equal(stored()?.customerId, customer.id);
  match(await (await kim.get("/desk")).text(), /납기 확인\n두 번째 줄/);
});

Deno.test("another tab's text is never written over unseen: one is shown both", async () => {
  const { office, call, kim, stored } = talking();
  using _ = office;
  await (await draft(kim, call.id, "첫 창", 0)).body?.cancel();
  const response = await draft(kim, call.id, "둘째 창", 0);
  equal(response.status, 409);
  match(await response.text(), /첫 창/);
  equal(stored()?.text, "첫 창");
  equal((await draft(kim, call.id, "둘째 창", 0)).status, 409);
  equal((await draft(kim, call.id, "둘째 창", 1)).status, 200);
  equal(stored()?.text, "둘째 창");
});

Deno.test("the same words sent again, because the answer was lost, are no conflict", async () => {
  const { office, call, kim } = talking();
  using _ = office;
  equal((await draft(kim, call.id, "같은 말", 0)).status, 200);
  equal((await draft(kim, call.id, "같은 말", 0)).status, 200);
});

Deno.test("saving completes the note and clears the card when the call is over", async () => {
  const { office, call, kim, stored } = talking();
  using _ = office;
  office.ends("1");
  const response = await complete(kim, call.id, {});
  equal(response.status, 200);
  equal(response.headers.get("HX-Trigger"), "consultation-saved");
  equal((await response.text()).includes(`data-call="${call.id}"`), false);
  equal(stored()?.state, "done");
  equal((await kim.part(`/card?shown=&state=`)).status, 204);
});

Deno.test("a note can be saved while they still talk; the card stays", async () => {
  const { office, call, kim } = talking();
  using _ = office;
  const response = await complete(kim, call.id, {});
  equal(response.status, 200);
  match(await response.text(), new RegExp(`data-call="${call.id}"`));
});

Deno.test("a promised call needs a time that is still to come", async () => {
  const { office, call, kim, stored } = talking();
  using _ = office;
  for (const callbackAt of ["", "2026-11-21T09:00", "tomorrow"]) {
    const response = await complete(kim, call.id, { state: "callback", callbackAt });
    equal(response.status, 422, callbackAt);
    const html = await response.text();
    match(html, /납기 확인/);
    match(html, /aria-invalid="true"/);
  }
  equal(stored(), null);
  const response = await complete(kim, call.id, {
    state: "callback",
    callbackAt: "2026-11-21T15:30",
  });
  equal(response.status, 200);
  equal(stored()?.callbackAt, Date.parse("2026-11-21T15:30:00+09:00"));
  match(await (await kim.get("/desk")).text(), /오늘 15:30/);
});

Deno.test("a note that cannot be kept comes back as typed, with what is wrong", async () => {
  const { office, call, kim, stored } = talking();
  using _ = office;
  const long = "가".repeat(20_001);
  equal((await draft(kim, call.id, long, 0)).status, 422);
  const response = await complete(kim, call.id, { text: long });
  equal(response.status, 422);
  match(await response.text(), /가{20001}/);
  equal((await draft(kim, call.id, "nul \0 here", 0)).status, 422);
  equal((await draft(kim, call.id, "x", 0, { type: "없는유형" })).status, 422);
  equal((await draft(kim, call.id, "x", 0, { version: "x" })).status, 422);
  equal(stored(), null);
});

Deno.test("twenty thousand characters of any kind can be kept", async () => {
  const { office, call, kim, stored } = talking();
  using _ = office;
  const text = "😀".repeat(20_000);
  equal((await draft(kim, call.id, text, 0)).status, 200);
  equal(stored()?.text, text);
});

Deno.test("line ends, tabs and Korean typed on a Mac become what they are elsewhere", async () => {
  const { office, call, kim, stored } = talking();
  using _ = office;
  equal((await draft(kim, call.id, "한글\r\n\t끝".normalize("NFD"), 0)).status, 200);
  equal(stored()?.text, "한글\n\t끝");
});

Deno.test("nobody writes on a call that was not at their extension, whatever their role", async () => {
  const { office, call } = talking();
  using _ = office;
  for (const login of ["lee", "super", "admin"]) {
    const browser = office.browser(login);
    equal((await draft(browser, call.id, "x", 0)).status, 403, login);
    equal((await complete(browser, call.id, {})).status, 403, login);
  }
  equal((await draft(office.browser("kim"), 999, "x", 0)).status, 404);
});

Deno.test("two agents on one call have a note each", async () => {
  const { office, call, stored } = talking();
  using _ = office;
  office.rings("1", "203", "01012345678");
  office.answers("1", "203");
  const [kim, lee] = [office.browser("kim"), office.browser("lee")];
  equal((await draft(kim, call.id, "김의 메모", 0)).status, 200);
  equal((await draft(lee, call.id, "이의 메모", 0)).status, 200);
  equal(stored()?.text, "김의 메모");
  equal(noteOf(office.store, call.id, office.staff("lee").id)?.text, "이의 메모");
});

Deno.test("a finished note that is mended stays finished", async () => {
  const { office, call, kim, stored } = talking();
  using _ = office;
  await (await complete(kim, call.id, {})).body?.cancel();
  const version = stored()!.version;
  equal((await draft(kim, call.id, "고친 말", version)).status, 200);
  deepEqual([stored()?.text, stored()?.state], ["고친 말", "done"]);
});

Deno.test("the time chosen for a call back is kept with the draft, and on the card after a reload", async () => {
  const { office, call, kim, stored } = talking();
  using _ = office;
  const chosen = { state: "callback", callbackAt: "2026-11-21T15:30" };
  equal((await draft(kim, call.id, "다시 전화", 0, chosen)).status, 200);
  equal(stored()?.callbackAt, Date.parse("2026-11-21T15:30:00+09:00"));
  match(await (await kim.get("/desk")).text(), /value="2026-11-21T15:30"/);
  equal((await draft(kim, call.id, "다시 전화", 1, { ...chosen, state: "done" })).status, 200);
  equal(stored()?.callbackAt, null);
  equal(stored()?.state, "draft");
});
