import { deepEqual, equal, match } from "node:assert/strict";
import { ROUTES } from "../../lib/web/routes.ts";
import { type Browser, ORIGIN, WebOffice } from "../support/web_office.ts";

/** An office with something to hide: everything that must not appear to somebody who is not signed in. */
function officeWithSecrets(): { office: WebOffice; secrets: string[] } {
  const office = new WebOffice();
  const customer = office.customer({
    name: "이비밀",
    company: "숨은상사",
    department: "구매팀",
    email: "hidden@company.test",
    address: "서울 어딘가 12",
    memo: "메모내용",
    warning: "미수금경고",
    numbers: ["010-7777-1234"],
  });
  office.rings("1", "202", "01077771234");
  office.answers("1", "202");
  office.rings("2", "203", "01088889999");
  const secrets = [
    ...[customer.name, customer.company, customer.email, customer.address, customer.memo],
    ...[customer.warning, "구매팀", "C-000001", "77771234", "7777-1234", "8888-9999", "88889999"],
    ...["kim", "lee", "super"].flatMap((login) => [office.staff(login).name]),
  ];
  return { office, secrets };
}

/** Every URL of the program, with something that exists in the place of each `:id`. */
const URLS = ROUTES.map(({ method, path }) => ({
  method,
  path: path.replace(":id", "1").replace("*", "base/base.css"),
}));

const EXTRA = [
  "/desk?call=1",
  "/card?shown=1&state=talking",
  "/detail?call=1",
  "/detail?customer=1",
  "/customers?q=비밀",
  "/calls?q=1234",
  "/customers/new?call=1",
  "/nothing/here",
  "/login?next=/customers/1",
].map((path) => ({ method: "GET" as const, path }));

async function ask(browser: Browser, method: string, path: string, htmx: boolean) {
  const headers = htmx ? { "HX-Request": "true", "HX-Current-URL": `${ORIGIN}/desk` } : {};
  return method === "GET"
    ? await browser.get(path, headers)
    : await browser.post(path, { customer: "1", number: "01077771234", name: "x" }, headers);
}

Deno.test("nothing names a customer, a number or a colleague to somebody who is not signed in", async () => {
  const { office, secrets } = officeWithSecrets();
  using _ = office;
  const strangers = [
    office.stranger(),
    Object.assign(office.stranger(), { cookie: `belltower_session=${"A".repeat(43)}` }),
    Object.assign(office.stranger(), { cookie: "belltower_session=' OR 1=1 --" }),
  ];
  for (const { method, path } of [...URLS, ...EXTRA]) {
    for (const browser of strangers) {
      for (const htmx of [false, true]) {
        const response = await ask(browser, method, path, htmx);
        const said = [...response.headers].join("\n") + await response.text();
        deepEqual(secrets.filter((secret) => said.includes(secret)), [], `${method} ${path}`);
      }
    }
  }
});

Deno.test("only these routes answer a stranger with anything but the way to the sign-in", async () => {
  using office = new WebOffice();
  const open: string[] = [];
  for (const { method, path } of URLS) {
    const response = await ask(office.stranger(), method, path, false);
    await response.body?.cancel();
    const away = response.headers.get("location")?.startsWith("/login?next=") ?? false;
    if (response.status !== 303 || !away) open.push(`${method} ${path} ${response.status}`);
  }
  deepEqual(
    open.sort(),
    [
      "GET /healthz 200",
      "GET /static/base/base.css 200",
      "GET /trust 200",
      "GET /trust/belltower-ca.crt 404",
      "GET /trust/probe 204",
      "POST /language 400",
      "POST /setup 409",
      "GET /login 200",
      "POST /login 422",
      "POST /logout 303",
      "GET /session 401",
      "GET /wall/:token 404",
      "GET /wall/:token/now 401",
      "GET /wall/:token/live 401",
    ].sort(),
  );
});

Deno.test("a stranger changes nothing", async () => {
  const { office } = officeWithSecrets();
  using _ = office;
  const before = office.store.get("SELECT count(*) AS n, sum(version) AS v FROM customers");
  for (const { method, path } of URLS) {
    if (method === "POST") await (await ask(office.stranger(), method, path, false)).body?.cancel();
  }
  deepEqual(office.store.get("SELECT count(*) AS n, sum(version) AS v FROM customers"), before);
  deepEqual(office.lines.dialled, []);
});

Deno.test("a stranger is sent to the sign-in and from there back, htmx by its own header", async () => {
  using office = new WebOffice();
  const page = await office.stranger().get("/customers/1?x=1");
  equal(page.status, 303);
  equal(page.headers.get("location"), "/login?next=%2Fcustomers%2F1%3Fx%3D1");
  const part = await office.stranger().part("/popups", "/calls?q=1");
  equal(part.status, 401);
  equal(part.headers.get("HX-Redirect"), "/login?next=%2Fcalls%3Fq%3D1");
  equal(await part.text(), "");
});

Deno.test("the sign-in form names nobody and keeps where one wanted to go", async () => {
  using office = new WebOffice();
  const response = await office.stranger().get("/login?next=/calls");
  equal(response.status, 200);
  match(await response.text(), /name="next"[^>]*value="\/calls"|value="\/calls"[^>]*name="next"/);
});

Deno.test("every answer forbids foreign scripts, sniffing, framing and keeping", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  for (const path of ["/login", "/desk", "/popups", "/nothing", "/healthz", "/calls"]) {
    const response = await kim.get(path);
    await response.body?.cancel();
    const policy = response.headers.get("content-security-policy") ?? "";
    match(policy, /default-src 'none'; script-src 'self'; style-src 'self';/, path);
    equal(policy.includes("unsafe"), false, path);
    match(policy, /frame-ancestors 'none'/, path);
    equal(response.headers.get("x-content-type-options"), "nosniff", path);
    equal(response.headers.get("cache-control"), "no-store", path);
  }
});
