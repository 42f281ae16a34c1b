import { deepEqual, equal, match } from "node:assert/strict";
import { HUB_LIMITS } from "../../lib/live/hub.ts";
import { until } from "../support/wait.ts";
import { type Browser, WebOffice } from "../support/web_office.ts";

interface Received {
  readonly name: string;
  readonly data: Record<string, unknown>;
}

/** A browser's event stream over a real connection. */
class Listening {
  readonly events: Received[] = [];
  text = "";
  ended = false;
  readonly #abort = new AbortController();

  static async open(origin: string, browser: Browser): Promise<Listening> {
    const listening = new Listening();
    const response = await fetch(`${origin}/live`, {
      headers: { cookie: browser.cookie, accept: "text/event-stream" },
      signal: listening.#abort.signal,
    });
    equal(response.status, 200);
    match(response.headers.get("content-type")!, /^text\/event-stream/);
    equal(response.headers.get("content-encoding"), null);
    listening.#read(response.body!);
    await until(() => listening.events.length > 0);
    return listening;
  }

  close(): void {
    this.#abort.abort();
  }

  async #read(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
    try {
      for await (const piece of body.pipeThrough(new TextDecoderStream())) {
        this.text += piece;
        this.#parse();
      }
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
    this.ended = true;
  }

  #parse(): void {
    const blocks = this.text.split("\n\n");
    this.events.length = 0;
    for (const block of blocks.slice(0, -1)) {
      const found = /event: (.*)\ndata: (.*)/.exec(block);
      if (found !== null) this.events.push({ name: found[1]!, data: JSON.parse(found[2]!) });
    }
  }
}

interface Served extends AsyncDisposable {
  readonly office: WebOffice;
  readonly origin: string;
  readonly server: Deno.HttpServer<Deno.NetAddr>;
}

function serve(office = new WebOffice()): Served {
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => undefined },
    (request, info) => office.app.fetch(request, info),
  );
  return {
    office,
    server,
    origin: `http://127.0.0.1:${server.addr.port}`,
    async [Symbol.asyncDispose]() {
      office.hub.close();
      await server.shutdown();
      office[Symbol.dispose]();
    },
  };
}

const calls = (listening: Listening) =>
  listening.events.filter(({ name }) => name === "call")
    .map(({ data }) => `${data["state"]} ${data["extension"]}`);

Deno.test("each browser hears of its person's calls, in their order, and of nobody else's", async () => {
  await using served = serve();
  const { office, origin } = served;
  const [kim, lee, oper, admin] = await Promise.all(
    ["kim", "lee", "oper", "admin"].map((login) => Listening.open(origin, office.browser(login))),
  );
  office.rings("1", null, "01012345678");
  office.rings("1", "202", "01012345678");
  office.answers("1", "202");
  office.ends("1");
  office.rings("1", "203", "01099998888");
  await until(() => calls(lee!).length === 1 && calls(admin!).length === 5);
  await until(() => calls(kim!).length === 3 && calls(oper!).length === 5);
  deepEqual(calls(kim!), ["ringing 202", "talking 202", "ended 202"]);
  deepEqual(calls(lee!), ["ringing 203"]);
  const all = ["ringing null", "ringing 202", "talking 202", "ended 202", "ringing 203"];
  deepEqual(calls(oper!), all);
  deepEqual(calls(admin!), all);
  for (const listening of [kim, lee, oper, admin]) listening!.close();
});

Deno.test("the greeting names the session as its pages do, the server's time and how the line is", async () => {
  await using served = serve();
  const { office, origin } = served;
  const kim = office.browser("kim");
  const listening = await Listening.open(origin, kim);
  const page = await (await kim.get("/desk")).text();
  const key = /data-session-key="([0-9a-f]+)"/.exec(page)?.[1];
  deepEqual(listening.events[0], {
    name: "hello",
    data: {
      ...{ sessionKey: key, version: "0.0.0", now: office.now },
      line: { state: "none", text: "회선 없음" },
    },
  });
  equal(kim.cookie.includes(key!), false);
  listening.close();
});

Deno.test("a browser that goes away is forgotten", async () => {
  await using served = serve();
  const { office, origin } = served;
  const listening = await Listening.open(origin, office.browser("kim"));
  equal(office.hub.size, 1);
  listening.close();
  await until(() => office.hub.size === 0);
});

Deno.test("signing out ends the browser's stream with a word", async () => {
  await using served = serve();
  const { office, origin } = served;
  const kim = office.browser("kim");
  const listening = await Listening.open(origin, kim);
  await (await kim.post("/logout", {})).body?.cancel();
  await until(() => listening.ended);
  equal(listening.events.at(-1)?.name, "signed_out");
});

Deno.test("the server stops although browsers listen", async () => {
  const served = serve();
  const listening = await Listening.open(served.origin, served.office.browser("kim"));
  await served[Symbol.asyncDispose]();
  await until(() => listening.ended);
});

Deno.test("there is no stream for strangers, and none too many", async () => {
  using office = new WebOffice({ ...HUB_LIMITS, streams: 1 });
  const accept = { accept: "text/event-stream" };
  equal((await office.stranger().get("/live", accept)).status, 401);
  const first = await office.browser("kim").get("/live", accept);
  equal(first.status, 200);
  const second = await office.browser("lee").get("/live", accept);
  equal(second.status, 503);
  equal(second.headers.get("retry-after"), "5");
  await second.body?.cancel();
  await first.body?.cancel();
});

Deno.test("asking for the head of a stream opens none", async () => {
  using office = new WebOffice();
  const kim = office.browser("kim");
  const response = await office.app.request("http://office.test/live", {
    method: "HEAD",
    headers: { cookie: kim.cookie },
  });
  equal(response.status, 200);
  equal(office.hub.size, 0);
});
