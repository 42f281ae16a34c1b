import { deepEqual, equal, match, ok } from "node:assert/strict";
import { workbookRows } from "../../support/workbook_rows.ts";
import { indexWaiting } from "../../../lib/store/search_index.ts";
import { saveDraft } from "../../../lib/store/notes.ts";
import { someCall } from "../../store/fixtures.ts";
import { WebOffice } from "../../support/web_office.ts";

/** Numbers in the rows of a page, in their order. */
const numbersIn = (html: string) =>
  [...html.matchAll(/data-call-row[^]*?data-copy="(\d+)"/g)].map(([, number]) => number);

function furnished(): WebOffice {
  const office = new WebOffice();
  office.customer({ name: "이영희", company: "한빛상사", numbers: ["010-1234-5678"] });
  office.rings("1", "202", "01012345678");
  office.answers("1", "202");
  office.now += 30_000;
  office.ends("1");
  office.rings("2", "203", "0255512340");
  office.ends("2");
  return office;
}

Deno.test("filters stand in the URL, combine, and are chips that can be taken away", async () => {
  using office = furnished();
  const kim = office.browser("kim");
  const html = await (await kim.get("/calls?outcome=missed&range=today&trunk=1.2")).text();
  deepEqual(numbersIn(html), ["0255512340"]);
  match(html, /chip_value">부재</);
  match(html, /chip_value">오늘</);
  ok(html.includes('href="/calls?trunk=1.2&amp;range=today"'), "the URL without the state");
  deepEqual(numbersIn(await (await kim.get("/calls?outcome=missed&agent=1")).text()), []);
});

Deno.test("calls are found by a number in any form, be it in the box or in the number's filter", async () => {
  using office = furnished();
  const kim = office.browser("kim");
  const forms = [
    "+82 10-1234-5678",
    "\u202a010_1234_5678\u202c",
    "tel:010-1234-5678",
    "82-10-1234",
    "5678",
  ];
  for (const typed of forms) {
    for (const field of ["q", "number"]) {
      const html = await (await kim.get(`/calls?${field}=${encodeURIComponent(typed)}`)).text();
      deepEqual(numbersIn(html), ["01012345678"], `${field}=${typed}`);
    }
  }
  // The customer's calls, whose name stands in the row.
  for (const typed of ["이영희님", "dldudgml", "㈜한빛"]) {
    const html = await (await kim.get(`/calls?q=${encodeURIComponent(typed)}`)).text();
    deepEqual(numbersIn(html), ["01012345678"], typed);
  }
});

Deno.test("what is asked for less often stands behind `more`, until it is set", async () => {
  using office = furnished();
  const kim = office.browser("kim");
  const tucked = (html: string) => {
    const more = html.slice(
      html.indexOf("more_chips"),
      html.indexOf("</form>", html.indexOf("more_chips")),
    );
    return [...more.matchAll(/name="(\w+)" value=""/g)].map(([, name]) => name);
  };
  const plain = await (await kim.get("/calls")).text();
  deepEqual(tucked(plain), ["grade", "visit", "weekday", "hour", "by", "byExtension", "lacks"]);
  // The office's clock shows Saturday, 14:00.
  const html = await (await kim.get("/calls?weekday=5&hour=14&visit=first&by=1")).text();
  deepEqual(numbersIn(html), ["01012345678"]);
  deepEqual(tucked(html), ["grade", "byExtension", "lacks"]);
  match(html, /chip_value">토요일</);
  match(html, /chip_value">14시</);
  deepEqual(numbersIn(await (await kim.get("/calls?hour=15")).text()), []);
  const wrong = await (await kim.get("/calls?hour=24&weekday=7&visit=never&by=x&lacks=all")).text();
  ok(!wrong.includes("chip_set"));
});

Deno.test("the page says how many changes are still to come into it, and then no more", async () => {
  using office = furnished();
  const kim = office.browser("kim");
  office.store.run(
    `INSERT INTO calls (line_id, switch_call, trunk, direction, state, started_at, ended_at, heard_at, outcome)
     WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
     SELECT line_id, 'more-' || i, '1', 'in', 'ended', ended_at, ended_at, ended_at, 'missed' FROM n, calls
     WHERE calls.id = 1`,
  );
  match(await (await kim.get("/calls")).text(), /바뀐 통화 152건을 반영하는 중/);
  const next = await (await kim.get("/calls")).text();
  ok(!next.includes("반영하는 중"));
  match(next, /402건/);
});

Deno.test("words that find very many customers say that not all of their calls are here", async () => {
  using office = furnished();
  office.store.transaction(() => {
    for (let i = 0; i < 200; i++) office.customer({ name: `김고객${i}` });
  });
  indexWaiting(office.store, 1000);
  const kim = office.browser("kim");
  const note = /최근에 연락한 200명의 통화만 보입니다/;
  match(await (await kim.get("/calls?customer=김고객")).text(), note);
  ok(!note.test(await (await kim.get("/calls?customer=이영희")).text()));
});

Deno.test("what the URL says wrongly is as if it said nothing", async () => {
  using office = furnished();
  const kim = office.browser("kim");
  const url = "/calls?agent=x&from=2026-02-31&sort=secret&page=-3&outcome=%27&behind=0";
  const html = await (await kim.get(url)).text();
  equal(numbersIn(html).length, 2);
  ok(!html.includes("chip_set"));
});

Deno.test("a click on a column sorts, a second one turns", async () => {
  using office = furnished();
  const kim = office.browser("kim");
  const first = await (await kim.get("/calls?sort=number")).text();
  deepEqual(numbersIn(first), ["01012345678", "0255512340"]);
  match(first, /aria-sort="ascending"><a class="sort" href="\/calls\?sort=number&amp;turn=1"/);
  deepEqual(numbersIn(await (await kim.get("/calls?sort=number&turn=1")).text()), [
    "0255512340",
    "01012345678",
  ]);
});

Deno.test("the form of the filters gets the list alone, and an address without its empty fields", async () => {
  using office = furnished();
  const kim = office.browser("kim");
  const answer = await kim.part("/calls?range=&outcome=missed&agent=&words=", "/calls");
  equal(answer.headers.get("HX-Push-Url"), "/calls?outcome=missed");
  const html = await answer.text();
  ok(html.startsWith('<div class="call_log"'));
});

Deno.test("a row's panel closes into the list as it was filtered", async () => {
  using office = furnished();
  const kim = office.browser("kim");
  const list = await (await kim.get("/calls?outcome=missed")).text();
  ok(list.includes('href="/calls/2?outcome=missed"'));
  const panel = await (await kim.part("/calls/2?outcome=missed", "/calls?outcome=missed")).text();
  match(panel, /href="\/calls\?outcome=missed" data-close-panel/);
});

Deno.test("a call from outside that has no trunk is not said to have begun inside", async () => {
  using office = new WebOffice();
  const [outside, inside] = (["in", "internal"] as const).map((direction) =>
    someCall(office.store, { trunk: null, direction, switchCall: direction })
  );
  const kim = office.browser("kim");
  const panel = async (id: number) => await (await kim.part(`/calls/${id}`, "/calls")).text();
  equal((await panel(outside!)).includes("내선에서 시작"), false);
  match(await panel(inside!), /내선에서 시작/);
});

Deno.test("a call is given to a customer by the ID that people read", async () => {
  using office = furnished();
  const kim = office.browser("kim");
  equal((await kim.send("/calls/2/customer", { customer: "C-000001" }, "/calls")).status, 200);
  const html = await (await kim.get("/calls?customer=C-000001")).text();
  deepEqual(numbersIn(html), ["0255512340", "01012345678"]);
});

Deno.test("a filter is kept under a name, for its person alone, and forgotten again", async () => {
  using office = furnished();
  const [kim, lee] = [office.browser("kim"), office.browser("lee")];
  const saved = await kim.post("/calls/filters", { name: "내 부재", query: "?outcome=missed&x=1" });
  deepEqual([saved.status, saved.headers.get("location")], [303, "/calls?outcome=missed"]);
  match(await (await kim.get("/calls")).text(), /href="\/calls\?outcome=missed">내 부재</);
  ok(!(await (await lee.get("/calls")).text()).includes("내 부재"));
  equal((await lee.post("/calls/filters/1/remove", {})).status, 404);
  equal((await kim.post("/calls/filters/1/remove", {})).status, 303);
  ok(!(await (await kim.get("/calls")).text()).includes("내 부재"));
});

Deno.test("columns are a person's choice; the time stays, since it opens the row", async () => {
  using office = furnished();
  const [kim, lee] = [office.browser("kim"), office.browser("lee")];
  await kim.post("/calls/columns", [["column", "code"], ["column", "nonsense"]]);
  const heads = (html: string) =>
    [...html.matchAll(/<th scope="col" class="col_(\w+)/g)].map((m) => m[1]);
  deepEqual(heads(await (await kim.get("/calls")).text()), ["at", "code"]);
  ok(heads(await (await lee.get("/calls")).text()).includes("number"));
});

Deno.test("an export has every filtered row, in order, with its note, and no formula", async () => {
  using office = furnished();
  const kim = office.browser("kim");
  const note = { staffId: office.staff("kim").id, type: "주문", version: 0 };
  const draft = saveDraft(office.store, { ...note, callId: 1, text: "=1+1" }, office.now);
  office.store.run("UPDATE consultations SET state = 'done' WHERE id = ?", draft.id);
  const answer = await kim.get("/calls.csv?sort=number");
  match(answer.headers.get("content-disposition") ?? "", /2026-11-21\.csv/);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
  const lines = new TextDecoder().decode(bytes).trim().split("\n");
  equal(lines.length, 3);
  match(
    lines[1]!,
    /^1,2026-11-21 14:00:01,수신,010-1234-5678,이영희,한빛상사,C-000001,202,김상담,.*,주문,'=1\+1$/,
  );
  match(lines[2]!, /부재,02-5551-2340,,/);
});

Deno.test("a workbook has the rows of the page's filter, in the order of the page", async () => {
  using office = furnished();
  const kim = office.browser("kim");
  const numbers = async (query: string) => {
    const answer = await kim.get(`/calls.xlsx${query}`);
    const found = [];
    for await (const { cells } of workbookRows(new Uint8Array(await answer.arrayBuffer()))) {
      found.push(cells[3]);
    }
    return found.slice(1);
  };
  deepEqual(await numbers("?sort=number&turn=1"), ["02-5551-2340", "010-1234-5678"]);
  deepEqual(await numbers("?outcome=missed&page=7"), ["02-5551-2340"]);
  deepEqual(await numbers("?words=nothing"), []);
});
