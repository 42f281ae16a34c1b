import { deepEqual, equal } from "node:assert/strict";

/** What a page and the shared worker use; it is checked with the pages' own types. */
interface Stream {
  readonly state: { readonly behind: string; readonly changes: readonly { readonly id: string }[] };
  start(after?: string): void;
  reconnect(): void;
  close(): void;
}
interface State {
  readonly name: string;
  readonly resumed: boolean;
}
type Hear = (event: { name: string; data: unknown }) => void;
const at = (path: string) => new URL(`../../../static/shell/${path}`, import.meta.url).href;
const { LiveStream } = await import(at("live_stream.js")) as {
  LiveStream: new (key: string, onEvent: Hear, onState: (state: State) => void) => Stream;
};
const { leads, standFor } = await import(at("leader.js")) as {
  leads(name: string): boolean;
  standFor(name: string): void;
};

/** A connection that says what the test says. */
class TestSource extends EventTarget {
  static opened: TestSource[] = [];
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    TestSource.opened.push(this);
  }
  close(): void {}
  say(name: string, data: unknown, lastEventId = ""): void {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data), lastEventId }));
  }
}

/** Runs `test` where the network and the locks of the browser are those of the test. */
async function inBrowser(
  answer: number,
  test: (granted: (() => void)[]) => void | Promise<void>,
): Promise<void> {
  const before = { EventSource: globalThis.EventSource, fetch: globalThis.fetch };
  const granted: (() => void)[] = [];
  Object.assign(globalThis, {
    EventSource: TestSource,
    fetch: () => Promise.resolve(new Response(null, { status: answer })),
  });
  Object.defineProperty(navigator, "locks", {
    configurable: true,
    value: { request: (_: string, lead: () => void) => void granted.push(lead) },
  });
  TestSource.opened = [];
  try {
    await test(granted);
  } finally {
    Object.assign(globalThis, before);
    Reflect.deleteProperty(navigator, "locks");
  }
}

const newest = () => TestSource.opened.at(-1)!;

Deno.test("a stream that was lost goes on behind the last event that it heard", async () => {
  await inBrowser(200, () => {
    const [states, heard]: [State[], string[]] = [[], []];
    const stream = new LiveStream("k", ({ name }) => heard.push(name), (one) => states.push(one));
    stream.start();
    equal(newest().url, "/live");
    newest().say("hello", { sessionKey: "k" }, "3-100");
    newest().say("call", {}, "4-100");
    newest().say("beat", {});
    const old = newest();
    stream.reconnect();
    equal(newest().url, "/live?after=4-100");
    old.say("call", {}, "5-100");
    newest().say("hello", { sessionKey: "k", resumed: true });
    deepEqual(heard, ["hello", "call", "beat", "hello"]);
    deepEqual(states.map(({ name, resumed }) => `${name} ${resumed}`), [
      "live false",
      "reconnecting false",
      "live true",
    ]);
    stream.close();
  });
});

Deno.test("the first page's stream goes on where that page was made, and one that joins in learns what was changed since", async () => {
  await inBrowser(200, () => {
    const stream = new LiveStream("k", () => {}, () => {});
    const known = () => [stream.state.behind, ...stream.state.changes.map(({ id }) => id)];
    stream.start("3-100");
    equal(newest().url, "/live?after=3-100");
    newest().say("hello", { sessionKey: "k", resumed: true });
    newest().say("call", {}, "4-100");
    newest().say("changed", {}, "5-100");
    deepEqual(known(), ["3-100", "5-100"]);
    stream.reconnect();
    newest().say("hello", { sessionKey: "k", resumed: true });
    newest().say("changed", {}, "6-100");
    deepEqual(known(), ["3-100", "5-100", "6-100"]);
    // It could not go on where it was: what happened in between nobody knows.
    stream.reconnect();
    newest().say("hello", { sessionKey: "k" }, "9-100");
    deepEqual(known(), ["9-100"]);
    for (let seq = 10; seq <= 111; seq++) newest().say("changed", {}, `${seq}-100`);
    const [behind, first, ...others] = known();
    deepEqual([behind, first, others.length], ["11-100", "12-100", 99]);
    stream.close();
  });
});

Deno.test("a stream of another session ends as replaced, and one that is signed out does not come back", async () => {
  await inBrowser(401, async () => {
    const states: string[] = [];
    const other = new LiveStream("k", () => {}, ({ name }) => states.push(name));
    other.start();
    newest().say("hello", { sessionKey: "another" });
    const ended = Promise.withResolvers<void>();
    const out = new LiveStream("k", () => {}, ({ name }) => {
      states.push(name);
      if (name === "signed_out") ended.resolve();
    });
    out.start();
    newest().say("hello", { sessionKey: "k" });
    newest().dispatchEvent(new Event("error"));
    await ended.promise;
    const { length } = TestSource.opened;
    out.reconnect();
    equal(TestSource.opened.length, length);
    deepEqual(states, ["replaced", "live", "reconnecting", "signed_out"]);
  });
});

Deno.test("of the pages of a browser one leads once the others let it, and each where there are no locks", async () => {
  await inBrowser(200, (granted) => {
    standFor("sound");
    equal(leads("sound"), false);
    granted[0]!();
    deepEqual([leads("sound"), leads("notices")], [true, false]);
  });
  // Where a browser has no locks each page leads.
  Object.defineProperty(navigator, "locks", { configurable: true, value: undefined });
  standFor("notices");
  equal(leads("notices"), true);
  Reflect.deleteProperty(navigator, "locks");
});
