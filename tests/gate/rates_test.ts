import { deepEqual, equal, match, ok } from "node:assert/strict";
import { Account } from "../../lib/gate/account.ts";
import { Accounts } from "../../lib/gate/accounts.ts";
import { Gate } from "../../lib/gate/gate.ts";
import type { Answer, Proxies } from "../../lib/gate/requests.ts";
import { GATE_LIMITS, type GateLimits } from "../../lib/gate/limits.ts";
import { TokenBucket } from "../../lib/gate/token_bucket.ts";
import { Turns } from "../../lib/gate/turns.ts";
import { logOf } from "../support/log_of.ts";
import { until } from "../support/wait.ts";

const HERE = { hostname: "127.0.0.1", port: 0 };

/** A gate whose clock stands still, and one address of it. */
class RatedGate {
  now = 1000;
  readonly gate: Gate;
  readonly port: number;

  constructor(
    limits: Partial<GateLimits>,
    answer: Answer = () => new Response("ok"),
    proxies?: Proxies,
  ) {
    this.gate = new Gate(answer, { ...GATE_LIMITS, ...limits }, () => this.now, proxies);
    this.port = this.gate.open(HERE).address.port;
  }

  pass(ms: number): void {
    this.now += ms;
    this.gate.sweep();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.gate.close();
    await this.gate.finish();
  }
}

/** What comes back on one connection for the text; `ended` when the server has closed it. */
class Client {
  text = "";
  ended = false;

  private constructor(readonly connection: Deno.TcpConn) {
    this.#read();
  }

  static async to(port: number): Promise<Client> {
    return new Client(await Deno.connect({ hostname: "127.0.0.1", port }));
  }

  /** How many requests were answered with this status. */
  answers(status: number): number {
    return this.text.split(`HTTP/1.1 ${status} `).length - 1;
  }

  async send(bytes: string | Uint8Array): Promise<void> {
    try {
      await this.connection.write(
        typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes,
      );
    } catch (error) {
      if (!(error instanceof Error)) throw error; // sent away
    }
  }

  [Symbol.dispose](): void {
    if (!this.ended) this.connection.close();
  }

  async #read(): Promise<void> {
    try {
      for await (const part of this.connection.readable) {
        this.text += new TextDecoder().decode(part);
      }
    } catch (error) {
      if (!(error instanceof Error)) throw error; // reset
    }
    this.ended = true;
  }
}

const get = (more = "") => `GET / HTTP/1.1\r\nHost: x\r\n${more}\r\n`;
const FEW: Partial<GateLimits> = {
  strangerRequests: { size: 4, perSecond: 1 },
  officeRequests: { size: 40, perSecond: 10 },
};

Deno.test("who asks more than a stranger may is sent away, and may come again later", async () => {
  await using test = new RatedGate(FEW);
  using first = await Client.to(test.port);
  for (let asked = 1; asked <= 3; asked++) {
    await first.send(get());
    await until(() => first.answers(200) === asked);
  }
  await first.send(get());
  await until(() => first.ended);
  using second = await Client.to(test.port);
  await until(() => second.ended);
  equal(second.text, "", "a connection counts as a request");
  test.pass(2000);
  using third = await Client.to(test.port);
  await third.send(get());
  await until(() => third.answers(200) === 1);
});

Deno.test("who asks too much is in the log once a minute, with how often", async () => {
  const log = await logOf(async () => {
    await using test = new RatedGate(FEW);
    // Of the first four two are connections; the two that come then are refused.
    for (let i = 0; i < 4; i++) {
      using client = await Client.to(test.port);
      await client.send(get());
      await until(() => client.ended || client.answers(200) === 1);
    }
    for (let i = 0; i < 3; i++) test.pass(1);
  });
  const told = log.filter((line) => line.includes("asks too much"));
  deepEqual(told, ["warning: 127.0.0.1 asks too much: refused 2 times"]);
});

Deno.test("an address where somebody is signed in may ask as much as an office does", async () => {
  await using test = new RatedGate(FEW, (_, caller) => {
    caller.signedIn();
    return new Response("ok");
  });
  using client = await Client.to(test.port);
  for (let asked = 1; asked <= 30; asked++) {
    await client.send(get());
    await until(() => client.answers(200) === asked);
  }
  ok(!client.ended);
  test.pass(GATE_LIMITS.officeMs);
  const account = new Accounts({ ...GATE_LIMITS, ...FEW }, 0).of("192.168.0.7", 0);
  account.signedIn(0);
  equal([...Array(50)].filter(() => account.takeRequest(0)).length, 40);
  equal([...Array(50)].filter(() => account.takeRequest(GATE_LIMITS.officeMs)).length, 4);
});

Deno.test("an office's address has 300 requests a second for as long as it likes, and a stranger's 20", () => {
  const office = new Account("10.0.0.1", GATE_LIMITS, 0);
  const stranger = new Account("10.0.0.2", GATE_LIMITS, 0);
  let [answered, others] = [0, 0];
  for (let ms = 0; ms < 60_000; ms += 1) {
    if (ms % 1000 === 0) office.signedIn(ms);
    if (ms % 3 === 0 && office.takeRequest(ms)) answered += 1;
    if (stranger.takeRequest(ms)) others += 1;
  }
  // Every third millisecond is 333 a second.
  ok(answered >= 300 * 60, `${answered}`);
  ok(others >= 20 * 60 && others <= 20 * 60 + GATE_LIMITS.strangerRequests.size, `${others}`);
});

Deno.test("behind a trusted proxy each person is counted by themselves, and nobody's connection is closed", async () => {
  const proxies: Proxies = {
    has: (address) => address === "127.0.0.1",
    clientOf: (request) => request.headers.get("x-forwarded-for")!,
  };
  await using test = new RatedGate(FEW, undefined, proxies);
  using proxy = await Client.to(test.port);
  const from = (address: string) => get(`X-Forwarded-For: ${address}\r\n`);
  for (let asked = 1; asked <= 4; asked++) {
    await proxy.send(from("10.0.0.1"));
    await until(() => proxy.answers(200) === asked);
  }
  await proxy.send(from("10.0.0.1"));
  await until(() => proxy.answers(429) === 1);
  match(proxy.text, /retry-after: 1/i);
  await proxy.send(from("10.0.0.2"));
  await until(() => proxy.answers(200) === 5);
  ok(!proxy.ended);
});

const PREFACE = new TextEncoder().encode("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0");
/** A thousand empty frames of settings. */
const FRAMES = Uint8Array.from(Array(1000).fill([0, 0, 0, 4, 0, 0, 0, 0, 0]).flat());

Deno.test("frames of which no request comes are read no further, and their connection is closed", async () => {
  const connectionBytes = { size: 20_000, perSecond: 1000 };
  await using test = new RatedGate({ connectionBytes });
  using client = await Client.to(test.port);
  await client.send(PREFACE);
  for (let i = 0; i < 10 && !client.ended; i++) await client.send(FRAMES);
  await until(() => {
    test.pass(1000);
    return client.ended;
  });
  ok(test.now < 10_000, "long before it would have been idle for too long");
});

Deno.test("requests that are answered use up no bytes of their connection", async () => {
  await using test = new RatedGate({ connectionBytes: { size: 1000, perSecond: 1 } });
  using client = await Client.to(test.port);
  for (let asked = 1; asked <= 20; asked++) {
    await client.send(get(`X: ${"x".repeat(300)}\r\n`));
    await until(() => client.answers(200) === asked);
  }
});

Deno.test("a body may be of any size when somebody takes it", async () => {
  let taken = 0;
  await using test = new RatedGate({}, async (request) => {
    for await (const part of request.body!) taken += part.length;
    return new Response("stored");
  });
  // The clock stands still: nothing comes back but what was taken.
  const body = new Uint8Array(30_000_000);
  const response = await fetch(`http://127.0.0.1:${test.port}/`, { method: "POST", body });
  equal(await response.text(), "stored");
  equal(taken, body.length);
});

Deno.test("bytes that nobody takes are held up, while a request is open too", async () => {
  const never = Promise.withResolvers<Response>();
  const connectionBytes = { size: 100_000, perSecond: 1000 };
  await using test = new RatedGate({ connectionBytes }, () => never.promise);
  using client = await Client.to(test.port);
  await client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900000000\r\n\r\n");
  let sent = 0;
  const sending = (async () => {
    while (sent < 200_000_000 && !client.ended) {
      await client.send(new Uint8Array(100_000));
      sent += 100_000;
    }
  })();
  let before = -1;
  await until(async () => {
    const same = sent === before;
    before = sent;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return same;
  });
  ok(sent < 100_000_000, "what is written waits in the system's buffers");
  never.resolve(new Response("late"));
  client[Symbol.dispose]();
  await sending;
});

Deno.test("a flood of requests begins a few at a time, and another address need not wait for all of it", async () => {
  const turns = new Turns(() => 0);
  const begun: string[] = [];
  const ask = async (address: string) => {
    await turns.next(address);
    begun.push(address);
  };
  const all = Array.from({ length: 100 }, () => ask("flood"));
  all.push(ask("agent"));
  await new Promise((resolve) => setTimeout(resolve, 0));
  ok(begun.length < 20, `${begun.length} began before a timer had its turn`);
  await Promise.all(all);
  equal(begun.length, 101);
  ok(begun.indexOf("agent") < 20);
});

Deno.test("a bucket gives what is in it at once, and then so much a second", () => {
  const bucket = new TokenBucket({ size: 2, perSecond: 10 }, 0);
  deepEqual([1, 2, 3].map(() => bucket.take(0)), [true, true, false]);
  deepEqual([99, 100, 101].map((ms) => bucket.take(ms)), [false, true, false]);
  bucket.spend(5, 101);
  equal(bucket.take(500), false);
  ok(bucket.isFull(5000));
});

Deno.test("the networks of somebody who has many of them fill no memory", () => {
  const accounts = new Accounts(GATE_LIMITS, 0);
  const ask = (host: number, network: number) =>
    accounts.of(`2001:db8:${network.toString(16)}:7::${host.toString(16)}`, 0);
  equal(ask(1, 1), ask(2, 1), "one household");
  for (let network = 0; network < 20_000; network++) ask(1, network).takeRequest(0);
  ok(accounts.tidy(0).length <= 10_001);
  equal(accounts.tidy(60_000).length, 1, "whoever asked nothing for a while is forgotten");
});

Deno.test("whoever is refused in the middle of a body of chunks can still read why", async () => {
  await using test = new RatedGate({}, async (request) => {
    const reader = request.body!.getReader();
    for (let taken = 0; taken < 262_144;) taken += (await reader.read()).value?.length ?? 262_144;
    reader.cancel().catch(() => undefined);
    return new Response("too much", { status: 413 });
  });
  for (let turn = 0; turn < 10; turn++) {
    const form = new FormData();
    for (let i = 0; i < 3000; i++) form.append("name", "x".repeat(100));
    const url = `http://127.0.0.1:${test.port}/`;
    const response = await fetch(url, { method: "POST", body: form });
    equal(await response.text(), "too much");
  }
});
