import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import type { Staff } from "../../lib/domain/staff.ts";
import { HUB_LIMITS, LiveHub } from "../../lib/live/hub.ts";
import type { LiveEvent } from "../../lib/live/live_event.ts";
import { HELLO, PERSON } from "./person.ts";

const line = (text: string): LiveEvent => ({ name: "line", data: { state: "open", text } });

function join(hub: LiveHub, sessionKey = "s", person: () => Staff | null = () => PERSON) {
  return hub.join({ sessionKey, person }, HELLO);
}

async function namesIn(body: ReadableStream<Uint8Array>): Promise<string[]> {
  const text = await new Response(body).text();
  return [...text.matchAll(/^event: (.*)$/gm)].map(([, name]) => name!);
}

Deno.test("a stream begins with when to try again and a greeting", async () => {
  const hub = new LiveHub();
  const body = join(hub)!;
  hub.close();
  match(
    await new Response(body).text(),
    /^retry: 1000\n\nid: 0-0\nevent: hello\ndata: \{"sessionKey":"s","version":"0","now":7\}\n\n$/,
  );
});

Deno.test("everybody gets what happens in the order in which it happened", async () => {
  const hub = new LiveHub();
  const bodies = [join(hub)!, join(hub, "other")!];
  for (const text of ["a", "b", "c"]) hub.publish(() => line(text));
  hub.close();
  for (const body of bodies) {
    const text = await new Response(body).text();
    deepEqual([...text.matchAll(/"text":"(.)"/g)].map(([, word]) => word), ["a", "b", "c"]);
  }
});

Deno.test("news of the server itself reaches browsers of whom the database cannot say whose they are", async () => {
  const hub = new LiveHub();
  let reads = true;
  const body = join(hub, "s", () => {
    if (!reads) throw new Error("disk I/O error");
    return PERSON;
  })!;
  reads = false;
  hub.announce((person) => line(person.name));
  hub.close();
  match(await new Response(body).text(), /event: line\ndata: {"state":"open","text":"Kim"}/);
});

Deno.test("nobody gets what is not for them", async () => {
  const hub = new LiveHub();
  const mine = join(hub, "mine")!;
  const other = join(hub, "other", () => ({ ...PERSON, id: 2 }))!;
  hub.publish((person) => person.id === 1 ? line("for me") : null);
  hub.close();
  // That somebody came is on everybody's board.
  deepEqual(await namesIn(mine), ["hello", "board", "line"]);
  deepEqual(await namesIn(other), ["hello"]);
});

Deno.test("rights are those of the moment of the event, not of the moment of joining", async () => {
  const hub = new LiveHub();
  let operator = true;
  const body = join(hub, "s", () => ({ ...PERSON, operator }))!;
  const ring = (person: Staff) => person.operator ? line("ring") : null;
  hub.publish(ring);
  operator = false;
  hub.publish(ring);
  hub.close();
  deepEqual(await namesIn(body), ["hello", "line"]);
});

Deno.test("a heartbeat is a comment and an event", async () => {
  const hub = new LiveHub(HUB_LIMITS, () => 1234);
  const body = join(hub)!;
  hub.beat();
  hub.close();
  match(
    await new Response(body).text(),
    /\n:\n\nid: 0-0\nevent: beat\ndata: \{"now":1234\}\n\n$/,
  );
});

Deno.test("a browser that falls behind is told to reload and dropped; the others go on", async () => {
  const hub = new LiveHub({ ...HUB_LIMITS, queue: 3 });
  const slow = join(hub)!;
  const quick = join(hub, "quick")!;
  const reader = quick.getReader();
  for (let i = 0; i < 5; i++) {
    hub.publish(() => line(String(i)));
    equal((await reader.read()).done, false);
  }
  equal(hub.size, 1);
  deepEqual(await namesIn(slow), ["hello", "line", "line", "reload"]);
  hub.close();
});

Deno.test("a dropped browser that never takes its end is broken off", async () => {
  const hub = new LiveHub({ ...HUB_LIMITS, queue: 1 });
  const body = join(hub)!;
  hub.publish(() => line("too much"));
  hub.beat();
  hub.beat();
  const failed = await new Response(body).text().then(() => false, () => true);
  equal(failed, true);
  hub.close();
});

Deno.test("the end of a session ends its streams with a word, and nobody else's", async () => {
  const hub = new LiveHub();
  const mine = [join(hub, "mine")!, join(hub, "mine")!];
  const other = join(hub, "other")!;
  hub.endSession("mine");
  equal(hub.size, 1);
  for (const body of mine) deepEqual(await namesIn(body), ["hello", "signed_out"]);
  hub.close();
  deepEqual(await namesIn(other), ["hello"]);
});

Deno.test("a session that ended elsewhere is found before it hears anything more", async () => {
  const hub = new LiveHub();
  let person: Staff | null = PERSON;
  const [first, second] = [join(hub, "a", () => person)!, join(hub, "b", () => person)!];
  person = null;
  hub.publish(() => line("secret"));
  deepEqual(await namesIn(first), ["hello", "signed_out"]);
  deepEqual(await namesIn(second), ["hello", "signed_out"]);
  const third = join(hub, "c", () => person)!;
  hub.beat();
  deepEqual(await namesIn(third), ["hello", "signed_out"]);
  equal(hub.size, 0);
});

Deno.test("one session's newest stream takes the place of its oldest one", async () => {
  const hub = new LiveHub({ ...HUB_LIMITS, streamsPerSession: 2 });
  const oldest = join(hub)!;
  notEqual(join(hub), null);
  notEqual(join(hub), null);
  equal(hub.size, 2);
  deepEqual(await namesIn(oldest), ["hello"]);
  hub.close();
});

Deno.test("one person has so many streams and no more, in however many browsers; screens on the wall have their own", async () => {
  const hub = new LiveHub({ ...HUB_LIMITS, streamsPerPerson: 2 });
  const wall = () => ({ ...PERSON, id: 0 });
  const walls = [1, 2, 3].map((n) => join(hub, `wall ${n}`, wall)!);
  const oldest = join(hub, "a")!;
  const newer = [join(hub, "b")!, join(hub, "c")!];
  equal(hub.size, 5);
  deepEqual(await namesIn(oldest), ["hello"]);
  hub.close();
  for (const body of [...walls, ...newer]) await body.cancel();
});

Deno.test("there are no more streams than the server has room for", async () => {
  const hub = new LiveHub({ ...HUB_LIMITS, streams: 2 });
  const first = join(hub, "a")!;
  join(hub, "b");
  equal(join(hub, "c"), null);
  await first.cancel();
  notEqual(join(hub, "c"), null);
  hub.close();
});

Deno.test("a closed hub has ended every stream and takes no new one", async () => {
  const hub = new LiveHub();
  hub.start();
  const body = join(hub)!;
  hub.close();
  deepEqual(await namesIn(body), ["hello"]);
  equal(join(hub), null);
  equal(hub.size, 0);
});

Deno.test("a browser that cannot be told connects anew, the others are told, and whoever tells goes on", async () => {
  const hub = new LiveHub();
  let broken = false;
  const unknown = join(hub, "unknown", () => {
    if (broken) throw new Error("disk I/O error");
    return { ...PERSON, id: 2 };
  })!;
  const told = join(hub, "told")!;
  broken = true;
  hub.publish(() => line("news"));
  hub.beat();
  equal(hub.size, 1);
  hub.publish((person) => {
    if (person.id === 1) throw new Error("disk I/O error");
    return line("more");
  });
  equal(hub.size, 0);
  // Neither is told that it is signed out: it tries again.
  deepEqual(await namesIn(unknown), ["hello", "board"]);
  deepEqual(await namesIn(told), ["hello", "line", "beat"]);
});
