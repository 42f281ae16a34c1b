import { deepEqual, equal, match, ok, throws } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { openStore } from "../../lib/store/database.ts";
import { APPLICATION_ID, latestVersion } from "../../lib/store/migrate.ts";
import { setSetting, setting } from "../../lib/store/settings.ts";
import { copyBeforeUpdate } from "../../lib/store/upgrade_copy.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const NOON = Date.UTC(2026, 10, 22, 12, 0, 0);

function filesOf(folder: string, kind: RegExp): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).filter((name) => kind.test(name))
    .sort();
}

/** A database as the version before this one left it, with something in it. */
function olderDatabase(file: string): void {
  const folder = new URL("../../lib/store/migrations/", import.meta.url);
  const steps = [...Deno.readDirSync(folder)].map(({ name }) => name).sort().slice(0, -1);
  const db = new DatabaseSync(file);
  for (const step of steps) db.exec(Deno.readTextFileSync(new URL(step, folder)));
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${steps.length}`);
  db.exec("INSERT INTO settings (key, value) VALUES ('office', '한빛')");
  db.close();
}

Deno.test("an older database is copied whole before it is updated, and the copy still opens", async () => {
  await using folder = await temporaryFolder();
  olderDatabase(`${folder.path}/belltower.sqlite`);
  const store = openStore(folder.path);
  equal(setting(store, "office"), "한빛");
  equal(store.get<{ user_version: number }>("PRAGMA user_version")?.user_version, latestVersion());
  store.close();
  const [copy, ...others] = filesOf(folder.path, /before-update/);
  deepEqual(others, []);
  match(
    copy!,
    new RegExp(`^belltower-before-update-\\d{8}-\\d{6}-schema-${latestVersion() - 1}\\.sqlite$`),
  );
  const kept = new DatabaseSync(`${folder.path}/${copy}`, { readOnly: true });
  equal(kept.prepare("SELECT value FROM settings").get()?.["value"], "한빛");
  equal(kept.prepare("PRAGMA user_version").get()?.["user_version"], latestVersion() - 1);
  kept.close();
});

Deno.test("where an update fails, the database stays as it was, with its copy beside it", async () => {
  await using folder = await temporaryFolder();
  const file = `${folder.path}/belltower.sqlite`;
  openStore(folder.path).close();
  const db = new DatabaseSync(file);
  db.exec("PRAGMA user_version = 1");
  db.close();
  throws(() => openStore(folder.path), /migration .* failed/, "its steps were taken already");
  equal(filesOf(folder.path, /before-update/).length, 1);
});

Deno.test("a database of this version is not copied", async () => {
  await using folder = await temporaryFolder();
  openStore(folder.path, { exclusive: true }).close();
  openStore(folder.path, { exclusive: true }).close();
  deepEqual(filesOf(folder.path, /before-update/), []);
});

Deno.test("the three newest copies stay, and no other file is touched", async () => {
  await using folder = await temporaryFolder();
  openStore(folder.path).close();
  Deno.writeTextFileSync(`${folder.path}/belltower-before-update-mine.sqlite`, "");
  const db = new DatabaseSync(`${folder.path}/belltower.sqlite`);
  for (let day = 0; day < 5; day++) {
    copyBeforeUpdate(db, folder.path, latestVersion(), NOON + day * 86_400_000);
  }
  db.close();
  deepEqual(
    filesOf(folder.path, /before-update/).map((name) => /\d{8}-\d{6}|mine/.exec(name)?.[0]),
    ["20261124-120000", "20261125-120000", "20261126-120000", "mine"],
  );
});

Deno.test("a copy that is not whole stops the update, and nothing of it stays", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path);
  setSetting(store, "office", "한빛");
  store.close();
  const db = new DatabaseSync(`${folder.path}/belltower.sqlite`);
  throws(() => copyBeforeUpdate(db, folder.path, latestVersion() + 1, NOON), {
    name: "StoreError",
    message: /^the copy that is kept before an update failed, and nothing was updated: /,
  });
  db.close();
  deepEqual(filesOf(folder.path, /before-update/), []);
  ok(filesOf(folder.path, /sqlite$/).length > 0);
});
