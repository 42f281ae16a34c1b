import { deepEqual, equal, match, ok } from "node:assert/strict";
import { createTask } from "../../../lib/store/work/change_work.ts";
import { WebOffice } from "../../support/web_office.ts";

function furnished(): WebOffice {
  const office = new WebOffice();
  office.customer({ name: "이영희", company: "한빛상사", numbers: ["010-1234-5678"] });
  for (const number of ["01012345678", "01012345678", null]) {
    office.rings("1", "202", number);
    office.ends("1");
  }
  return office;
}

/** Anybody's, each due a little later than the one before. */
function someTasks({ store, now }: WebOffice, count: number): void {
  const task = { subject: "견적", text: "", customerId: null, interactionId: null, staffId: null };
  store.transaction(() => {
    for (let i = 0; i < count; i++) {
      createTask(store, { ...task, dueAt: now + i }, { by: 1, at: now });
    }
  });
}

Deno.test("the list has a row per caller, with tries, and one click calls back whoever has a number", async () => {
  using office = furnished();
  const html = await (await office.browser("kim").get("/work?kind=missed")).text();
  equal([...html.matchAll(/id="work-row-/g)].length, 2);
  match(html, /이영희[^]*010-1234-5678[^]*2번/);
  match(html, /번호를 알 수 없는 전화/);
  equal([...html.matchAll(/class="call_back"/g)].length, 1);
});

Deno.test("of a long list the first hundred are shown, then as many more as are asked for, and those stay when it is renewed", async () => {
  using office = new WebOffice();
  someTasks(office, 230);
  const kim = office.browser("kim");
  const shown = (html: string) => [...html.matchAll(/id="work-row-(\d+)"/g)].map(([, id]) => id);
  const asks = (html: string, place: string) =>
    new RegExp(`${place}[^>]* hx-get="([^"]+)"`).exec(html)?.[1]?.replaceAll("&amp;", "&");
  const part = async (path: string) => await (await kim.get(path, { "hx-request": "true" })).text();

  const first = await (await kim.get("/work?kind=task")).text();
  equal(shown(first).length, 100);
  const second = await part(asks(first, "<button")!);
  equal(shown(second).length, 200);
  deepEqual(shown(second).slice(0, 100), shown(first));
  equal(shown(await part(asks(second, '<tbody id="work-rows"')!)).length, 200);
  // Whoever loads it anew, or comes back to it, has as many.
  const whole = await (await kim.get("/work?kind=task&shown=200")).text();
  deepEqual(shown(whole), shown(second));
  for (const path of ["/work", "/work?kind=task", "/work?kind=task&shown=200"]) {
    equal((await kim.part(path)).headers.get("HX-Replace-Url"), path);
  }
  const third = await part(asks(second, 'id="work-more"[^]*<button')!);
  equal(shown(third).length, 230);
  ok(!third.includes('id="work-more"'));
  for (const [odd, rows] of [["-1", 100], ["x", 100], ["1e9", 230], ["250", 200]] as const) {
    equal(shown(await part(`/work?shown=${odd}`)).length, rows, odd);
  }
});

Deno.test("a list that is just full offers no more, and one that is longer than any says that it is cut", async () => {
  using office = new WebOffice();
  someTasks(office, 501);
  const kim = office.browser("kim");
  const foot = async (shown: number) => {
    const html = await (await kim.part(`/work?shown=${shown}`)).text();
    return [...html.matchAll(/id="work-(more|cut)"/g)].map(([, what]) => what);
  };
  deepEqual([await foot(400), await foot(500)], [["more"], ["cut"]]);
  office.store.run("DELETE FROM work WHERE id = 501");
  deepEqual([await foot(400), await foot(500)], [["more"], []]);
  office.store.run("DELETE FROM work WHERE id > 400");
  deepEqual([await foot(300), await foot(400), await foot(500)], [["more"], [], []]);
});

Deno.test("every page says how many wait", async () => {
  using office = furnished();
  const kim = office.browser("kim");
  match(await (await kim.get("/customers")).text(), /nav_count" data-module="work_count">2</);
  office.rings("1", "202", "01012345678");
  office.answers("1", "202");
  match(await (await kim.get("/customers")).text(), /nav_count" data-module="work_count">1</);
});

Deno.test("who takes a caller is shown, and every browser hears of it", async () => {
  using office = furnished();
  const kim = office.browser("kim");
  const stream = (await office.browser("lee").get("/live")).body!.pipeThrough(
    new TextDecoderStream(),
  );
  const answer = await kim.send("/work/1", { change: "take" }, "/work");
  match(await answer.text(), /id="work-row-1"[^]*김상담/);
  let heard = "";
  for await (const part of stream) {
    heard += part;
    if (heard.includes("event: work")) break;
  }
  match(heard, /event: work\ndata: {"count":1}/);
  const done = await kim.send("/work/1", { change: "finish" }, "/work");
  match(await done.text(), /김상담 완료/);
  const late = await office.browser("lee").send("/work/1", { change: "take" }, "/work");
  equal(late.status, 409);
  match(await late.text(), /먼저 바꾸었습니다/);
  match(await (await kim.get("/work?whose=done")).text(), /id="work-row-1"/);
});

Deno.test("what nobody knows to do, and whom nobody knows, is refused", async () => {
  using office = furnished();
  const kim = office.browser("kim");
  const statuses = [
    (await kim.send("/work/1", { change: "constructor" }, "/work")).status,
    (await kim.send("/work/99", { change: "take" }, "/work")).status,
  ];
  deepEqual(statuses, [400, 404]);
});

Deno.test("the desk's open work has the missed calls of one's own extension", async () => {
  using office = furnished();
  const desk = async (login: string) => await (await office.browser(login).get("/desk")).text();
  ok((await desk("kim")).includes('href="/work?kind=missed&amp;whose=mine"'));
  ok(!(await desk("lee")).includes('href="/work?kind=missed&amp;whose=mine"'));
});

Deno.test("a task is made by a form, and stands on the lists, with its customer and at its own page", async () => {
  using office = furnished();
  const kim = office.browser("kim");
  const lee = String(office.staff("lee").id);
  const fields = { subject: "견적서 두 부", text: "", staff: lee, dueAt: "2030-01-02T10:00" };
  const wrong = await kim.send("/work", { ...fields, subject: "" }, "/work/new");
  equal(wrong.status, 422);
  match(await wrong.text(), /name="subject"[^>]*aria-invalid="true"/);
  const made = await kim.send("/work", { ...fields, customer: "1" }, "/work/new?customer=1");
  deepEqual([made.status, made.headers.get("location")], [303, "/customers/1"]);
  match(await (await kim.get("/customers/1")).text(), /customer-work-title[^]*견적서 두 부/);
  const html = await (await office.browser("lee").get("/work?kind=task&whose=mine")).text();
  const [, id] = /id="work-row-(\d+)"/.exec(html) ?? [];
  match(html, /견적서 두 부/);
  match(await (await kim.get(`/work/${id}`)).text(), /<h1>견적서 두 부<\/h1>[^]*생김/);
  equal((await office.browser("oper").send(`/work/${id}`, { change: "finish" })).status, 403);
  const done = await office.browser("lee").send(`/work/${id}`, { change: "finish", version: "1" });
  match(await done.text(), new RegExp(`${office.staff("lee").name} 완료`));
});

Deno.test("work that should have been done says so on the list and on its page, by more than a colour", async () => {
  using office = furnished();
  const kim = office.browser("kim");
  const due = "2030-01-02T10:00";
  await kim.send("/work", { subject: "견적서", text: "", staff: "", dueAt: due }, "/work/new");
  const marked = async (who: typeof kim, path: string) =>
    /#clock"[^]*?기한 지남/.test(await (await who.get(path)).text());
  const [, id] = /work-row-(\d+)/.exec(await (await kim.get("/work?kind=task")).text()) ?? [];
  const pages = ["/work?kind=task", `/work/${id}`];
  deepEqual(await Promise.all(pages.map((page) => marked(kim, page))), [false, false]);
  office.now = Date.parse("2030-01-03T00:00:00Z");
  const later = office.browser("kim");
  deepEqual(await Promise.all(pages.map((page) => marked(later, page))), [true, true]);
});

Deno.test("a window that shows work is called by what is to be done, and with whom", async () => {
  using office = furnished();
  const kim = office.browser("kim");
  const task = { subject: "견적서 두 부", text: "", staff: "", dueAt: "2030-01-02T10:00" };
  await kim.send("/work", task, "/work/new");
  const titleOf = async (path: string) =>
    /<title>(.*?) · /.exec(await (await kim.get(path)).text())?.[1];
  const [, id] = /work-row-(\d+)/.exec(await (await kim.get("/work?kind=task")).text()) ?? [];
  deepEqual([await titleOf("/work/1"), await titleOf(`/work/${id}`)], [
    "부재: 이영희",
    "견적서 두 부",
  ]);
});

Deno.test("where missed callers stood before, their list is still found", async () => {
  using office = furnished();
  const kim = office.browser("kim");
  const leads = async (path: string) => (await kim.get(path)).headers.get("location");
  deepEqual(await Promise.all(["/missed", "/missed?show=mine", "/missed?show=done"].map(leads)), [
    ...["/work?kind=missed", "/work?kind=missed&whose=mine", "/work?kind=missed&whose=done"],
  ]);
  const taken = await kim.send("/missed/1", { change: "take" }, "/work");
  match(await taken.text(), /id="work-row-1"[^]*김상담/);
});
