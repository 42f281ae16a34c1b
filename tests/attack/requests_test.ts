import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import { may } from "../../lib/domain/role_permissions.ts";
import { ROUTES } from "../../lib/web/routes.ts";
import { PASSWORD } from "../support/office.ts";
import { paths } from "./pages.ts";
import { Attacker, raw, target } from "./target.ts";

const EVIL = "http://evil.test";

Deno.test("no change is taken from another site, from nowhere, or disguised as something else", async () => {
  const admin = await Attacker.signedIn("admin");
  const taken: string[] = [];
  const disguises: Record<string, string>[] = [
    {},
    { origin: EVIL },
    { origin: "null" },
    { origin: `${admin.origin}.evil.test` },
    { origin: "https://localhost:1" },
    { "sec-fetch-site": "cross-site", origin: admin.origin },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "same-origin", origin: EVIL },
    { "x-forwarded-host": "evil.test", origin: EVIL },
    { referer: `${admin.origin}/desk` },
  ];
  for (const path of paths("POST")) {
    for (const headers of disguises) {
      const { status } = await admin.send(path, {
        method: "POST",
        headers,
        body: new URLSearchParams({ name: "x" }),
      });
      if (status !== 403) taken.push(`${path} ${JSON.stringify(headers)} ${status}`);
    }
    const json = { "content-type": "application/json", origin: EVIL };
    const { status } = await admin.send(path, { method: "POST", headers: json, body: "{}" });
    if (status !== 403) taken.push(`${path} JSON ${status}`);
  }
  deepEqual(taken, []);
});

Deno.test("a method that is written into a form or a header changes nothing", async () => {
  const admin = await Attacker.signedIn("admin");
  for (const method of ["DELETE", "PUT", "PATCH"]) {
    const { status } = await admin.send("/customers/1", {
      method,
      headers: { origin: admin.origin },
    });
    equal(status, 404, method);
    const hidden = await admin.send("/customers/1", {
      headers: { "x-http-method-override": "POST" },
    });
    equal(hidden.status, 200);
  }
  for (const method of ["TRACE", "CONNECT", "PROPFIND", "HACK"]) {
    const answer = await raw(
      `${method} / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Secret: echo-me\r\n\r\n`,
    );
    ok(!/^HTTP\/1\.1 2/.test(answer), `${method}: ${answer.slice(0, 30)}`);
    ok(!answer.includes("echo-me"), method);
  }
});

Deno.test("nobody reads a file by its path", async () => {
  const admin = await Attacker.signedIn("admin");
  const ways = [
    "/static/../deno.json",
    "/static/..%2f..%2fdeno.json",
    "/static/%2e%2e/%2e%2e/deno.json",
    "/static/....//....//deno.json",
    "/static/..%5c..%5cdeno.json",
    "/static//etc/passwd",
    "/static/%00",
    "/static/base/base.css%00.html",
    "/settings/backup/files/..%2f..%2fbelltower.sqlite",
    "/settings/backup/files/%2e%2e%2fbelltower.sqlite",
    "/settings/backup/files/..%5cbelltower.sqlite",
    "/settings/backup/files/belltower.sqlite",
    "/settings/backup/files/..%2ftls%2fauthority.json",
    "/settings/backup/files/%2fetc%2fpasswd",
    "/trust/..%2f..%2ftls%2fauthority.json",
    "/attachments/..%2f1",
    "/attachments/1%00",
  ];
  for (const way of ways) {
    const answer = await raw(
      `GET ${way} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${admin.cookie}\r\nConnection: close\r\n\r\n`,
    );
    match(answer, /^HTTP\/1\.1 (40\d|303)/, way);
    ok(!/root:|"compilerOptions"|PRIVATE KEY|SQLite format/.test(answer), way);
  }
});

Deno.test("after the sign-in nobody is led to another site, and no line is slipped into a header", async () => {
  const ways = [
    "//evil.test",
    "///evil.test",
    "/\\evil.test",
    "\\\\evil.test",
    "https://evil.test/",
    "https:evil.test",
    "javascript:alert(1)",
    "data:text/html,x",
    "/\t/evil.test",
    "/%0d%0aSet-Cookie:x=1",
    "/desk\r\nSet-Cookie: x=1",
    "/desk\nX-A: 1",
    " //evil.test",
    "@evil.test",
    "/login?next=//evil.test",
    "/\u2028/evil.test",
  ];
  for (const next of ways) {
    const stranger = new Attacker("");
    const { status, headers } = await stranger.post("/login", {
      login: "agent",
      password: PASSWORD,
      next,
    });
    equal(status, 303, next);
    const to = new URL(headers.get("location")!, stranger.origin);
    equal(to.origin, stranger.origin, next);
    equal(headers.get("x-a"), null);
    ok(headers.getSetCookie().every((cookie) => cookie.startsWith("belltower_session=")), next);
    const page = await stranger.send(`/login?next=${encodeURIComponent(next)}`);
    ok(!/(?:href|action)="(?:https?:)?\/\/evil|javascript:/.test(page.text), next);
    const language = await new Attacker(headers.getSetCookie()[0]!.split(";")[0]!).post(
      "/language",
      { language: "ko", next },
    );
    equal(
      new URL(language.headers.get("location")!, stranger.origin).origin,
      stranger.origin,
      next,
    );
  }
});

Deno.test("what is said of the host leads nowhere and stands in no page", async () => {
  const { cookie } = await Attacker.signedIn("admin");
  for (const path of ["/desk", "/login", "/trust", "/nothing"]) {
    for (const host of ["evil.test:8416", 'x"onload=1', "localhost@evil.test"]) {
      const answer = await raw(
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-Host: evil.test\r\nX-Forwarded-For: 127.0.0.1\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
      );
      ok(!/^location: \w+:/im.test(answer), `${path} ${host}`);
      ok(!/^HTTP\/1\.1 5/.test(answer), `${path} ${host}`);
      ok(!answer.includes('"onload=1'), `${path} ${host}`);
      // The way to HTTPS is told by the name that the browser used; it goes back to that browser alone.
      if (path !== "/trust") ok(!answer.includes("//evil.test"), `${path} ${host}`);
    }
  }
});

Deno.test("a session is nobody's before the sign-in and another one after it, and its cookie says what it may", async () => {
  const planted = `belltower_session=${"A".repeat(43)}`;
  const first = await new Attacker(planted).post("/login", { login: "agent", password: PASSWORD });
  const given = first.headers.getSetCookie();
  equal(given.length, 1);
  notEqual(given[0]!.split(";")[0], planted);
  match(given[0]!, /; HttpOnly; SameSite=Lax$/);
  equal((await new Attacker(planted).send("/session")).status, 401);

  const own = new Attacker(given[0]!.split(";")[0]!);
  const second = await own.post("/login", { login: "agent", password: PASSWORD });
  notEqual(second.headers.getSetCookie().at(-1)!.split(";")[0], own.cookie);
  equal((await own.send("/session")).status, 401, "the one before is over");
  equal((await new Attacker(`${own.cookie}; ${planted}`).send("/session")).status, 401);
});

Deno.test("over HTTPS the cookie is for this host and for HTTPS alone", async () => {
  const { secure, authority } = target();
  using client = Deno.createHttpClient({ caCerts: [authority] });
  const response = await fetch(`${secure}/login`, {
    client,
    method: "POST",
    redirect: "manual",
    headers: { origin: secure },
    body: new URLSearchParams({ login: "agent", password: PASSWORD }),
  });
  await response.body?.cancel();
  const [cookie = ""] = response.headers.getSetCookie();
  match(cookie, /^__Host-belltower_session=[\w-]{43}; .*HttpOnly; Secure; SameSite=Lax$/);
  equal(
    (await new Attacker(cookie.split(";")[0]!).send("/session")).status,
    401,
    "over plain HTTP",
  );
});

Deno.test("an agent gets nothing of what is a supervisor's or an administrator's, and changes nothing of it", async () => {
  const agent = await Attacker.signedIn("agent");
  const open: string[] = [];
  for (const { method, path, needs } of ROUTES) {
    if (needs === null || may("agent", needs)) continue;
    const asked = path.replace(":id", "1").replace(":name", "x");
    const { status } = method === "GET"
      ? await agent.send(asked)
      : await agent.post(asked, { name: "x" });
    if (status !== 403) open.push(`${method} ${path} ${status}`);
  }
  deepEqual(open, []);
});

Deno.test("an agent cannot end somebody else's session, take their note or see their draft", async () => {
  const [agent, admin] = [await Attacker.signedIn("agent"), await Attacker.signedIn("admin")];
  const key = /\/account\/sessions\/([\w-]+)\/end/.exec((await admin.send("/account")).text)?.[1] ??
    /data-session-key="([^"]+)"/.exec((await admin.send("/desk")).text)![1]!;
  equal((await agent.post(`/account/sessions/${key}/end`, {})).status, 404);
  equal((await admin.send("/session")).status, 204);
  // The administrator's own draft, as the sample office was left.
  const made = await admin.post("/customers/1/consultations", {});
  const id = /\/consultations\/(\d+)/.exec(made.headers.get("location") ?? made.text)?.[1];
  ok(id !== undefined, "a draft was made");
  for (const act of ["", "/draft", "/discard"]) {
    const { status } = await agent.post(`/consultations/${id}${act}`, {
      text: "stolen",
      type: "",
      version: "0",
    });
    ok([403, 404, 409, 422].includes(status), `${act} ${status}`);
  }
  ok(!(await admin.send(`/consultations/${id}`)).text.includes("stolen"));
});

Deno.test("a stranger's token for the wall opens nothing, and the true one nothing but the wall", async () => {
  const stranger = new Attacker("");
  equal((await stranger.send(`/wall/${"A".repeat(43)}`)).status, 404);
  equal((await stranger.send("/wall/..%2fdesk")).status, 404);
  equal((await stranger.send(`/wall/${target().wall}`)).status, 200);
  equal((await new Attacker(`belltower_session=${target().wall}`).send("/session")).status, 401);
});

Deno.test("every page is for this program's own scripts, kept by nobody, and names no program", async () => {
  const admin = await Attacker.signedIn("admin");
  for (const path of [...paths("GET"), "/nothing"]) {
    const { headers } = await admin.send(path);
    const policy = headers.get("content-security-policy") ?? "";
    ok(policy.includes("default-src 'none'") || policy.includes("sandbox"), `${path}: ${policy}`);
    // The browser's own viewers of pictures and PDF have styles inside; no page of ours does.
    const html = headers.get("content-type")?.startsWith("text/html") ?? false;
    ok(!policy.includes("unsafe") || !html && !/unsafe-eval|script-src/.test(policy), path);
    equal(headers.get("x-content-type-options"), "nosniff", path);
    const kept = headers.get("cache-control") ?? "";
    ok(/no-store|private|no-cache|immutable/.test(kept), `${path}: ${kept}`);
    equal(headers.get("server"), null, path);
    equal(headers.get("x-powered-by"), null, path);
    equal(headers.get("access-control-allow-origin"), null, path);
  }
});
