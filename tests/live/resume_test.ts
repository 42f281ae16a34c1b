import { deepEqual, equal, match } from "node:assert/strict";
import { eventId } from "../../lib/domain/event.ts";
import type { Staff } from "../../lib/domain/staff.ts";
import { HUB_LIMITS, LiveHub } from "../../lib/live/hub.ts";
import { committedOf } from "../../lib/server/office_events.ts";
import type { Store } from "../../lib/store/database.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { newestEvent, noteEvent, pruneEvents } from "../../lib/store/events.ts";
import { passingStore } from "../support/passing_store.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";
import { HELLO, PERSON } from "./person.ts";

function hubOf(store: Store): LiveHub {
  const hub = new LiveHub(HUB_LIMITS, Date.now, { committed: committedOf(store) });
  store.onCommit(() => hub.read());
  return hub;
}

function join(hub: LiveHub, after: string | null = null, person: () => Staff = () => PERSON) {
  return hub.join({ sessionKey: "s", person }, HELLO, after)!;
}

/** Customers that were changed, by their numbers. */
function change(store: Store, ...ids: number[]): void {
  store.transaction(() => {
    for (const id of ids) {
      noteEvent(store, { kind: "customer", subject: id, audience: "customers.see" }, Date.now());
    }
  });
}

interface Heard {
  readonly resumed: boolean;
  /** The customers of whose change it told, in order. */
  readonly customers: number[];
  /** The ID of the last event that had one. */
  readonly last: string;
}

async function heard(body: ReadableStream<Uint8Array>): Promise<Heard> {
  const text = await new Response(body).text();
  return {
    resumed: text.includes('"resumed":true'),
    customers: [...text.matchAll(/"kind":"customer","id":"(\d+)"/g)].map(([, id]) => Number(id)),
    last: [...text.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? "",
  };
}

Deno.test("what is committed at once is told at once, however much it is", async () => {
  const store = passingStore();
  const hub = hubOf(store);
  const body = join(hub);
  const all = Array.from({ length: 230 }, (_, index) => index + 1);
  change(store, ...all);
  hub.close();
  deepEqual((await heard(body)).customers, all);
  store.close();
});

Deno.test("what is committed is told once, in its order; what is rolled back is never told", async () => {
  const store = passingStore();
  const hub = hubOf(store);
  const body = join(hub);
  change(store, 1, 2);
  try {
    store.transaction(() => {
      change(store, 3);
      throw new Error("no");
    });
  } catch { /* as it was to be */ }
  store.transaction(() => {
    change(store, 4);
    try {
      store.transaction(() => {
        change(store, 5);
        throw new Error("no");
      });
    } catch { /* the rest of it goes on */ }
    // Nobody hears of it before it is stored.
    equal(hub.sent.get("changed"), 2);
  });
  hub.read();
  hub.close();
  const all = await heard(body);
  deepEqual(all.customers, [1, 2, 4]);
  equal(all.last, eventId(newestEvent(store)));
  store.close();
});

Deno.test("what another connection has committed is told although nobody says so", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path, { exclusive: true });
  const other = openStore(folder.path, { claims: store.claims });
  const hub = hubOf(store);
  join(hub);
  hub.start();
  change(other, 1);
  await until(() => hub.sent.get("changed") === 1);
  change(other, 2);
  hub.read();
  equal(hub.sent.get("changed"), 2);
  hub.close();
  other.close();
  store.close();
});

Deno.test("a browser that was away gets what it missed, each with the place to go on from, and then the rest", async () => {
  const store = passingStore();
  const hub = hubOf(store);
  change(store, 1);
  const place = eventId(newestEvent(store));
  change(store, 2, 3);
  const body = join(hub, place);
  change(store, 4);
  hub.close();
  const all = await heard(body);
  deepEqual(all, { resumed: true, customers: [2, 3, 4], last: eventId(newestEvent(store)) });
  // A server that begins anew, by the same table, and one that was killed behind its commit.
  change(store, 5);
  const next = hubOf(store);
  const again = join(next, all.last);
  const nothing = join(next, eventId(newestEvent(store)));
  next.close();
  deepEqual((await heard(again)).customers, [5]);
  deepEqual(await heard(nothing), { resumed: true, customers: [], last: "" });
  store.close();
});

Deno.test("the place of one who may hear nothing moves on with each beat", async () => {
  const store = passingStore();
  const hub = hubOf(store);
  const body = join(hub);
  store.transaction(() => noteEvent(store, { kind: "wall_screen", audience: "wall.manage" }, 5));
  hub.beat();
  hub.close();
  const all = await heard(body);
  equal(all.last, eventId(newestEvent(store)));
  store.close();
});

Deno.test("what was missed is told by the rights of now", async () => {
  const store = passingStore();
  const hub = hubOf(store);
  const place = eventId(newestEvent(store));
  store.transaction(() =>
    noteEvent(store, { kind: "wall_screen", subject: 7, audience: "wall.manage" }, 5)
  );
  const told = (role: Staff["role"]) =>
    new Response(join(hub, place, () => ({ ...PERSON, role }))).text();
  const [agent, admin] = [told("agent"), told("admin")];
  hub.close();
  equal((await agent).includes("wall_screen"), false);
  match(await admin, /"kind":"wall_screen","id":"7"/);
  store.close();
});

Deno.test("a browser from another database, from before what is kept, or too far behind asks for everything", async () => {
  const store = passingStore();
  const hub = hubOf(store);
  change(store, 1);
  const { seq, at } = newestEvent(store);
  const places = {
    "another database": eventId({ seq, at: at + 1 }),
    "a backup that was put back": eventId({ seq: seq + 5, at }),
    "no ID": "boot-7",
    "an ID that is none": `${"9".repeat(30)}-0`,
  };
  for (const [what, place] of Object.entries(places)) {
    const body = join(hub, place);
    await body.cancel();
    equal(hub.sent.get("changed") ?? 0, 0, what);
  }
  const place = eventId({ seq, at });
  change(store, ...Array(100).keys());
  const [near, far] = [join(hub, place), join(hub, eventId({ seq: seq - 1, at }))];
  equal(pruneEvents(store, Date.now() + 1, seq, 10), 2);
  const old = join(hub, place);
  hub.close();
  equal((await heard(near)).customers.length, 100);
  deepEqual((await heard(far)).resumed, false);
  deepEqual((await heard(old)).resumed, false);
  store.close();
});

Deno.test("a browser asks for everything where what it missed was trimmed from between, written while the clock was wrong", async () => {
  const store = passingStore();
  const hub = hubOf(store);
  change(store, 1);
  const place = eventId(newestEvent(store));
  store.transaction(() => noteEvent(store, { kind: "work" }, 5));
  change(store, 2);
  const whole = join(hub, place);
  equal(pruneEvents(store, 6, Infinity, 10), 1);
  const gap = join(hub, place);
  hub.close();
  deepEqual((await heard(whole)).resumed, true);
  deepEqual(await heard(gap), { resumed: false, customers: [], last: eventId(newestEvent(store)) });
  store.close();
});

Deno.test("what is trimmed is old and read by all; the newest stays, so that no place comes twice", () => {
  const store = passingStore();
  change(store, 1, 2, 3);
  const { seq } = newestEvent(store);
  equal(pruneEvents(store, 1, Infinity, 10), 0, "all of it is young");
  equal(pruneEvents(store, Date.now() + 1, seq - 2, 10), 2, "the rest is not read yet");
  equal(pruneEvents(store, Date.now() + 1, Infinity, 10), 1);
  equal(newestEvent(store).seq, seq);
  change(store, 4);
  equal(newestEvent(store).seq, seq + 1);
  store.close();
});

Deno.test("a browser that cannot be told what it missed asks for everything", async () => {
  const store = passingStore();
  const hub = hubOf(store);
  const place = eventId(newestEvent(store));
  store.transaction(() => noteEvent(store, { kind: "work" }, 5));
  // How much there is to do is asked for when it is told.
  store.run("ALTER TABLE work RENAME TO away");
  const first = join(hub, place);
  store.run("ALTER TABLE away RENAME TO work");
  const second = join(hub, place);
  hub.close();
  const texts = await Promise.all([first, second].map((body) => new Response(body).text()));
  deepEqual(texts.map((text) => text.includes('"resumed":true')), [false, true]);
  deepEqual(texts.map((text) => text.includes("event: work")), [false, true]);
  store.close();
});

Deno.test("a row that somebody has spoilt by hand keeps nobody from what stands behind it", async () => {
  const store = passingStore();
  const hub = hubOf(store);
  const body = join(hub);
  store.run(
    "INSERT INTO events (at, kind, subject, audience, data) VALUES (1, 'customer', '1', 'customers.see', '{')",
  );
  change(store, 2);
  hub.close();
  deepEqual((await heard(body)).customers, [1, 2]);
});

Deno.test("where nobody listens nothing is read, and who comes then begins with what is newest", async () => {
  const store = passingStore();
  let read = 0;
  const committed = committedOf(store);
  const hub = new LiveHub(HUB_LIMITS, Date.now, {
    committed: { ...committed, after: (seq, limit) => (read++, committed.after(seq, limit)) },
  });
  change(store, 1, 2, 3);
  hub.read();
  equal(read, 0);
  equal(hub.told.seq, newestEvent(store).seq);
  const body = join(hub);
  change(store, 4);
  hub.read();
  hub.close();
  deepEqual((await heard(body)).customers, [4]);
});
