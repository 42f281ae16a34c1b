import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { makeAuthority } from "../../lib/certificates/authority.ts";
import { namesOf } from "../../lib/certificates/machine_names.ts";
import { certify } from "../../lib/certificates/server_certificate.ts";
import { Gate } from "../../lib/gate/gate.ts";
import type { Answer } from "../../lib/gate/requests.ts";
import { GATE_LIMITS, type GateLimits } from "../../lib/gate/limits.ts";
import { hastyTime } from "../support/hasty_time.ts";
import { logOf } from "../support/log_of.ts";
import { until } from "../support/wait.ts";

const HERE = { hostname: "127.0.0.1", port: 0 };
const OFFICE = namesOf("office", []);
const authority = await makeAuthority(OFFICE, Date.now());
const [certificate, renewed] = await Promise.all(
  [1, 2].map(() => certify(authority, OFFICE, Date.now())),
);

/** A gate whose clock stands still, and says of every request what it knows. */
class TestGate {
  now = 1000;
  readonly gate: Gate;
  readonly streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  readonly plain: number;
  readonly tls: number;

  constructor(limits: Partial<GateLimits> = {}, answer?: Answer) {
    this.gate = new Gate(
      answer ?? ((request, caller) => this.#answer(request, caller)),
      { ...GATE_LIMITS, ...limits },
      () => this.now,
    );
    this.plain = this.gate.open(HERE).address.port;
    this.tls = this.gate.open(HERE, certificate).address.port;
  }

  /** So much later, the slow are sent away. */
  pass(ms: number): void {
    this.now += ms;
    this.gate.sweep();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const stream of this.streams) stream.close();
    this.gate.close();
    await this.gate.finish();
  }

  #answer(...[request, caller]: Parameters<Answer>): Response {
    if (!request.url.endsWith("/stream")) {
      return new Response(`${caller.transport} ${caller.remoteAddr.port}`);
    }
    return new Response(
      new ReadableStream<Uint8Array>({
        start: (controller) => {
          this.streams.push(controller);
          controller.enqueue(new TextEncoder().encode("begun\n"));
        },
        cancel: () => void this.streams.pop(),
      }),
    );
  }
}

/** A connection by hand: what is written to it, and what came back until it ended. */
class RawClient {
  text = "";
  ended = false;

  constructor(readonly connection: Deno.Conn) {
    this.#read();
  }

  static async plain(port: number): Promise<RawClient> {
    return new RawClient(await Deno.connect({ hostname: "127.0.0.1", port }));
  }

  async write(text: string): Promise<void> {
    await this.connection.write(new TextEncoder().encode(text));
  }

  [Symbol.dispose](): void {
    if (!this.ended) this.connection.close();
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const part of this.connection.readable) this.text += decoder.decode(part);
    } catch (error) {
      // Reset, or closed by the test.
      if (!(error instanceof Error)) throw error;
    }
    this.ended = true;
  }
}

const clientOf = () => Deno.createHttpClient({ caCerts: [authority.certificate], http2: true });
const GET = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

Deno.test("a request is told from whom it comes, over HTTP/1.1 and, by TLS, over HTTP/2", async () => {
  await using test = new TestGate();
  using raw = await RawClient.plain(test.plain);
  await raw.write(GET);
  await until(() => raw.text.includes("plain"));
  const { port } = raw.connection.localAddr as Deno.NetAddr;
  match(raw.text, new RegExp(`^HTTP/1\\.1 200 OK[\\s\\S]+plain ${port}$`));
  using client = clientOf();
  const both = await Promise.all(["/a", "/b"].map(async (path) => {
    const response = await fetch(`https://localhost:${test.tls}${path}`, { client });
    return await response.text();
  }));
  equal(both[0], both[1], "two requests share a connection");
  match(both[0]!, /^tls \d+$/);
});

Deno.test("who does not finish the headers of a request is sent away, and who waits for the next is not", async () => {
  await using test = new TestGate();
  using slow = await RawClient.plain(test.plain);
  using quick = await RawClient.plain(test.plain);
  await quick.write(GET);
  await until(() => quick.text.includes("plain"));
  await slow.write("GET / HTTP/1.1\r\nHost: x\r\nX-A: ");
  await until(() => test.gate.size === 2);
  test.pass(14_000);
  await slow.write("b");
  test.pass(2000);
  await until(() => slow.ended);
  ok(!quick.ended);
  await quick.write(GET);
  await until(() => quick.text.split("plain").length === 3);
});

Deno.test("who has asked once may not begin the next request and leave it, with a Host or without", async () => {
  for (
    const first of [
      GET,
      "GET / HTTP/1.1\r\n\r\n",
      "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
    ]
  ) {
    await using test = new TestGate();
    using slow = await RawClient.plain(test.plain);
    await slow.write(first);
    await until(() => slow.text.includes("plain"));
    await until(() => everyIdle(test));
    await slow.write("GET / HT");
    await until(() => (test.pass(1000), slow.ended));
    ok(test.now < 60_000, "long before it would have been idle for too long");
  }
});

/** Whether the last answer is known to have gone out. */
function everyIdle(test: TestGate): boolean {
  return test.gate.busy === 0;
}

Deno.test("who asks nothing, or does not come to the end of the TLS handshake, is sent away", async () => {
  await using test = new TestGate();
  using silent = await RawClient.plain(test.plain);
  using halfway = await RawClient.plain(test.tls);
  await halfway.write("\x16\x03\x01");
  await until(() => test.gate.size === 2);
  test.pass(15_000);
  equal(test.gate.size, 2);
  test.pass(1);
  await until(() => halfway.ended && silent.ended);
  await until(() => test.gate.size === 0);
});

Deno.test("who goes leaves their place", async () => {
  await using test = new TestGate();
  const client = await RawClient.plain(test.plain);
  await until(() => test.gate.size === 1);
  client[Symbol.dispose]();
  await until(() => test.gate.size === 0);
});

Deno.test("the slow are looked for by itself, until the gate is closed", async () => {
  using time = hastyTime();
  {
    await using test = new TestGate();
    using silent = await RawClient.plain(test.plain);
    await until(() => test.gate.size === 1);
    test.now += 20_000;
    await until(() => silent.ended);
  }
  await until(() => time.waiting === 0);
});

Deno.test("a gate that is to end lets nobody in, and answers the form that is half there before it has ended", async () => {
  const answer: Answer = async (request) => new Response(`got ${await request.text()}`);
  await using test = new TestGate({}, answer);
  using client = await RawClient.plain(test.plain);
  await client.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nfirst");
  await until(() => test.gate.busy === 1);
  let ended = false;
  const end = test.gate.finish().then(() => {
    ended = true;
    test.gate.close();
  });
  await rejects(() => RawClient.plain(test.plain), /Connection (refused|reset)/);
  ok(!ended);
  await client.write("-half");
  await end;
  await until(() => client.ended);
  match(client.text, /got first-half$/);
});

Deno.test("a stream stays open however long nothing comes, and its connection is closed when it has ended and is idle", async () => {
  await using test = new TestGate();
  using client = clientOf();
  const response = await fetch(`https://localhost:${test.tls}/stream`, { client });
  const reader = response.body!.getReader();
  await reader.read();
  test.pass(3_600_000);
  test.streams[0]!.enqueue(new TextEncoder().encode("later\n"));
  equal(new TextDecoder().decode((await reader.read()).value), "later\n");
  test.streams.pop()!.close();
  ok((await reader.read()).done);
  await until(() => everyIdle(test));
  test.pass(119_000);
  equal(test.gate.size, 1);
  test.pass(2000);
  await until(() => test.gate.size === 0);
});

Deno.test("who takes nothing in of what is sent is sent away after a minute", async () => {
  const endless: Answer = () =>
    new Response(
      new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
      }),
    );
  await using test = new TestGate({}, endless);
  const deaf = await Deno.connect({ hostname: "127.0.0.1", port: test.plain });
  await deaf.write(new TextEncoder().encode(GET));
  await until(() => test.gate.busy === 1);
  await until(() => {
    test.pass(20_000);
    return test.gate.size === 0;
  });
  deaf.close();
});

Deno.test("a flood from one address takes its own places, idle ones first, and none of who is at work", async () => {
  // Of this machine itself there may be as many as of all.
  await using test = new TestGate({ connections: 4, perAddress: 2 });
  const stream = await fetch(`http://127.0.0.1:${test.plain}/stream`);
  await until(() => test.gate.busy === 1);
  const flood: RawClient[] = [];
  for (let i = 0; i < 10; i++) {
    test.now += 1;
    flood.push(await RawClient.plain(test.plain));
    await until(() => flood.filter(({ ended }) => !ended).length <= 3);
  }
  deepEqual(flood.map(({ ended }) => ended), [...Array(7).fill(true), ...Array(3).fill(false)]);
  equal(test.gate.busy, 1);
  for (const one of flood) one[Symbol.dispose]();
  await stream.body!.cancel();
});

Deno.test("where everybody is at work, one more is refused, and the log says so", async () => {
  const log = await logOf(async () => {
    await using test = new TestGate({ connections: 1 });
    const stream = await fetch(`http://127.0.0.1:${test.plain}/stream`);
    await until(() => test.gate.busy === 1);
    using late = await RawClient.plain(test.plain);
    await until(() => late.ended);
    equal(late.text, "");
    test.pass(1);
    await stream.body!.cancel();
  });
  ok(log.includes("warning: 127.0.0.1 asks too much: refused 1 times"), log.join("; "));
});

Deno.test("one connection cannot have more requests answered at a time than the limit", async () => {
  await using test = new TestGate({ requests: 2 });
  using client = clientOf();
  const url = `https://localhost:${test.tls}`;
  const streams = [
    await fetch(`${url}/stream`, { client }),
    await fetch(`${url}/stream`, { client }),
  ];
  deepEqual(streams.map(({ status }) => status), [200, 200]);
  const third = await fetch(`${url}/`, { client });
  equal(third.status, 503);
  equal(third.headers.get("retry-after"), "1");
  await third.body?.cancel();
  for (const stream of streams) await stream.body!.cancel();
});

Deno.test("a renewed certificate is shown to whoever comes, and an open stream goes on", async () => {
  await using test = new TestGate();
  const door = test.gate.open(HERE, certificate);
  const { port } = door.address;
  using before = clientOf();
  const stream = await fetch(`https://localhost:${port}/stream`, { client: before });
  const reader = stream.body!.getReader();
  await reader.read();
  door.renew(renewed!);
  equal(await certificateAt(port), new X509Certificate(renewed!.certificate).serialNumber);
  test.streams[0]!.enqueue(new TextEncoder().encode("still here\n"));
  equal(new TextDecoder().decode((await reader.read()).value), "still here\n");
  equal(
    await (await fetch(`https://localhost:${port}/`, { client: before })).text(),
    await again(),
  );
  equal(test.gate.servers, 4, "the old one has somebody inside");
  await reader.cancel();
  before.close();
  await until(() => test.gate.servers === 3);

  async function again(): Promise<string> {
    return await (await fetch(`https://localhost:${port}/`, { client: before })).text();
  }
});

Deno.test("a file that is half there when the certificate is renewed comes whole", async () => {
  await using test = new TestGate({}, async (request) => new Response(await request.text()));
  const door = test.gate.open(HERE, certificate);
  const { readable, writable } = new TransformStream<Uint8Array>();
  const file = writable.getWriter();
  // By HTTP/1.1, as a proxy sends it on.
  using client = Deno.createHttpClient({ caCerts: [authority.certificate], http2: false });
  const sending = fetch(`https://localhost:${door.address.port}/`, {
    ...{ method: "POST", body: readable, client },
  });
  await file.write(new TextEncoder().encode("first half, "));
  await until(() => test.gate.busy === 1);
  door.renew(renewed!);
  await file.write(new TextEncoder().encode("second half"));
  await file.close();
  equal(await (await sending).text(), "first half, second half");
});

/** The serial number of the certificate that is shown there. */
async function certificateAt(port: number): Promise<string> {
  const { connect } = await import("node:tls");
  const socket = connect({
    host: "127.0.0.1",
    port,
    servername: "localhost",
    rejectUnauthorized: false,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("secureConnect", resolve);
    socket.once("error", reject);
  });
  const { serialNumber } = socket.getPeerCertificate();
  socket.destroy();
  return serialNumber;
}

Deno.test("a certificate that cannot be used is refused, and the old one is shown on", async () => {
  await using test = new TestGate();
  const door = test.gate.open(HERE, certificate);
  let refused = false;
  try {
    door.renew({ certificate: "nothing", key: certificate!.key });
  } catch (error) {
    refused = error instanceof Error;
  }
  ok(refused);
  using client = clientOf();
  const response = await fetch(`https://localhost:${door.address.port}/`, { client });
  match(await response.text(), /^tls/);
});

Deno.test("who is refused before everything is sent can still read why", async () => {
  const refuse: Answer = () => new Response("too much", { status: 413 });
  await using test = new TestGate({}, refuse);
  const length = 20_000_000;
  using client = await RawClient.plain(test.plain);
  await client.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`);
  const piece = new Uint8Array(100_000);
  for (let sent = 0; sent < length && !client.ended; sent += piece.length) {
    try {
      await client.connection.write(piece);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      break;
    }
  }
  await until(() => client.text.includes("too much"));
});
