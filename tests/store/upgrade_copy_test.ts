import { deepEqual, equal, match, notEqual, throws } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { openStore } from "../../lib/store/open_store.ts";
import { latestVersion, type UpdateStep } from "../../lib/store/migrate.ts";
import { copyBeforeUpdate } from "../../lib/store/upgrade_copy.ts";
import { olderOffice, schemaOf } from "../support/older_office.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const NOON = Date.UTC(2026, 10, 22, 12, 0, 0);
const DAY = 86_400_000;
const OLDER = latestVersion() - 1;

function filesOf(folder: string, kind: RegExp): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).filter((name) => kind.test(name))
    .sort();
}

/** What somebody wrote with the Belltower of that time. */
function write(folder: string, sql: string): void {
  const db = new DatabaseSync(`${folder}/belltower.sqlite`);
  db.exec(sql);
  db.close();
}

const copies = (folder: string) => filesOf(folder, /before-update/);

Deno.test("an older database is copied whole before it is updated, and the copy still opens", async () => {
  await using folder = await temporaryFolder();
  olderOffice(`${folder.path}/belltower.sqlite`, OLDER);
  const store = openStore(folder.path);
  equal(store.get<{ user_version: number }>("PRAGMA user_version")?.user_version, latestVersion());
  store.close();
  const [copy = "", ...others] = copies(folder.path);
  deepEqual(others, [], "no log and no unfinished copy beside it");
  match(copy, new RegExp(`^belltower-before-update-\\d{8}-\\d{6}-schema-${OLDER}\\.sqlite$`));
  const kept = new DatabaseSync(`${folder.path}/${copy}`, { readOnly: true });
  equal(kept.prepare("SELECT text FROM consultations").get()?.["text"], "토너 두 개");
  equal(kept.prepare("PRAGMA user_version").get()?.["user_version"], OLDER);
  equal(kept.prepare("PRAGMA journal_mode").get()?.["journal_mode"], "delete");
  kept.close();
  deepEqual(copies(folder.path), [copy], "reading it leaves nothing beside it");
});

Deno.test("whoever waits for an update hears of its copy, of each step and of the checks, and of a new database nothing", async () => {
  await using folder = await temporaryFolder();
  const heard: string[] = [];
  const onUpdate = (step: UpdateStep) =>
    heard.push(step.kind === "step" ? `${step.step} of ${step.of}` : step.kind);
  openStore(`${folder.path}/new`, { onUpdate }).close();
  deepEqual(heard, []);
  Deno.mkdirSync(`${folder.path}/old`);
  olderOffice(`${folder.path}/old/belltower.sqlite`, latestVersion() - 2);
  openStore(`${folder.path}/old`, { onUpdate }).close();
  // A long step is told several times.
  deepEqual(heard.filter((one, index) => one !== heard[index - 1]), [
    ...["copy", "check", "1 of 2", "2 of 2", "check"],
  ]);
});

Deno.test("what was committed and is still in the log is in the copy", async () => {
  await using folder = await temporaryFolder();
  const file = `${folder.path}/belltower.sqlite`;
  olderOffice(file, OLDER);
  const dead = new DatabaseSync(file);
  dead.exec("PRAGMA wal_autocheckpoint = 0; INSERT INTO settings VALUES ('office', '한빛')");
  // As a killed program leaves them.
  for (const suffix of ["", "-wal"]) Deno.copyFileSync(file + suffix, `${file}.dead${suffix}`);
  dead.close();
  for (const suffix of ["", "-wal"]) Deno.renameSync(`${file}.dead${suffix}`, file + suffix);
  const copy = copyBeforeUpdate(folder.path, NOON)!;
  const kept = new DatabaseSync(copy, { readOnly: true });
  equal(kept.prepare("SELECT value FROM settings WHERE key = 'office'").get()?.["value"], "한빛");
  kept.close();
});

Deno.test("an update that fails leaves the schema it found, and however often it is tried, one copy", async () => {
  await using folder = await temporaryFolder();
  olderOffice(`${folder.path}/belltower.sqlite`, 5);
  write(folder.path, "CREATE TABLE audit (broken INTEGER)");
  const before = copyBeforeUpdate(folder.path, NOON - 30 * DAY)!;
  for (let attempt = 0; attempt < 5; attempt++) {
    throws(() => openStore(folder.path), {
      name: "StoreError",
      message: /^migration 0013_audit\.sql failed/,
    });
    equal(
      schemaOf(`${folder.path}/belltower.sqlite`),
      5,
      "the steps before it are not there either",
    );
  }
  deepEqual(copies(folder.path).map((name) => `${folder.path}/${name}`), [before]);
});

Deno.test("whoever went on with the older Belltower gets a new copy at the next update", async () => {
  await using folder = await temporaryFolder();
  olderOffice(`${folder.path}/belltower.sqlite`, OLDER);
  const first = copyBeforeUpdate(folder.path, NOON);
  write(folder.path, "UPDATE settings SET value = 'UTC'");
  const second = copyBeforeUpdate(folder.path, NOON);
  notEqual(second, first, "although its time is the same");
  deepEqual(copies(folder.path).map((name) => `${folder.path}/${name}`), [first, second]);
});

Deno.test("a database of this version is not copied", async () => {
  await using folder = await temporaryFolder();
  openStore(folder.path, { exclusive: true }).close();
  openStore(folder.path, { exclusive: true }).close();
  deepEqual(copies(folder.path), []);
});

Deno.test("three copies stay, this update's among them whatever the clock says, and no other file is touched", async () => {
  await using folder = await temporaryFolder();
  olderOffice(`${folder.path}/belltower.sqlite`, OLDER);
  Deno.writeTextFileSync(`${folder.path}/belltower-before-update-mine.sqlite`, "");
  for (const day of [0, 1, 2, 3, -400]) {
    write(folder.path, `UPDATE settings SET value = '${day}'`);
    copyBeforeUpdate(folder.path, NOON + day * DAY);
  }
  deepEqual(
    copies(folder.path).map((name) => /\d{8}-\d{6}|mine/.exec(name)?.[0]),
    ["20251018-120000", "20261124-120000", "20261125-120000", "mine"],
  );
});

/** The first page of an index that nothing reads before the copy is made. */
function pageOf(file: string, index: string): number {
  const db = new DatabaseSync(file);
  const row = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = ?").get(index);
  db.close();
  return Number(row?.["rootpage"]);
}

Deno.test("a database that is not whole is not updated, and nothing stays of its copy", async () => {
  await using folder = await temporaryFolder();
  const file = `${folder.path}/belltower.sqlite`;
  olderOffice(file, OLDER);
  const page = pageOf(file, "raw_frames_by_time");
  {
    using broken = Deno.openSync(file, { write: true });
    broken.seekSync((page - 1) * 4096, Deno.SeekMode.Start);
    broken.writeSync(new Uint8Array(4096).fill(0x55));
  }
  throws(() => openStore(folder.path), {
    name: "StoreError",
    message: /^the copy that is kept before an update failed, and nothing was updated: /,
  });
  deepEqual(copies(folder.path), []);
});

Deno.test("while another program reads the database, no update begins, and it says so", async () => {
  await using folder = await temporaryFolder();
  const file = `${folder.path}/belltower.sqlite`;
  olderOffice(file, OLDER);
  const shell = new DatabaseSync(file);
  shell.exec("BEGIN; SELECT * FROM settings");
  const writer = new DatabaseSync(file);
  writer.exec("UPDATE settings SET value = 'UTC'");
  throws(() => openStore(folder.path), {
    message: /another program works on .* nothing was updated/,
  });
  shell.close();
  writer.close();
  openStore(folder.path).close();
  deepEqual(copies(folder.path).length, 1);
});
