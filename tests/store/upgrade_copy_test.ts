import { deepEqual, equal, match, ok, throws } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { openStore } from "../../lib/store/database.ts";
import { latestVersion } from "../../lib/store/migrate.ts";
import { setSetting } from "../../lib/store/settings.ts";
import { copyBeforeUpdate } from "../../lib/store/upgrade_copy.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const NOON = Date.UTC(2026, 10, 22, 12, 0, 0);

function filesOf(folder: string, kind: RegExp): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).filter((name) => kind.test(name))
    .sort();
}

Deno.test("an older database is copied whole before it is updated, and the copy still opens", async () => {
  await using folder = await temporaryFolder();
  openStore(folder.path).close();
  // As it was one version ago, as far as this test is concerned: the last step is taken again.
  const before = new DatabaseSync(`${folder.path}/belltower.sqlite`);
  before.exec("CREATE TABLE witness (text TEXT); INSERT INTO witness VALUES ('한빛')");
  before.exec("PRAGMA user_version = 1");
  before.close();
  throws(() => openStore(folder.path), /migration .* failed/, "the step was taken already");
  const [copy, ...others] = filesOf(folder.path, /before-update/);
  deepEqual(others, []);
  match(copy!, /^belltower-before-update-\d{8}-\d{6}-schema-1\.sqlite$/);
  const kept = new DatabaseSync(`${folder.path}/${copy}`, { readOnly: true });
  equal(kept.prepare("SELECT text FROM witness").get()?.["text"], "한빛");
  equal(kept.prepare("PRAGMA user_version").get()?.["user_version"], 1);
  kept.close();
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
