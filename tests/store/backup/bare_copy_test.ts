import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { restore } from "../../../lib/commands/restore.ts";
import type { BackupProblem } from "../../../lib/domain/backup_problem.ts";
import { prepareRestore } from "../../../lib/store/backup/prepare_restore.ts";
import { openStore } from "../../../lib/store/open_store.ts";
import { fakeIo } from "../../commands/fake_io.ts";
import { temporaryFolder } from "../../support/temporary_folder.ts";
import { NOW, someCustomer } from "../fixtures.ts";

const FILE = "belltower.sqlite";

/** An office at work with a customer who is stored and one who stands in its log still. */
function atWork(data: string) {
  openStore(data).close();
  const store = openStore(data);
  store.run("PRAGMA wal_autocheckpoint = 0");
  someCustomer(store, "김민수");
  store.run("PRAGMA wal_checkpoint(TRUNCATE)");
  someCustomer(store, "이영희");
  return store;
}

const prepared = (data: string, file: string) =>
  prepareRestore({
    ...{ data, file, name: "copy", passphrase: null },
    ...{ now: NOW, signal: new AbortController().signal },
  });

const refused = (data: string, file: string, code: BackupProblem, message: RegExp) =>
  rejects(() => prepared(data, file), { name: "BackupError", code, message });

Deno.test("a database that was copied without its log is said to lack it, with the newest that it has", async () => {
  await using folder = await temporaryFolder();
  const [data, copy, other] = ["data", "copy.sqlite", "other"].map((name) =>
    `${folder.path}/${name}`
  );
  const store = atWork(data!);
  try {
    Deno.copyFileSync(`${data}/${FILE}`, copy!);
  } finally {
    store.close();
  }
  const { origin, lacksLog, newest, createdAt, counts } = await prepared(other!, copy!);
  deepEqual(
    { origin, lacksLog, newest, createdAt, customers: counts["customers"] },
    { origin: "foreign", lacksLog: true, newest: NOW, createdAt: null, customers: 1 },
  );
});

Deno.test("on the console it is restored when both are said, and before that nothing is changed", async () => {
  await using folder = await temporaryFolder();
  const [data, copy, other] = ["data", "copy.sqlite", "other"].map((name) =>
    `${folder.path}/${name}`
  );
  atWork(data!).close();
  Deno.copyFileSync(`${data}/${FILE}`, copy!);
  const asked = (...words: string[]) => restore.run([copy!, ...words, "--data", other!], fakeIo());
  const lost =
    /nothing was changed: the database is whole, but the log .*-wal.* newest in it is of .*--accept-log-missing/;
  await rejects(() => asked(), { message: lost });
  await rejects(() => asked("--accept-foreign"), { message: lost });
  await rejects(() => asked("--accept-log-missing"), {
    message: /nothing was changed: .*--accept-foreign/,
  });
  await asked("--accept-foreign", "--accept-log-missing");
  const restored = openStore(other!);
  equal(restored.all("SELECT 1 FROM customers").length, 2);
  restored.close();
});

Deno.test("the copies that updates and restores leave are restored unasked, whatever they say of a log", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  atWork(data).close();
  const copy = `${data}/belltower-before-restore-20261121-050000.sqlite`;
  Deno.copyFileSync(`${data}/${FILE}`, copy);
  const { origin, lacksLog } = await prepared(data, copy);
  deepEqual({ origin, lacksLog }, { origin: "own", lacksLog: false });
});

Deno.test("what is no database is refused by what it is, with what to do", async () => {
  await using folder = await temporaryFolder();
  const [data, other] = [`${folder.path}/data`, `${folder.path}/other`];
  const store = atWork(data);
  const copy = (name: string) => {
    const file = `${folder.path}/${name}`;
    Deno.copyFileSync(`${data}/${name}`, file);
    return file;
  };
  try {
    const [main, wal, shm] = [copy(FILE), copy(`${FILE}-wal`), copy(`${FILE}-shm`)];
    await refused(other, wal, "log_alone", /is what SQLite keeps beside a database/);
    await refused(other, shm, "log_alone", /take a backup, or the \.sqlite/);
    await refused(other, main, "not_closed", /-wal lies beside it/);
    // An empty log has nothing in it that could be missing.
    Deno.writeFileSync(wal, new Uint8Array());
    equal((await prepared(other, main)).counts["customers"], 1);
  } finally {
    store.close();
  }
  const written = (name: string, bytes: Uint8Array) => {
    Deno.writeFileSync(`${folder.path}/${name}`, bytes);
    return `${folder.path}/${name}`;
  };
  await refused(other, written("empty", new Uint8Array()), "empty", /is empty/);
  const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]);
  await refused(other, written("backup.zip", zip), "packed", /unpack it first/);
  await refused(
    other,
    written("note.txt", new TextEncoder().encode("note")),
    "foreign",
    /no backup/,
  );
  const strange = new DatabaseSync(`${folder.path}/other.sqlite`);
  strange.exec("PRAGMA journal_mode = WAL; CREATE TABLE notes (text)");
  strange.close();
  await refused(other, `${folder.path}/other.sqlite`, "foreign", /no database of Belltower/);
  match(Deno.readTextFileSync(`${folder.path}/note.txt`), /note/);
});
