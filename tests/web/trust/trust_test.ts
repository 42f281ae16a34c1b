import { deepEqual, equal, match, ok } from "node:assert/strict";
import { ROUTES } from "../../../lib/web/routes.ts";
import type { Connection } from "../../../lib/web/visit.ts";
import { WebOffice } from "../../support/web_office.ts";

const AUTHORITY = {
  name: "Belltower office 1234abcd",
  certificate: new Uint8Array([0x30, 0x03, 0x02, 0x01, 0x05]),
  fingerprint: "AA:BB:CC",
  thumbprint: "11:22",
  notAfter: Date.UTC(2046, 5, 1),
};

const office = () =>
  new WebOffice(undefined, { https: { port: 8443, authority: AUTHORITY, leftOut: [] } });

/** A request as the gate hands it on. */
async function from(
  office: WebOffice,
  transport: Connection["transport"],
  url: string,
  init: RequestInit = {},
): Promise<Response> {
  const remoteAddr = { transport: "tcp", hostname: "192.168.0.9", port: 1 } as const;
  return await office.app.request(url, init, { remoteAddr, transport });
}

Deno.test("who comes plainly across the network sees the way to HTTPS, and nothing else", async () => {
  using here = office();
  const { cookie } = here.browser("admin");
  const open: string[] = [];
  for (const { method, path } of ROUTES) {
    const url = `http://belltower.local:8416${
      path.replace(":id", "1").replace("*", "base/base.css")
    }`;
    const headers = { cookie, origin: "http://belltower.local:8416", host: "belltower.local:8416" };
    const response = await from(here, "exposed", url, { method, headers });
    await response.body?.cancel();
    const led = response.headers.get("location")?.startsWith("/trust?next=") ?? false;
    if (method === "GET" ? !led : response.status !== 403) open.push(`${method} ${path}`);
  }
  deepEqual(
    open.sort(),
    [
      "GET /healthz",
      "GET /static/*",
      "GET /trust",
      "GET /trust/belltower-ca.crt",
      "GET /trust/probe",
      "POST /language",
    ].sort(),
  );
});

Deno.test("a part of a page, too, is led to where HTTPS is explained", async () => {
  using here = office();
  const part = { "HX-Request": "true", "HX-Current-URL": "http://belltower.local:8416/desk" };
  const response = await from(here, "exposed", "http://belltower.local:8416/popups", {
    headers: part,
  });
  equal(response.headers.get("HX-Redirect"), "/trust");
});

Deno.test("the page shows the authority and what to do with it, in both languages and to anybody", async () => {
  using here = office();
  for (const [language, words] of [["ko", "인증 기관"], ["en", "Trusted Root Certification"]]) {
    const headers = {
      "accept-language": language!,
      "user-agent": "Mozilla (Windows NT 10.0) Edg/140",
    };
    const url = "http://belltower.local:8416/trust?next=/calls%3Fq%3D1";
    const html = await (await from(here, "exposed", url, { headers })).text();
    for (const shown of [words!, AUTHORITY.name, "AA:BB:CC", "11:22", "2046"]) {
      ok(html.includes(shown), shown);
    }
    match(html, /href="\/trust\/belltower-ca\.crt"/);
    match(html, /href="https:\/\/belltower\.local:8443\/calls\?q=1"/);
    match(html, /data-probe="https:\/\/belltower\.local:8443\/trust\/probe"/);
    match(html, /<details class="trust_place" open><summary>Windows/);
    equal([...html.matchAll(/<details/g)].length, 6);
  }
});

Deno.test("who looks it up by themselves is not sent on, and may ask no other host", async () => {
  using here = office();
  const response = await from(here, "plain", "http://localhost:8416/trust");
  const policy = response.headers.get("content-security-policy")!;
  match(policy, /connect-src 'self' https:\/\/localhost:8443;/);
  ok(!policy.includes("unsafe"));
  ok(!(await response.text()).includes("data-led"));
});

Deno.test("a host that is none gets into no policy and no link", async () => {
  using here = office();
  const response = await from(here, "exposed", "http://a;script-src'*';b/trust?next=/desk");
  match(
    response.headers.get("content-security-policy")!,
    /connect-src 'self' https:\/\/localhost:8443;/,
  );
  ok(!(await response.text()).includes("script-src'"));
});

Deno.test("the certificate comes by the type that systems know, byte for byte", async () => {
  using here = office();
  const response = await from(here, "exposed", "http://office/trust/belltower-ca.crt");
  equal(response.headers.get("content-type"), "application/x-x509-ca-cert");
  deepEqual(new Uint8Array(await response.arrayBuffer()), AUTHORITY.certificate);
});

Deno.test("with a certificate that browsers trust anyway there is nothing to install", async () => {
  using here = new WebOffice(undefined, { https: { port: 443, authority: null, leftOut: [] } });
  const html = await (await from(here, "plain", "http://office/trust")).text();
  match(html, /따로 할 일이 없습니다/);
  equal((await from(here, "plain", "http://office/trust/belltower-ca.crt")).status, 404);
  ok(!(await (await here.stranger().get("/login")).text()).includes('href="/trust"'));
});

Deno.test("the sign-in leads to the page where there is somebody to trust", async () => {
  using here = office();
  ok((await (await here.stranger().get("/login")).text()).includes('href="/trust"'));
});

Deno.test("the language can be chosen there, and one stays on the page", async () => {
  using here = office();
  const response = await from(here, "exposed", "http://office/language", {
    method: "POST",
    headers: { origin: "http://office", host: "office" },
    body: new URLSearchParams({ language: "en", next: "/trust?next=%2Fdesk" }),
  });
  equal(response.headers.get("location"), "/trust?next=%2Fdesk");
});

Deno.test("browsers are told to come by HTTPS only where the office wants it, and over HTTPS", async () => {
  using without = office();
  using with_ = new WebOffice(undefined, {
    https: { port: 443, authority: null, leftOut: [] },
    hsts: true,
  });
  const told = async (office: WebOffice, transport: Connection["transport"]) =>
    (await from(office, transport, "http://office/login")).headers.get("strict-transport-security");
  equal(await told(without, "tls"), null);
  equal(await told(with_, "plain"), null);
  equal(await told(with_, "tls"), "max-age=15552000");
});
