import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import { cheapHash } from "../../support/cheap_password.ts";
import { setActive, setPassword } from "../../../lib/store/staff.ts";
import { Browser, WebOffice } from "../../support/web_office.ts";

const HASH = await cheapHash("correct horse");

function officeWithPassword(): WebOffice {
  const office = new WebOffice();
  setPassword(office.store, office.staff("kim").id, HASH);
  return office;
}

const login = (office: WebOffice, password: string, more: Record<string, string> = {}) =>
  office.stranger().post("/login", { login: "kim", password, ...more });

Deno.test("the right password opens a session and leads on", async () => {
  using office = officeWithPassword();
  const response = await login(office, "correct horse", { next: "/calls" });
  equal(response.status, 303);
  equal(response.headers.get("location"), "/calls");
  const cookie = response.headers.get("set-cookie")!;
  match(cookie, /^belltower_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
  const browser = new Browser(office.app, cookie.split(";")[0]!);
  equal((await browser.get("/session")).status, 204);
  equal((await browser.get("/desk")).status, 200);
});

Deno.test("over https the cookie never goes over http", async () => {
  using office = officeWithPassword();
  const response = await office.app.request("https://office.test/login", {
    method: "POST",
    headers: { origin: "https://office.test" },
    body: new URLSearchParams({ login: "kim", password: "correct horse" }),
  });
  const cookie = response.headers.get("set-cookie")!;
  match(
    cookie,
    /^__Host-belltower_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
});

/** Signs kim in by plain HTTP or HTTPS; the name and the value of the cookie. */
async function cookieBy(office: WebOffice, scheme: "http" | "https"): Promise<[string, string]> {
  const response = await office.app.request(`${scheme}://office.test/login`, {
    method: "POST",
    headers: { origin: `${scheme}://office.test` },
    body: new URLSearchParams({ login: "kim", password: "correct horse" }),
  });
  const [name = "", value = ""] = response.headers.get("set-cookie")!.split(";")[0]!.split("=");
  return [name, value];
}

Deno.test("a session of plain http is none by https, whatever its cookie is called, nor the other way round", async () => {
  using office = officeWithPassword();
  const ask = async (scheme: string, cookie: string) => {
    const url = `${scheme}://office.test/session`;
    return (await office.app.request(url, { headers: { cookie } })).status;
  };
  const [[plainName, plain], [secureName, secure]] = [
    await cookieBy(office, "http"),
    await cookieBy(office, "https"),
  ];
  const both = `${plainName}=${plain}; ${secureName}=${secure}`;
  deepEqual([await ask("http", both), await ask("https", both)], [204, 204]);
  for (const name of [plainName, secureName]) {
    equal(await ask("https", `${name}=${plain}`), 401, `the plain one as ${name}`);
    equal(await ask("http", `${name}=${secure}`), 401, `the secure one as ${name}`);
  }
});

Deno.test("the login is found however it is capitalised", async () => {
  using office = officeWithPassword();
  equal((await login(office, "correct horse", { login: "KIM" })).status, 303);
});

Deno.test("a wrong password and an unknown account get the same answer, with the login as typed", async () => {
  using office = officeWithPassword();
  const wrong = await login(office, "wrong");
  equal(wrong.status, 422);
  equal(wrong.headers.get("set-cookie"), null);
  const body = await wrong.text();
  match(body, /value="kim"/);
  equal(body.includes('value="wrong"'), false);
  const unknown = await login(office, "wrong", { login: "nobody" });
  equal(unknown.status, 422);
  equal((await unknown.text()).replaceAll("nobody", "kim"), body);
});

Deno.test("an account that was closed is unknown", async () => {
  using office = officeWithPassword();
  setActive(office.store, office.staff("kim").id, false);
  equal((await login(office, "correct horse")).status, 422);
});

Deno.test("nothing typed, or far too much, is refused without any work", async () => {
  using office = officeWithPassword();
  equal((await login(office, "")).status, 422);
  equal((await login(office, "x".repeat(201))).status, 422);
  equal((await login(office, "x", { login: "  " })).status, 422);
});

Deno.test("after five wrong passwords one is told how long to wait, with the right one too", async () => {
  using office = officeWithPassword();
  for (let i = 0; i < 5; i++) equal((await login(office, "wrong")).status, 422);
  const throttled = await login(office, "correct horse");
  equal(throttled.status, 429);
  equal(throttled.headers.get("retry-after"), "1");
  match(await throttled.text(), /1초 뒤에 다시/);
  office.now += 1000;
  equal((await login(office, "correct horse")).status, 303);
});

Deno.test("signing in again ends the session that the browser had", async () => {
  using office = officeWithPassword();
  const before = office.browser("kim");
  const response = await before.post("/login", { login: "kim", password: "correct horse" });
  equal(response.status, 303);
  notEqual(response.headers.get("set-cookie")?.split(";")[0], before.cookie);
  equal((await before.get("/session")).status, 401);
});

Deno.test("who is signed in finds the desk in place of the form", async () => {
  using office = new WebOffice();
  const response = await office.browser("kim").get("/login");
  equal(response.status, 303);
  equal(response.headers.get("location"), "/desk");
});

Deno.test("signing out ends the session, its cookie and its streams, and no other", async () => {
  using office = new WebOffice();
  const [mine, other] = [office.browser("kim"), office.browser("kim")];
  const stream = await mine.get("/live");
  const response = await mine.post("/logout", {});
  equal(response.status, 303);
  equal(response.headers.get("location"), "/login");
  match(response.headers.get("set-cookie")!, /^belltower_session=; Max-Age=0/);
  match(await stream.text(), /event: signed_out/);
  equal((await mine.get("/session")).status, 401);
  equal((await other.get("/session")).status, 204);
});

Deno.test("a session ends after twelve hours without a request", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  office.now += 11 * 3_600_000;
  equal((await kim.get("/session")).status, 204);
  office.now += 11 * 3_600_000;
  equal((await kim.get("/session")).status, 204);
  office.now += 12 * 3_600_000 + 1;
  equal((await kim.get("/session")).status, 401);
});

Deno.test("a session ends after thirty days whatever happens", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  for (let hours = 0; hours < 30 * 24; hours += 10) {
    equal((await kim.get("/session")).status, 204);
    office.now += 10 * 3_600_000;
  }
  office.now += 1;
  equal((await kim.get("/session")).status, 401);
});

Deno.test("the database does not hold what would open a session", async () => {
  using office = officeWithPassword();
  const response = await login(office, "correct horse");
  const token = response.headers.get("set-cookie")!.split(/[=;]/)[1]!;
  const rows = office.store.all("SELECT * FROM sessions");
  equal(rows.length, 1);
  ok(!JSON.stringify(rows).includes(token));
  equal(office.store.all("SELECT 1 FROM sessions WHERE token_hash = ?", token).length, 0);
});

Deno.test("the language of the form is that of the browser, and can be chosen there", async () => {
  using office = new WebOffice();
  const stranger = office.stranger();
  match(await (await stranger.get("/login")).text(), /<html lang="ko"/);
  const english = await stranger.get("/login", { "accept-language": "fr, en;q=0.8, ko;q=0.5" });
  match(await english.text(), /<html lang="en"/);
  const chosen = await stranger.post("/language", { language: "en" });
  stranger.cookie = chosen.headers.get("set-cookie")!.split(";")[0]!;
  match(await (await stranger.get("/login")).text(), /<html lang="en"/);
});

Deno.test("a person's language is theirs in every browser", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  const response = await kim.post("/language", { language: "en", next: "/calls" });
  equal(response.headers.get("location"), "/calls");
  match(await (await office.browser("kim").get("/desk")).text(), /<html lang="en"/);
  equal((await kim.post("/language", { language: "fr" })).status, 400);
});
