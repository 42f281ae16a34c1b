import { deepEqual, equal, rejects, throws } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { Health } from "../../lib/server/health.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { proveWritable } from "../../lib/store/health.ts";
import { setting } from "../../lib/store/settings.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

/** A server's health over a real file, by a clock that the test moves. */
async function office() {
  const folder = await temporaryFolder();
  const store = openStore(folder.path, { exclusive: true });
  let told = 0;
  const clock = { now: 0 };
  const health = new Health(store, () => void told++, () => clock.now);
  return {
    ...{ store, health, clock, path: folder.path },
    parts: () => health.faults().map(({ part }) => part),
    told: () => told,
    async [Symbol.asyncDispose]() {
      store.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

Deno.test("health is what a write that was committed says, not what was found out once", async () => {
  await using one = await office();
  deepEqual(one.parts(), []);
  const first = setting(one.store, "health.at");
  equal(Number(first) > 0, true);
  one.store.run(`CREATE TRIGGER full BEFORE UPDATE ON settings WHEN NEW.key = 'health.at'
                 BEGIN SELECT RAISE(ABORT, 'no'); END`);
  // What is asked for again and again is not written again and again.
  deepEqual([one.parts(), one.told()], [[], 0]);
  one.clock.now += 4001;
  deepEqual([one.parts(), one.told()], [["database"], 1]);
  equal(setting(one.store, "health.at"), first);
  one.store.run("DROP TRIGGER full");
  one.health.check();
  deepEqual([one.parts(), one.told()], [[], 2]);
});

Deno.test("another program that holds the database for a moment is no fault, one that keeps it for 2 s is", async () => {
  await using one = await office();
  one.health.check();
  const shell = new DatabaseSync(`${one.path}/belltower.sqlite`);
  shell.exec("PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE");
  const soon = one.health.check();
  equal(soon < 1000, true);
  deepEqual(one.parts(), []);
  one.clock.now += 2000;
  one.health.check();
  deepEqual([one.parts(), one.told()], [["database"], 1]);
  shell.exec("ROLLBACK");
  shell.close();
  one.health.check();
  deepEqual([one.parts(), one.told()], [[], 2]);
});

Deno.test("that the database's files are gone is the worst fault, and never over", async () => {
  await using one = await office();
  one.health.check();
  await Deno.rename(`${one.path}/belltower.sqlite`, `${one.path}/elsewhere`);
  one.health.check();
  deepEqual(one.parts(), ["gone"]);
  await Deno.rename(`${one.path}/elsewhere`, `${one.path}/belltower.sqlite`);
  one.health.check();
  deepEqual([one.parts(), one.told()], [["gone"], 1]);
  await rejects(one.health.gone.then((error) => Promise.reject(error)), { name: "StoreGone" });
});

Deno.test("a commit that notices it is not waited for: it is told at the next question", async () => {
  await using one = await office();
  one.health.check();
  await Deno.remove(one.path, { recursive: true });
  await Deno.mkdir(one.path);
  try {
    one.store.transaction(() => undefined);
  } catch (error) {
    equal((error as Error).name, "StoreGone");
  }
  deepEqual(one.parts(), ["gone"]);
});

Deno.test("files that are gone are noticed although another program holds the database", async () => {
  await using one = await office();
  const shell = new DatabaseSync(`${one.path}/belltower.sqlite`);
  shell.exec("PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE");
  Deno.renameSync(`${one.path}/belltower.sqlite`, `${one.path}/away.sqlite`);
  throws(() => proveWritable(one.store, 1), { name: "StoreGone" });
  shell.close();
});

Deno.test("a thread that was ended in the midst of a write and keeps the lock for 30 s ends the server; one that lets go does not", async () => {
  await using one = await office();
  const thread = new DatabaseSync(`${one.path}/belltower.sqlite`);
  const check = (ms: number) => {
    one.clock.now += ms;
    one.health.check();
    return one.parts();
  };
  thread.exec("PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE");
  one.health.leftWriting();
  deepEqual(check(0), []);
  deepEqual(check(29_000), ["database"]);
  thread.exec("ROLLBACK");
  deepEqual(check(2000), []);
  // From here on it is another program, and no thread was ended.
  thread.exec("PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE");
  check(0);
  deepEqual(check(60_000), ["database"]);
  one.health.leftWriting();
  deepEqual(check(31_000), ["gone", "database"]);
  const gone = await one.health.gone;
  equal(gone.message.includes("ended in the midst of a write"), true);
  thread.close();
});
