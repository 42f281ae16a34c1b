import { equal, match, ok } from "node:assert/strict";
import { WebOffice } from "../../support/web_office.ts";

async function from(office: WebOffice, hostname: string, headers: Record<string, string> = {}) {
  const remoteAddr = { transport: "tcp", hostname, port: 1 } as const;
  return await office.app.request("http://office.test/metrics", { headers }, { remoteAddr });
}

Deno.test("the figures are for this machine, and for administrators from anywhere", async () => {
  using office = new WebOffice();
  for (const here of ["127.0.0.1", "127.3.2.1", "::1", "::ffff:127.0.0.1"]) {
    const response = await from(office, here);
    equal(response.status, 200, here);
    match(response.headers.get("content-type")!, /^text\/plain; version=0\.0\.4/);
  }
  equal((await from(office, "192.168.0.9")).status, 303);
  equal((await from(office, "127.0.0.1", { "x-forwarded-for": "192.168.0.9" })).status, 303);
  equal((await office.browser("kim").get("/metrics")).status, 403);
  equal((await office.browser("super").get("/metrics")).status, 403);
  equal((await office.browser("admin").get("/metrics")).status, 200);
});

Deno.test("requests, streams and the size of the database are told, and no customer", async () => {
  using office = new WebOffice();
  office.customer({ name: "이비밀", numbers: ["010-7777-1234"] });
  office.rings("1", "202", "01077771234");
  const stream = await office.browser("kim").get("/live");
  await (await office.browser("kim").get("/nothing")).body?.cancel();
  const text = await (await from(office, "127.0.0.1")).text();
  match(text, /^belltower_streams_open 1$/m);
  match(text, /^belltower_http_requests_total\{method="GET",status="404"\} 1$/m);
  match(text, /^belltower_events_published_total\{event="hello"\} 1$/m);
  match(text, /^belltower_database_bytes \d{5,}$/m);
  match(text, /^belltower_database_log_bytes 0$/m);
  match(text, /^belltower_acknowledgement_seconds_count 0$/m);
  ok(!text.includes("77771234") && !text.includes("이비밀") && !text.includes("kim"));
  await stream.body?.cancel();
});
