import { equal, match, ok } from "node:assert/strict";
import { until } from "../support/wait.ts";
import { Attacker, raw, target } from "./target.ts";

Deno.test("a flood of connections keeps nobody out, and ends nobody's stream", async () => {
  const agent = await Attacker.signedIn("agent");
  const { hostname, port } = new URL(target().origin);
  const live = await fetch(`${agent.origin}/live`, { headers: { cookie: agent.cookie } });
  const reader = live.body!.getReader();
  await reader.read();
  const flood: Deno.Conn[] = [];
  for (let i = 0; i < 700; i++) flood.push(await Deno.connect({ hostname, port: Number(port) }));
  for (const one of flood.slice(-300)) {
    await one.write(new TextEncoder().encode("GET / HTTP/1.1\r\nHost: x\r\nX-A: ")).catch(() => 0);
  }
  const start = performance.now();
  equal((await agent.send("/session")).status, 204);
  ok(performance.now() - start < 5000);
  for (const one of flood) one.close();
  // The stream goes on: something happens, and it tells.
  await agent.post("/presence", { state: "break", reason: "" });
  await agent.post("/presence", { state: "available" });
  const { done } = await reader.read();
  equal(done, false);
  await reader.cancel();
});

Deno.test("one person has no more than so many streams, in however many browsers", async () => {
  const open: Response[] = [];
  for (let session = 0; session < 5; session++) {
    const { origin, cookie } = await Attacker.signedIn("agent");
    for (let i = 0; i < 10; i++) open.push(await fetch(`${origin}/live`, { headers: { cookie } }));
  }
  const metrics = await (await fetch(`${target().origin}/metrics`)).text();
  const streams = Number(/belltower_streams_open (\d+)/.exec(metrics)![1]);
  ok(streams <= 24, `${streams} streams are open`);
  await Promise.all(open.map((response) => response.body?.cancel()));
  await until(
    async () => {
      const text = await (await fetch(`${target().origin}/metrics`)).text();
      return /belltower_streams_open 0$/m.test(text);
    },
    20_000,
    "the streams have ended",
  );
});

Deno.test("a request of two lengths, or of none that can be understood, is not two requests", async () => {
  const host = new URL(target().origin).host;
  const smuggled = `GET /smuggled HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
  const head = `POST /language HTTP/1.1\r\nHost: ${host}\r\n`;
  const ways: [string, string][] = [
    ["both", `${head}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`],
    ["twice", `${head}Content-Length: 0\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`],
    ["list", `${head}Content-Length: 0, ${smuggled.length}\r\n\r\n${smuggled}`],
    ["sign", `${head}Content-Length: +0\r\n\r\n${smuggled}`],
    ["negative", `${head}Content-Length: -1\r\n\r\n${smuggled}`],
    ["x", `${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${smuggled}`],
    ["space", `${head}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${smuggled}`],
    ["fold", `${head}X-A: 1\r\n Transfer-Encoding: chunked\r\n\r\n${smuggled}`],
    ["size", `${head}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n\r\n${smuggled}`],
    ["nul", `GET /\0 HTTP/1.1\r\nHost: ${host}\r\n\r\n${smuggled}`],
  ];
  for (const [name, bytes] of ways) {
    const answer = await raw(bytes);
    const statuses = [...answer.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status);
    ok(statuses.length <= 1, `${name}: answered ${statuses}`);
    if (statuses.length === 1) match(statuses[0]!, /^4\d\d$/, name);
  }
});

Deno.test("lines and headers that are far too long, or far too many, are refused", async () => {
  const host = new URL(target().origin).host;
  const get = (path: string, more = "") => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${more}\r\n`;
  for (
    const [name, bytes] of [
      ["path", get(`/${"x".repeat(20_000)}`)],
      ["endless path", get(`/${"x".repeat(2_000_000)}`)],
      ["header", get("/login", `X-A: ${"x".repeat(40_000)}\r\n`)],
      ["cookie", get("/login", `Cookie: ${"a=b; ".repeat(10_000)}\r\n`)],
      ["headers", get("/login", "X-A: 1\r\n".repeat(5000))],
      ["http/0.9", "GET /login\r\n\r\n"],
      ["http/3", `GET /login HTTP/3.0\r\nHost: ${host}\r\n\r\n`],
    ] as const
  ) {
    const answer = await raw(bytes);
    ok(answer === "" || /^HTTP\/1\.\d (4\d\d|505)/.test(answer), `${name}: ${answer.slice(0, 40)}`);
  }
});
