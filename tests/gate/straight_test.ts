import { equal, match, ok } from "node:assert/strict";
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
