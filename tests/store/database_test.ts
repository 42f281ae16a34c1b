import { deepEqual, equal, match, throws } from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { openStore } from "../../lib/store/open_store.ts";
import { StoreError } from "../../lib/store/errors.ts";
import { latestVersion, migrate, versionOf } from "../../lib/store/migrate.ts";
import { setSetting, setting } from "../../lib/store/settings.ts";
import { testPermissions } from "../support/test_permissions.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

Deno.test("a new data folder is made for its owner alone, with a database of the latest version", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/new/data`;
  const store = openStore(data, { exclusive: true });
  const { user_version } = store.get<{ user_version: number }>("PRAGMA user_version")!;
  equal(user_version, latestVersion());
  store.close();
  if (Deno.build.os !== "windows") equal(Deno.statSync(data).mode! & 0o777, 0o700);
});

Deno.test("what a commit wrote is on the disk, and references are checked, at the first start and later", async () => {
  await using folder = await temporaryFolder();
  for (const start of ["first", "second"]) {
    const store = openStore(folder.path, { exclusive: true });
    const pragma = (name: string) => Object.values(store.get<object>(`PRAGMA ${name}`)!)[0];
    equal(pragma("journal_mode"), "wal", start);
    equal(pragma("synchronous"), 2, start);
    equal(pragma("foreign_keys"), 1, start);
    equal(pragma("trusted_schema"), 0, start);
    equal(pragma("cache_size"), -32_768, start);
    equal(pragma("journal_size_limit"), 67_108_864, start);
    equal(pragma("busy_timeout"), 0, start); // Turn waits
    store.close();
  }
});

Deno.test("a data folder that a server uses is refused to a second one, and free when it has stopped", async () => {
  await using folder = await temporaryFolder();
  const first = openStore(folder.path, { exclusive: true });
  throws(() => openStore(folder.path, { exclusive: true }), {
    name: "StoreError",
    message: `${folder.path} is in use by another Belltower server`,
  });
  first.close();
  openStore(folder.path, { exclusive: true }).close();
});

Deno.test("a data folder is refused across processes, and free when its server was killed", async () => {
  await using folder = await temporaryFolder();
  const database = new URL("../../lib/store/open_store.ts", import.meta.url).href;
  const code = `import { openStore } from "${database}";
    openStore(Deno.args[0], { exclusive: true });
    console.log("open");
    setInterval(() => {}, 1000);`;
  const config = new URL("../../deno.json", import.meta.url).pathname;
  const script = `${folder.path}/hold.ts`;
  Deno.writeTextFileSync(script, code);
  const holder = new Deno.Command(Deno.execPath(), {
    args: ["run", ...testPermissions(), "--no-check", "--config", config, script, folder.path],
    stdout: "piped",
  }).spawn();
  const output = holder.stdout.getReader();
  await output.read();
  throws(() => openStore(folder.path, { exclusive: true }), StoreError);
  holder.kill("SIGKILL");
  await holder.status;
  await output.cancel();
  openStore(folder.path, { exclusive: true }).close();
});

Deno.test("tools read and write beside the server", async () => {
  await using folder = await temporaryFolder();
  const server = openStore(folder.path, { exclusive: true });
  const tool = openStore(folder.path);
  setSetting(tool, "office", "한빛");
  tool.close();
  equal(setting(server, "office"), "한빛");
  const reader = openStore(folder.path, { readOnly: true });
  equal(setting(reader, "office"), "한빛");
  throws(() => setSetting(reader, "office", "x"), /readonly/);
  reader.close();
  server.close();
});

Deno.test("a read-only store is refused where there is no database", async () => {
  await using folder = await temporaryFolder();
  throws(() => openStore(folder.path, { readOnly: true }), {
    name: "StoreError",
    message: /^there is no database .*\/belltower\.sqlite; expected the folder of an office/,
  });
  deepEqual([...Deno.readDirSync(folder.path)], []);
});

Deno.test("a database that a newer program wrote is refused and left as it is", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path);
  store.run(`PRAGMA user_version = ${latestVersion() + 1}`);
  store.close();
  for (const options of [{}, { exclusive: true }, { readOnly: true }]) {
    throws(() => openStore(folder.path, options), (error: Error) => {
      match(error.message, /written by a newer Belltower \(its version is \d+, .* knows \d+\)/);
      return error instanceof StoreError;
    });
  }
});

Deno.test("another program's database, and a file that is none, are refused", async () => {
  await using folder = await temporaryFolder();
  const file = `${folder.path}/belltower.sqlite`;
  const other = new DatabaseSync(file);
  other.exec("CREATE TABLE songs (title TEXT)");
  other.close();
  throws(() => openStore(folder.path), {
    name: "StoreError",
    message: `${file} is not a database of Belltower`,
  });
  Deno.writeTextFileSync(file, "not a database, but long enough to be looked at ".repeat(100));
  throws(() => openStore(folder.path), (error: Error) => {
    match(error.message, /belltower\.sqlite cannot be opened: .*not a database/);
    return error instanceof StoreError;
  });
});

Deno.test("after a refusal the data folder is not left locked", async () => {
  await using folder = await temporaryFolder();
  const file = `${folder.path}/belltower.sqlite`;
  Deno.writeTextFileSync(file, "rubbish ".repeat(1000));
  throws(() => openStore(folder.path, { exclusive: true }), StoreError);
  Deno.removeSync(file);
  openStore(folder.path, { exclusive: true }).close();
});

Deno.test("a transaction that throws leaves nothing behind", () => {
  const store = openStore(":memory:");
  throws(() =>
    store.transaction(() => {
      setSetting(store, "a", "1");
      throw new RangeError("stop");
    }), { name: "RangeError", message: "stop" });
  equal(setting(store, "a"), null);
  store.transaction(() => setSetting(store, "a", "2"));
  equal(setting(store, "a"), "2");
  store.close();
});

Deno.test("a transaction within a transaction fails alone and commits with the outer one", () => {
  const store = openStore(":memory:");
  store.transaction(() => {
    setSetting(store, "outer", "1");
    throws(() =>
      store.transaction(() => {
        setSetting(store, "inner", "1");
        throw new RangeError("stop");
      }), RangeError);
    store.transaction(() => setSetting(store, "second", "1"));
  });
  deepEqual(["outer", "inner", "second"].map((key) => setting(store, key)), ["1", null, "1"]);
  store.close();
});

Deno.test("closing leaves one file without a log, and may be done twice", async () => {
  await using folder = await temporaryFolder();
  for (const options of [{ exclusive: true }, {}]) {
    const store = openStore(folder.path, options);
    setSetting(store, "a", "1");
    store.close();
    store.close();
    const left = [...Deno.readDirSync(folder.path)].map((entry) => entry.name).sort();
    deepEqual(left, ["belltower.lock", "belltower.sqlite", "work.lock"]);
  }
});

Deno.test("a full disk fails the transaction as a whole, and the next one works when there is room", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path, { exclusive: true });
  const { page_count } = store.get<{ page_count: number }>("PRAGMA page_count")!;
  store.get(`PRAGMA max_page_count = ${page_count}`);
  throws(() =>
    store.transaction(() => {
      setSetting(store, "small", "1");
      setSetting(store, "big", "x".repeat(100_000));
    }), /database or disk is full/);
  equal(setting(store, "small"), null);
  store.get("PRAGMA max_page_count = 1000000");
  store.transaction(() => setSetting(store, "small", "2"));
  equal(setting(store, "small"), "2");
  store.close();
});

Deno.test("a migration that fails leaves the database at the version before it, with nothing open", () => {
  const db = new DatabaseSync(":memory:");
  db.exec("CREATE TABLE audit (broken INTEGER)");
  throws(() => migrate(db), {
    name: "StoreError",
    message: /migration \d+_audit\.sql failed: .*table audit already exists/,
  });
  equal(versionOf(db), 0);
  equal(db.prepare("SELECT count(*) AS n FROM sqlite_schema").get()?.["n"], 1);
  db.exec("DROP TABLE audit");
  migrate(db);
  equal(versionOf(db), latestVersion());
  db.close();
});

Deno.test("an update of a database with a reference that leads nowhere changes nothing, and says where it is", async () => {
  await using folder = await temporaryFolder();
  const file = `${folder.path}/belltower.sqlite`;
  const old = new DatabaseSync(file);
  migrate(old, 15);
  old.exec(`PRAGMA foreign_keys = OFF; UPDATE extensions SET staff_id = 77 WHERE number = '202';
    UPDATE extensions SET staff_id = 78 WHERE number = '203'`);
  old.close();
  throws(
    () => openStore(folder.path),
    /cannot be updated: the row of extensions with number 202 has staff_id 77, which is not in staff; 1 more rows are like it\. Nothing was changed/,
  );
  const after = new DatabaseSync(file);
  equal(versionOf(after), 15);
  after.close();
});

Deno.test("migrations are numbered one after the other", () => {
  const folder = new URL("../../lib/store/migrations/", import.meta.url);
  const numbers = [...Deno.readDirSync(folder)].map(({ name }) =>
    Number(/^(\d{4})_\w+\.sql$/.exec(name)?.[1])
  );
  deepEqual(numbers.sort((a, b) => a - b), numbers.map((_, index) => index + 1));
});

Deno.test("what is read in one go is of one moment, whatever is committed meanwhile", async () => {
  await using folder = await temporaryFolder();
  const reader = openStore(folder.path);
  const writer = openStore(folder.path);
  setSetting(writer, "office_name", "before");
  reader.snapshot(() => {
    equal(setting(reader, "office_name"), "before");
    setSetting(writer, "office_name", "after");
    equal(setting(reader, "office_name"), "before");
  });
  equal(setting(reader, "office_name"), "after");
  reader.close();
  writer.close();
});

Deno.test("what waits to be noted when a store is closed is noted", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path);
  store.transaction(() =>
    store.late.note({ what: "seen", write: () => setSetting(store, "seen", "yes") })
  );
  store.close();
  const again = openStore(folder.path);
  equal(setting(again, "seen"), "yes");
  again.close();
});

Deno.test("a start waits for a program that has the database to itself for a moment", async () => {
  await using folder = await temporaryFolder();
  openStore(folder.path, { exclusive: true }).close();
  const file = `${folder.path}/belltower.sqlite`;
  const plain = new DatabaseSync(file);
  plain.exec("PRAGMA journal_mode = DELETE");
  plain.close();
  const worker = new Worker(
    URL.createObjectURL(
      new Blob([`
        import { DatabaseSync } from "node:sqlite";
        self.onmessage = ({ data }) => {
          const db = new DatabaseSync(data);
          db.exec("BEGIN EXCLUSIVE");
          self.postMessage("held");
          setTimeout(() => { db.exec("COMMIT"); db.close(); self.close(); }, 50);
        };`]),
    ),
    { type: "module" },
  );
  const held = new Promise((resolve) => worker.onmessage = resolve);
  worker.postMessage(file);
  await held;
  openStore(folder.path, { exclusive: true }).close();
});
