import { deepEqual, equal, ok, rejects, throws } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import type { Store } from "../../lib/store/database.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { whenFree } from "../../lib/store/free.ts";
import { LateNotes } from "../../lib/store/late.ts";
import { DatabaseRefused, refusalOf } from "../../lib/store/refused.ts";
import { setSetting, setting } from "../../lib/store/settings.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

/** Somebody's sqlite3 on the server's database. */
function holder(folder: string): DatabaseSync {
  return new DatabaseSync(`${folder}/belltower.sqlite`);
}

const refusedAs = (why: string) => (error: unknown) =>
  error instanceof DatabaseRefused && error.why === why;

/** As many pages as there are, and no more: as on a full disk. */
function fill(store: Store): void {
  const { page_count } = store.get<{ page_count: number }>("PRAGMA page_count")!;
  store.get(`PRAGMA max_page_count = ${page_count}`);
}

/** How often this thread slept while `work` was done. */
function countingNaps(work: () => void): number {
  const { wait } = Atomics;
  let naps = 0;
  Atomics.wait = ((...args: Parameters<typeof wait>) => {
    naps++;
    return wait(...args);
  }) as typeof wait;
  try {
    work();
  } finally {
    Atomics.wait = wait;
  }
  return naps;
}

/** A connection of our own, in a thread of its own, that has the lock until it has seen somebody wait for milliseconds. */
const LETS_GO = `
  import { DatabaseSync } from "node:sqlite";
  self.onmessage = ({ data: { file, claims } }) => {
    const [claim, pillow] = [new Int32Array(claims), new Int32Array(new SharedArrayBuffer(4))];
    const db = new DatabaseSync(file);
    db.exec("BEGIN IMMEDIATE");
    self.postMessage("held");
    for (let seen = 0; seen < 15; seen = Atomics.load(claim, 0) === 0 ? 0 : seen + 1) {
      Atomics.wait(pillow, 0, 0, 1);
    }
    db.exec("COMMIT");
    db.close();
    self.close();
  };`;

/** Writes while another connection has the lock. Throws DatabaseRefused where that did not let it go in time. */
async function writesBehindAnother(): Promise<void> {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path, { exclusive: true });
  const script = URL.createObjectURL(new Blob([LETS_GO]));
  const worker = new Worker(script, { type: "module" });
  try {
    const held = new Promise((resolve) => worker.onmessage = resolve);
    worker.postMessage({ file: `${folder.path}/belltower.sqlite`, claims: store.claims });
    await held;
    setSetting(store, "name", "waited");
    equal(setting(store, "name"), "waited");
  } finally {
    worker.terminate();
    URL.revokeObjectURL(script);
    store.close();
  }
}

const LONG = "x".repeat(100_000);

Deno.test("while another program holds the database it is read, and a write is refused, the second time at once", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path, { exclusive: true });
  setSetting(store, "name", "before");
  using other = holder(folder.path);
  other.exec("BEGIN IMMEDIATE");
  throws(() => setSetting(store, "name", "held"), refusedAs("held"));
  equal(setting(store, "name"), "before");
  equal(store.isFree(), false);
  const naps = countingNaps(() => {
    for (let i = 0; i < 50; i++) {
      throws(() => store.transaction(() => setSetting(store, "name", "held")), refusedAs("held"));
    }
  });
  equal(naps, 0);
  other.exec("COMMIT");
  setSetting(store, "name", "after");
  equal(setting(store, "name"), "after");
  store.close();
});

Deno.test("a write waits for one of our own connections, which lets go in milliseconds", async () => {
  // A busy machine may leave the other thread alone for longer than the server waits; not every time.
  for (let attempt = 1;; attempt++) {
    try {
      return await writesBehindAnother();
    } catch (error) {
      if (!refusedAs("held")(error) || attempt === 20) throw error;
    }
  }
});

Deno.test("whoever can wait hears when the database is free, or that it takes too long", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path, { exclusive: true });
  equal(await whenFree(store), true);
  using other = holder(folder.path);
  other.exec("BEGIN IMMEDIATE");
  equal(await whenFree(store, 30), false);
  const free = whenFree(store);
  equal(Atomics.load(new Int32Array(store.claims), 0), 1, "our own long jobs let it go first");
  other.exec("ROLLBACK");
  equal(await free, true);
  equal(Atomics.load(new Int32Array(store.claims), 0), 0);
  store.close();
});

Deno.test("a transaction of which the disk refused a part stores nothing, even if the part's error is caught", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path, { exclusive: true });
  fill(store);
  const work = () =>
    store.transaction(() => {
      try {
        store.transaction(() => setSetting(store, "long", LONG));
      } catch (error) {
        ok(refusedAs("full")(error), `${error}`);
      }
      setSetting(store, "short", "y");
    });
  throws(work, refusedAs("full"));
  equal(setting(store, "short"), null);
  store.get("PRAGMA max_page_count = 1000000");
  setSetting(store, "short", "y");
  equal(setting(store, "short"), "y");
  store.close();
});

Deno.test("what is noted while the disk is full waits, and is written in order when there is room", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path, { exclusive: true });
  fill(store);
  const written: string[] = [];
  const note = (name: string, value: string, key?: string) =>
    store.late.note({
      what: name,
      ...(key === undefined ? {} : { key }),
      write: () => {
        setSetting(store, name, value);
        written.push(name);
      },
    });
  note("first", LONG);
  note("seen", "old", "seen");
  note("second", LONG);
  note("seen", "new", "seen");
  deepEqual([store.late.size, written], [3, []]);
  store.get("PRAGMA max_page_count = 1000000");
  store.late.write();
  deepEqual(written, ["first", "second", "seen"]);
  equal(setting(store, "seen"), "new");
  note("third", "now");
  deepEqual([store.late.size, written.at(-1)], [0, "third"]);
  store.close();
});

Deno.test("of what cannot be noted so much is kept, and what falls out or stays to the end is in the log", () => {
  const written: string[] = [];
  const full = () => {
    throw new DatabaseRefused("full", null);
  };
  const notes = new LateNotes(() => true, 2);
  for (const what of ["one", "two", "three"]) notes.note({ what, write: full });
  equal(notes.size, 2);
  notes.note({ what: "wrong in itself", write: () => ok(false) });
  notes.note({ what: "four", key: "k", write: () => void written.push("four") });
  notes.close();
  deepEqual([notes.size, written], [0, ["four"]]);
});

Deno.test("what a disk refuses is known by its code, and nothing else is taken for it", async () => {
  equal(refusalOf(new Error("disk I/O error")), null);
  equal(refusalOf(Object.assign(new Error(), { errcode: 10 | 4 << 8 })), "failed");
  equal(refusalOf(Object.assign(new Error(), { code: "ENOSPC" })), "full");
  equal(refusalOf(Object.assign(new Error(), { code: "constructor" })), null);
  equal(refusalOf("ENOSPC"), null);
  await rejects(Deno.open("/nowhere/x"), (error) => refusalOf(error) === null);
});
