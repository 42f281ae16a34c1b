import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { listExtensions } from "../../../lib/store/extensions.ts";
import { lineSettings } from "../../../lib/store/line_settings.ts";
import { createStaff, listStaff } from "../../../lib/store/staff.ts";
import { ROUTES } from "../../../lib/web/routes.ts";
import { type Browser, SETUP_CODE, WebOffice } from "../../support/web_office.ts";

const newOffice = () => new WebOffice(undefined, {}, []);

const OFFICE = {
  ...{ name: "안관리", login: "boss", password: "the first password", again: "the first password" },
  ...{ office: "한빛상사", language: "ko", zone: "Asia/Tokyo", line: "", extension: "201" },
};

/** Sends a form, and keeps the cookies of the answer as a browser does. */
async function send(browser: Browser, fields: Record<string, string>): Promise<Response> {
  const response = await browser.post("/setup", fields);
  const cookies = new Map(
    [...browser.cookie.split("; "), ...response.headers.getSetCookie()].filter((one) => one !== "")
      .map((one) => one.split(";")[0]!.split("=") as [string, string]),
  );
  browser.cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  return response;
}

async function withCode(office: WebOffice): Promise<Browser> {
  const browser = office.stranger();
  equal((await send(browser, { code: SETUP_CODE })).status, 303);
  return browser;
}

Deno.test("before anybody has an account nothing answers but the setup, the way to it and the health check", async () => {
  using office = newOffice();
  const answers: string[] = [];
  const urls = [...ROUTES, { method: "GET", path: "/nothing/here" } as const];
  for (const { method, path } of urls) {
    const url = path.replace(":id", "1").replace("*", "base/base.css");
    const browser = office.stranger();
    const response = method === "GET" ? await browser.get(url) : await browser.post(url, {});
    const text = await response.text();
    const away = response.status === 303 && response.headers.get("location") === "/setup";
    const refused = response.status === 503 && text.startsWith("503 Belltower is not set up yet");
    if (!away && !refused) answers.push(`${method} ${path} ${response.status}`);
  }
  deepEqual(
    answers.sort(),
    [
      "GET /healthz 200",
      "GET /static/* 200",
      "GET /trust 200",
      "GET /trust/belltower-ca.crt 404",
      "GET /trust/probe 204",
      "POST /language 400",
      "GET /setup 200",
      "POST /setup 422",
    ].sort(),
  );
  const stream = await office.stranger().get("/live", { accept: "text/event-stream" });
  equal(stream.status, 503);
  const part = await office.stranger().part("/popups");
  deepEqual([part.status, part.headers.get("HX-Redirect")], [503, "/setup"]);
});

Deno.test("without the code there is neither a form nor a word about this machine", async () => {
  using office = newOffice();
  office.lines.ports = [{ path: "/dev/ttyUSB0", name: "Prolific", stablePath: null }];
  const page = await (await office.stranger().get("/setup")).text();
  match(page, /name="code"/);
  doesNotMatch(page, /Prolific|ttyUSB|name="password"/);
  const wrong = await send(office.stranger(), { code: "AAAA-AAAA" });
  equal(wrong.status, 422);
  match(await wrong.text(), /코드가 맞지 않습니다/);
  const whole = await send(office.stranger(), OFFICE);
  equal(whole.status, 422);
  doesNotMatch(await whole.text(), /Prolific|the first password/);
  deepEqual(listStaff(office.store), []);
});

Deno.test("who guesses codes has to wait longer and longer", async () => {
  using office = newOffice();
  const statuses: number[] = [];
  for (let guess = 0; guess < 7; guess++) {
    const response = await send(office.stranger(), { code: `GUES-S00${guess}` });
    statuses.push(response.status);
    await response.body?.cancel();
  }
  deepEqual(statuses, [422, 422, 422, 422, 422, 429, 429]);
  equal((await send(office.stranger(), { code: SETUP_CODE })).status, 429);
  office.now += 60_000;
  equal((await send(office.stranger(), { code: SETUP_CODE })).status, 303);
});

Deno.test("the code may be typed small, with spaces and without its hyphen", async () => {
  using office = newOffice();
  equal((await send(office.stranger(), { code: " 7k4m q9tx " })).status, 303);
});

Deno.test("the form sets up the office, lays out its extensions and signs its administrator in", async () => {
  using office = newOffice();
  office.lines.ports = [{ path: "/dev/ttyUSB0", name: "Prolific", stablePath: "/dev/serial/p" }];
  const browser = await withCode(office);
  const form = await (await browser.get("/setup")).text();
  match(form, /Prolific/);
  match(
    form,
    /name="kind\.207">(<option[^>]*>[^<]*<\/option>)*<option value="phone_fax" selected>/,
  );
  const done = await send(browser, { ...OFFICE, line: "/dev/serial/p", "kind.203": "phone_fax" });
  equal(done.status, 303);
  equal(done.headers.get("location"), "/settings/checklist?fresh");
  const [boss] = listStaff(office.store);
  deepEqual([boss?.login, boss?.role, boss?.extensions[0]?.number], ["boss", "admin", "201"]);
  const kinds = new Map(listExtensions(office.store).map(({ number, kind }) => [number, kind]));
  deepEqual(["200", "203", "207", "215"].map((number) => kinds.get(number)), [
    ...["operator", "phone_fax", "phone_fax", "phone"],
  ]);
  equal(lineSettings(office.store).at(-1)?.device, "/dev/serial/p");
  equal(office.lines.reloads, 1);
  deepEqual([office.office.name, office.office.timeZone], ["한빛상사", "Asia/Tokyo"]);
  const checklist = await browser.get("/settings/checklist?fresh");
  equal(checklist.status, 200);
  match(await checklist.text(), /설정이 끝났습니다/);
});

Deno.test("what is wrong comes back beside its field with what was typed, and nothing is stored", async () => {
  using office = newOffice();
  const browser = await withCode(office);
  const wrong = {
    ...OFFICE,
    ...{ login: "한 글", password: "short", again: "other", zone: "Mars/Olympus" },
    ...{ line: "/dev/none", "kind.204": "toaster", extension: "999" },
  };
  const refused = await send(browser, wrong);
  equal(refused.status, 422);
  const page = await refused.text();
  for (const field of ["login", "password", "zone", "line", "kind-204", "extension"]) {
    match(page, new RegExp(`id="f-${field}-(error|note)"`), field);
  }
  match(page, /value="한빛상사"/);
  match(page, /value="한 글"/);
  doesNotMatch(page, /value="short"/);
  deepEqual(listStaff(office.store), []);
  equal(office.office.name, "");
  const again = await send(browser, { ...OFFICE, again: "another one" });
  match(await again.text(), /두 비밀번호가 서로 다릅니다/);
});

Deno.test("a line that the start of the server made goes on", async () => {
  using office = newOffice();
  office.lines.ports = [{ path: "test", name: "Prolific", stablePath: null }];
  const browser = await withCode(office);
  match(await (await browser.get("/setup")).text(), /이미 정해진 회선: test[\s\S]*그 회선만 쓰기/);
  equal((await send(browser, { ...OFFICE, line: "test" })).status, 303);
  deepEqual(lineSettings(office.store).map(({ device }) => device), ["test"]);
});

Deno.test("of two people who set up at once the first one wins and the second is told", async () => {
  using office = newOffice();
  const [one, two] = [await withCode(office), await withCode(office)];
  const both = await Promise.all([
    send(one, OFFICE),
    send(two, { ...OFFICE, login: "chief", office: "다른 상사" }),
  ]);
  deepEqual(both.map(({ status }) => status).sort(), [303, 409]);
  equal(listStaff(office.store).length, 1);
  match(await both.find(({ status }) => status === 409)!.text(), /다른 사람이 먼저/);
});

Deno.test("when it is done the code opens nothing, and the setup leads to the sign-in", async () => {
  using office = newOffice();
  await send(await withCode(office), OFFICE);
  const late = office.stranger();
  const page = await late.get("/setup");
  deepEqual([page.status, page.headers.get("location")], [303, "/login?next=%2F"]);
  equal((await send(late, { code: SETUP_CODE })).status, 409);
  equal((await send(late, { ...OFFICE, login: "second" })).status, 409);
  equal(listStaff(office.store).length, 1);
});

Deno.test("a server that was started again asks for its new code and keeps what was typed", async () => {
  using office = newOffice();
  const browser = office.stranger();
  browser.cookie = `belltower_setup=${"A".repeat(43)}`;
  const asked = await send(browser, { ...OFFICE, "kind.203": "phone_fax" });
  equal(asked.status, 422);
  const page = await asked.text();
  match(page, /서버가 다시 시작되어/);
  const kept = [...page.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)]
    .map(([, name, value]) => [name!, value!]);
  const form = await send(browser, { ...Object.fromEntries(kept), code: SETUP_CODE });
  equal(form.status, 200);
  const typed = await form.text();
  match(typed, /value="한빛상사"/);
  match(
    typed,
    /name="kind\.203">(<option[^>]*>[^<]*<\/option>)*<option value="phone_fax" selected>/,
  );
  equal((await send(browser, OFFICE)).status, 303);
});

Deno.test("another language keeps what was typed", async () => {
  using office = newOffice();
  const browser = await withCode(office);
  const page = await (await send(browser, { ...OFFICE, show: "en" })).text();
  match(page, /Finish and start/);
  match(page, /value="한빛상사"/);
  deepEqual(listStaff(office.store), []);
});

Deno.test("an account made on the console counts: it signs in, and an administrator closes the setup", async () => {
  using office = newOffice();
  const agent = { login: "kim", name: "김상담", role: "agent" as const, passwordHash: "" };
  createStaff(office.store, agent, office.now);
  const login = await office.stranger().get("/login");
  equal(login.status, 200);
  match(await login.text(), /시스템 관리자 계정이 아직 없습니다[\s\S]*href="\/setup"/);
  equal((await office.stranger().get("/setup")).status, 200);
  createStaff(office.store, { ...agent, login: "boss", role: "admin" }, office.now);
  equal((await office.stranger().get("/setup")).status, 303);
  doesNotMatch(await (await office.stranger().get("/login")).text(), /href="\/setup"/);
});
