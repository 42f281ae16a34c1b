import { deepEqual, equal, match, ok } from "node:assert/strict";
import { GATE_LIMITS } from "../../lib/gate/limits.ts";
import { until } from "../support/wait.ts";
import { ASK, Listening, PAGE } from "./listening.ts";

Deno.test("an event stream comes as it was written, behind pages of the same connection, and ends with it", async () => {
  await using test = await Listening.start();
  for (let pages = 1; pages <= 2; pages++) {
    await test.send(PAGE);
    await until(() => test.text.split("a page").length === pages + 1 && test.gate.busy === 0);
  }
  test.text = "";
  await test.send(ASK);
  await test.heard("begun");
  test.tell("data: 1\n\n");
  test.tell("data: 2\n\n");
  await test.heard("data: 2\n\n");
  match(test.text, /^HTTP\/1\.1 200 OK\r\n/);
  match(test.text, /\r\nconnection: close\r\n/);
  ok(test.text.endsWith("\r\n\r\ndata: begun\n\ndata: 1\n\ndata: 2\n\n"), test.text);
  equal(test.gate.busy, 1, "it counts as one request while it goes on");
  test.tell("data: last\n\n");
  test.stream.close();
  await until(() => test.ended);
  ok(test.text.endsWith("data: last\n\n"), "the end comes behind what was told");
  ok(!test.cancelled);
});

Deno.test("an event stream is never idle, and whoever leaves it is known to have gone", async () => {
  await using test = await Listening.start();
  await test.send(ASK);
  await test.heard("begun");
  test.now += GATE_LIMITS.idleMs * 10;
  test.gate.sweep();
  test.tell("data: 1\n\n");
  await test.heard("data: 1");
  test.connection.close();
  await until(() => test.cancelled && test.gate.size === 0);
  equal(test.gate.busy, 0);
});

Deno.test("whoever takes nothing of an event stream is sent away, and its source is told", async () => {
  await using test = await Listening.start(false);
  await test.send(ASK);
  await until(() => test.stream !== undefined);
  const much = "x".repeat(1024 * 1024);
  for (let told = 0; told < 16; told++) test.tell(much);
  await until(() => {
    test.now += GATE_LIMITS.stalledMs / 10;
    test.gate.sweep();
    return test.cancelled && test.gate.size === 0;
  });
});

Deno.test("what is sent behind the request for an event stream is not answered, and uses up what one may send", async () => {
  await using test = await Listening.start();
  await test.send(ASK);
  await test.heard("begun");
  await test.send(PAGE);
  test.tell("data: 1\n\n");
  await test.heard("data: 1");
  ok(!test.text.includes("a page"), test.text);
  let taken = 0;
  const flood = (async () => {
    const piece = new Uint8Array(64 * 1024);
    for (;;) taken += await test.connection.write(piece);
  })().catch(() => undefined);
  await until(() => taken > GATE_LIMITS.connectionBytes.size);
  let before = -1;
  await until(async () => {
    const stopped = taken === before;
    before = taken;
    await new Promise((resolve) => setTimeout(resolve, 50));
    return stopped;
  });
  test.tell("data: 2\n\n");
  await test.heard("data: 2");
  test.gate.close();
  await flood;
});

Deno.test("an event stream that breaks off ends the connection", async () => {
  await using test = await Listening.start();
  await test.send(ASK);
  await test.heard("begun");
  test.stream.error(new Error("broken off"));
  await until(() => test.ended);
  ok(test.text.endsWith("begun\n\n"), test.text);
  equal(test.gate.busy, 0);
});

Deno.test("the head of an event stream says what the server would say, but for how the stream ends", async () => {
  const heads: string[][] = [];
  for (const accept of ["text/event-stream", "text/event-stream, */*"]) {
    await using test = await Listening.start();
    test.headers.push(["set-cookie", "a=1; Path=/"], ["set-cookie", "b=2"], ["x-name", "caf\xe9"]);
    test.headers.push(["cache-control", "no-store, no-transform"], ["x-accel-buffering", "no"]);
    await test.send(ASK.replace("text/event-stream", accept));
    await test.heard("begun");
    const [status, ...fields] = test.text.split("\r\n\r\n")[0]!.toLowerCase().split("\r\n");
    equal(status, "http/1.1 200 ok");
    heads.push(fields.map((field) => field.replace(/^date: .*gmt$/, "date")).sort());
  }
  const [straight, carried] = heads;
  ok(straight!.includes("date") && straight!.includes("set-cookie: b=2"), straight!.join());
  deepEqual(straight!.filter((field) => !carried!.includes(field)), ["connection: close"]);
  // Deno 2.6 says that it might have compressed it.
  deepEqual(
    carried!.filter((field) => !straight!.includes(field) && !field.startsWith("vary")),
    ["transfer-encoding: chunked"],
  );
});

Deno.test("a gate that is to end waits until an event stream has said its last word", async () => {
  await using test = await Listening.start();
  await test.send(ASK);
  await test.heard("begun");
  let finished = false;
  const finish = test.gate.finish().then(() => finished = true);
  test.tell("data: 1\n\n");
  await test.heard("data: 1");
  ok(!finished);
  test.tell("data: last\n\n");
  test.stream.close();
  await finish;
  test.gate.close();
  await until(() => test.ended);
  ok(test.text.endsWith("data: last\n\n"), test.text);
});

Deno.test("whoever leaves an event stream amid a body that nobody wanted is known to have gone", async () => {
  await using test = await Listening.start();
  await test.send(ASK.replace("\r\n\r\n", "\r\nContent-Length: 50000000\r\n\r\n"));
  const body = test.connection.write(new Uint8Array(8 * 1024 * 1024)).catch(() => undefined);
  await test.heard("begun");
  test.connection.close();
  await body;
  await until(() => test.cancelled && test.gate.size === 0);
});
