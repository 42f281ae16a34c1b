import { deepEqual, equal, match, ok } from "node:assert/strict";
import { ROUTES } from "../../lib/web/routes.ts";
import { ORIGIN, WebOffice } from "../support/web_office.ts";

Deno.test("a page that is not there is told in the person's language, with the way back", async () => {
  using office = new WebOffice();
  const response = await office.browser("kim").get("/nothing/here");
  equal(response.status, 404);
  match(await response.text(), /없는 페이지입니다/);
});

Deno.test("what goes wrong inside is told with a reference, and nothing of it is shown", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  office.store.run("DROP TABLE consultations");
  const call = office.rings("1", "202", "01012345678");
  office.answers("1", "202");
  const page = await kim.get("/desk");
  equal(page.status, 500);
  const html = await page.text();
  match(html, /관리자에게 번호 [0-9a-f]{8}/);
  ok(!/table: consultations|SELECT|\.ts|at .*:\d+/.test(html));
  const part = await kim.send(`/calls/${call.id}/draft`, { text: "x", type: "", version: "0" });
  equal(part.status, 500);
  equal(part.headers.get("HX-Retarget"), "#toasts");
  ok(!/consultations|<html/.test(await part.text()));
});

Deno.test("a database that does not answer at all makes a page in the browser's language with a reference", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  office.store.close();
  const korean = await kim.get("/desk");
  equal(korean.status, 500);
  equal(korean.headers.get("cache-control"), "no-store");
  match(await korean.text(), /<html lang="ko"[^]*관리자에게 번호 [0-9a-f]{8}/);
  const english = await kim.get("/desk", { "accept-language": "en-GB" });
  match(await english.text(), /<html lang="en"[^]*number [0-9a-f]{8}/);
  const part = await kim.get("/popups", { "HX-Request": "true" });
  equal(part.headers.get("HX-Retarget"), "#toasts");
  ok(!/<html/.test(await part.text()));
});

Deno.test("a body that is too large is refused, whatever length it says it has", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  const response = await kim.post("/customers", { name: "x".repeat(300_000) });
  equal(response.status, 413);
  match(await response.text(), /256KB/);
});

Deno.test("a body without an end is given up at the limit", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 16_384;
      controller.enqueue(new Uint8Array(16_384).fill(97));
    },
  });
  const response = await office.app.request(`${ORIGIN}/customers`, {
    method: "POST",
    headers: {
      cookie: kim.cookie,
      origin: ORIGIN,
      host: "office.test",
      "content-type": "application/x-www-form-urlencoded",
    },
    body: endless,
  });
  equal(response.status, 413);
  await response.body?.cancel();
  ok(sent < 400_000, `${sent} bytes were taken`);
});

Deno.test("a body that is no form is not understood", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  const send = async (type: string, body: string) => {
    const response = await office.app.request(`${ORIGIN}/customers`, {
      method: "POST",
      headers: { cookie: kim.cookie, origin: ORIGIN, host: "office.test", "content-type": type },
      body,
    });
    await response.body?.cancel();
    return response.status;
  };
  equal(await send("application/json", "{}"), 400);
  equal(await send("multipart/form-data; boundary=x", "no such boundary"), 400);
  equal(await send("multipart/form-data", "--x"), 400);
  equal(await send("application/x-www-form-urlencoded", "%E0%A4%A&name="), 422);
});

Deno.test("a form that comes in parts is read like any other", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  const body = new FormData();
  for (const [name, value] of Object.entries({ language: "en", next: "/calls" })) {
    body.set(name, value);
  }
  const response = await office.app.request(`${ORIGIN}/language`, {
    method: "POST",
    headers: { cookie: kim.cookie, origin: ORIGIN, host: "office.test" },
    body,
  });
  equal(response.headers.get("location"), "/calls");
});

Deno.test("the health check says what is wrong, by number and code alone", async () => {
  using office = new WebOffice();
  const stranger = office.stranger();
  const ask = async () => {
    const response = await stranger.get("/healthz");
    return [response.status, await response.json()];
  };
  deepEqual(await ask(), [200, { status: "ok" }]);
  office.lines.states = [{ state: "open", code: null }, { state: "fault", code: "not_found" }];
  deepEqual(await ask(), [503, { status: "fault", problems: ["line 2: fault (not_found)"] }]);
  office.lines.states = [{ state: "opening", code: null }];
  deepEqual(await ask(), [503, { status: "fault", problems: ["line 1: opening"] }]);
  office.lines.states = [];
});

Deno.test("the health check tells of a database that takes no writes", async () => {
  using office = new WebOffice();
  office.store.close();
  office.now += 5000; // what was found out before does not count for ever
  const response = await office.stranger().get("/healthz");
  equal(response.status, 503);
  deepEqual(await response.json(), {
    status: "fault",
    problems: ["database: does not take writes (database is not open)"],
  });
});

Deno.test("an address or headers that nobody would send are refused, and as long as ours may be is not", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  const status = async (path: string, headers: Record<string, string> = {}) => {
    const response = await kim.get(path, headers);
    await response.body?.cancel();
    return response.status;
  };
  equal(await status(`/calls?q=${"x".repeat(17_000)}`), 414);
  equal(await status(`/calls?q=${"x".repeat(7000)}`), 200);
  equal(await status("/desk", { "x-many": "x".repeat(33_000) }), 414);
  match(
    await (await kim.get(`/calls?q=${"x".repeat(17_000)}`)).text(),
    /주소가 너무 깁니다/,
  );
});

/** Every name that a page looks for in its address. */
const ASKED = [
  ...["done", "notice", "show", "shown", "only", "format", "range", "by", "sort", "order", "group"],
  ...["outcome", "direction", "caller", "note", "visit", "lacks", "weekday", "hour", "kind", "act"],
  ...["who", "q", "after", "before", "period", "state", "from", "to", "next", "name", "customer"],
];

Deno.test("a word that means something to JavaScript means nothing in an address", async () => {
  using office = new WebOffice();
  const admin = office.browser("admin");
  for (const word of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
    const search = new URLSearchParams(ASKED.map((name) => [name, word]));
    for (const { method, path } of ROUTES) {
      if (method !== "GET" || path === "/live") continue;
      const url = path.replace(/:id\b/, String(office.staff("kim").id)).replace(/:\w+/g, word);
      const response = await admin.get(`${url}?${search}`);
      await response.body?.cancel();
      ok(response.status < 500, `${url}?${search}: ${response.status}`);
    }
  }
});

Deno.test("a form that breaks off is no fault of the program's", async () => {
  using office = new WebOffice();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new Deno.errors.Http("unexpected EOF while reading HTTP/1 body"));
    },
  });
  const headers = { origin: ORIGIN, host: "office.test" };
  const { status } = await office.app.request(`${ORIGIN}/login`, { method: "POST", body, headers });
  equal(status, 400);
});

Deno.test("what a stranger sends is held in memory up to 32 KB", async () => {
  using office = new WebOffice();
  const sent = (bytes: number) =>
    office.stranger().post("/login", { login: "", password: "", next: "x".repeat(bytes) });
  equal((await sent(33_000)).status, 413);
  equal((await sent(30_000)).status, 422);
});
