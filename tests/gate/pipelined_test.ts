import { deepEqual, equal, match, ok } from "node:assert/strict";
import { until } from "../support/wait.ts";
import { ASK, Listening, PAGE } from "./listening.ts";

const BEGUN = "\r\n\r\ndata: begun\n\n";

Deno.test("an answer that is on its way comes whole before an event stream that is asked for behind it", async () => {
  // In one piece, and so soon behind that the answer may have left the server and not passed the gate.
  for (const [first, second] of [[PAGE + ASK, ""], [PAGE, ASK]] as const) {
    for (let turn = 0; turn < 20; turn++) {
      await using test = await Listening.start();
      await test.send(first);
      await test.send(second);
      await test.heard(BEGUN);
      match(test.text, /^HTTP\/1\.1 200 OK\r\n[\s\S]+\r\n\r\na pageHTTP\/1\.1 200 OK\r\n/);
      ok(test.text.endsWith(BEGUN), test.text);
    }
  }
});

Deno.test("a browser that takes a long answer slowly has all of it, and then the event stream", async () => {
  await using test = await Listening.start(false);
  test.page = "x".repeat(8 * 1024 * 1024);
  await test.send(PAGE + ASK);
  await until(() => test.asked.length > 0);
  test.read();
  await test.heard(BEGUN);
  const [, page] = test.text.split("\r\n\r\n");
  equal(page!.indexOf("HTTP/1.1 200 OK"), test.page.length);
});

Deno.test("what is asked for behind an event stream is not even begun", async () => {
  await using test = await Listening.start();
  await test.send(ASK + PAGE + PAGE);
  await test.heard(BEGUN);
  test.tell("data: 1\n\n");
  await test.heard("data: 1\n\n");
  deepEqual(test.asked, ["/live"]);
});

Deno.test("an event stream comes whatever else its request says", async () => {
  const fields = "Host: x\r\nAccept: text/event-stream\r\n";
  const requests = {
    "HTTP/1.0": `GET /live HTTP/1.0\r\n${fields}\r\n`,
    "a connection that stays": `GET /live HTTP/1.0\r\n${fields}Connection: keep-alive\r\n\r\n`,
    "a connection that does not": `GET /live HTTP/1.1\r\n${fields}Connection: close\r\n\r\n`,
    "no host": "GET /live HTTP/1.1\r\nAccept: text/event-stream\r\n\r\n",
    "a body": `GET /live HTTP/1.1\r\n${fields}Content-Length: 4\r\n\r\nbody`,
    "a body that never comes": `GET /live HTTP/1.1\r\n${fields}Content-Length: 4\r\n\r\n`,
    "chunks": `GET /live HTTP/1.1\r\n${fields}Transfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n`,
    "a body that asks first":
      `GET /live HTTP/1.1\r\n${fields}Content-Length: 4\r\nExpect: 100-continue\r\n\r\n`,
    "an upgrade": `GET /live HTTP/1.1\r\n${fields}Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n`,
    "two empty lines before": `\r\n\r\nGET /live HTTP/1.1\r\n${fields}\r\n`,
  };
  for (const [name, request] of Object.entries(requests)) {
    await using test = await Listening.start();
    await test.send(request);
    await test.heard(BEGUN);
    test.tell("data: 1\n\n");
    await test.heard("data: 1\n\n");
    match(test.text, /^(HTTP\/1\.1 100 Continue\r\n\r\n)?HTTP\/1\.1 200 OK\r\n/, name);
    match(test.text, /\r\nconnection: close\r\n/, `${name}: it went straight`);
    equal(test.text.split(" 200 OK").length, 2, name);
    test.connection.close();
    await until(() => test.cancelled && test.gate.size === 0, 5000, name);
  }
});

/** A field of HTTP/2 as it is, without a table. */
const field = (name: string, value: string) =>
  [name, value].reduce((bytes, text) => bytes + String.fromCharCode(text.length) + text, "\0");

function frame(type: number, flags: number, stream: number, payload: string): string {
  return String.fromCharCode(0, 0, payload.length, type, flags, 0, 0, 0, stream) + payload;
}

Deno.test("over HTTP/2 without TLS an event stream comes in frames, also where the request names its host twice", async () => {
  await using test = await Listening.start();
  const fields = [[":method", "GET"], [":scheme", "http"], [":authority", "x"], [":path", "/live"]];
  fields.push(["host", "x"], ["accept", "text/event-stream"]);
  const head = fields.map(([name, value]) => field(name!, value!)).join("");
  await test.send(`PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${frame(4, 0, 0, "")}${frame(1, 5, 1, head)}`);
  await test.heard("data: begun\n\n");
  ok(!test.text.includes("HTTP/1.1"), test.text);
  test.tell("data: 1\n\n");
  await test.heard("data: 1\n\n");
});
